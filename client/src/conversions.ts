/** Commands that show the conversions of the server: of what stands under the cursor, or of the selected lines. */
import * as vscode from 'vscode';

/** The families of `server/src/lsp/conversions.ts`. */
const KINDS = { convertValue: 'refactor.rewrite.biganzi.value', convertLines: 'refactor.rewrite.biganzi.lines' };

export function registerConversions(context: vscode.ExtensionContext): void {
  for (const [command, kind] of Object.entries(KINDS))
    context.subscriptions.push(
      vscode.commands.registerCommand(`biganzi.${command}`, () =>
        vscode.commands.executeCommand('editor.action.codeAction', { kind, apply: 'ifSingle' }),
      ),
    );
}
