/** Finds the files of a workspace that may be drafts, in any file system that the editor knows. */
import * as vscode from 'vscode';

const DRAFT = /\.(?:gw|gongwen|txt|md)$/i;
/** What programs keep for themselves. */
const NO_DRAFTS = /^(?:\.|node_modules$)/;

/** In the order of names, folder by folder. A folder that cannot be read is passed over; links are not followed. */
export async function* draftFiles(folder: vscode.Uri): AsyncIterable<vscode.Uri> {
  const entries = await vscode.workspace.fs.readDirectory(folder).then(undefined, () => []);
  for (const [name, type] of entries.sort(([a], [b]) => a.localeCompare(b, 'zh-CN'))) {
    if (NO_DRAFTS.test(name)) continue;
    const uri = vscode.Uri.joinPath(folder, name);
    if (type === vscode.FileType.Directory) yield* draftFiles(uri);
    else if (type === vscode.FileType.File && DRAFT.test(name)) yield uri;
  }
}
