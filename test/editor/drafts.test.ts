import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('harness', () => {
  it('runs in VS Code', () => {
    console.log(
      vscode.version,
      vscode.workspace.workspaceFolders?.[0]?.uri.toString(),
      vscode.extensions.all.filter((e) => !e.id.startsWith('vscode.')).map((e) => e.id),
    );
    assert.ok(vscode.version);
  });
});
