/** 用笔杆子写第一篇讲话稿: opens the walkthrough, whose steps stand in package.json. */
import * as vscode from 'vscode';

const { executeCommand } = vscode.commands;

export function registerWalkthrough(context: vscode.ExtensionContext): void {
  const { id } = context.extension;
  context.subscriptions.push(
    vscode.commands.registerCommand('biganzi.walkthrough', async () => {
      await executeCommand('workbench.action.openWalkthrough', `${id}#biganzi.first-speech`, false);
      // in a narrow window the steps open their drafts in the same group, and must not take its place
      await executeCommand('workbench.action.keepEditor');
    }),
  );
}
