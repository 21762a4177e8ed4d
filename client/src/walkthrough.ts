/** 用笔杆子写第一篇讲话稿: opens the walkthrough, whose steps stand in package.json. */
import * as vscode from 'vscode';

export function registerWalkthrough(context: vscode.ExtensionContext): void {
  const { id } = context.extension;
  context.subscriptions.push(
    vscode.commands.registerCommand('biganzi.walkthrough', () =>
      vscode.commands.executeCommand('workbench.action.openWalkthrough', `${id}#biganzi.first-speech`, false),
    ),
  );
}
