/** Where Node keeps the server's code as compiled, so that the next start need not compile it: from 22.1 on; an earlier one leaves it be. */
import * as vscode from 'vscode';

/** The folder for this version of the extension; what other versions left is removed. */
export function compiledCodeFolder({ extension, globalStorageUri }: vscode.ExtensionContext): string {
  const version = String(extension.packageJSON.version);
  const all = vscode.Uri.joinPath(globalStorageUri, 'compiled');
  void removeOthers(all, version);
  return vscode.Uri.joinPath(all, version).fsPath;
}

async function removeOthers(all: vscode.Uri, version: string): Promise<void> {
  try {
    for (const [name] of await vscode.workspace.fs.readDirectory(all))
      if (name !== version) await vscode.workspace.fs.delete(vscode.Uri.joinPath(all, name), { recursive: true });
  } catch {
    // There is none yet, or another window removes it too.
  }
}
