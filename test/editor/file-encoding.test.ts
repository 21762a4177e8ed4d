/** Drafts in the encoding of offices: opened, they are read; saved, they stay in it. */
import assert from 'node:assert/strict';
import iconv from 'iconv-lite';
import * as vscode from 'vscode';
import { closeAll, draftUri, eventually, found, open, pause } from './support';

const NAME = '国标编码.txt';
const LATIN = 'latin.txt';
const TEXT = '关于做好防汛工作的通知\r\n\r\n各区人民政府：\r\n\r\n　　现就布署防汛工作通知如下。\r\n';

describe('编码', () => {
  after(async () => {
    await closeAll();
    for (const name of [NAME, LATIN]) await vscode.workspace.fs.delete(draftUri(name));
  });

  it('GB18030的纯文本照原样打开、检查，存盘还是GB18030', async () => {
    const uri = draftUri(NAME);
    await vscode.workspace.fs.writeFile(uri, iconv.encode(TEXT, 'gb18030'));
    const { document } = await open(NAME);
    await eventually('the text as it is', () => document.getText() === TEXT);
    await found(uri, 'wording/confusable');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(4, 2), '经市政府同意，');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await document.save();
    const saved = Buffer.from(await vscode.workspace.fs.readFile(uri));
    assert.equal(iconv.decode(saved, 'gb18030'), TEXT.replace('现就', '经市政府同意，现就'));
  });

  it('不是中文的不动', async () => {
    await vscode.workspace.fs.writeFile(draftUri(LATIN), Buffer.from('Résumé: café, naïve, déjà vu.\n', 'latin1'));
    const { document } = await open(LATIN);
    await pause(800);
    assert.equal(document.encoding, 'utf8');
  });
});
