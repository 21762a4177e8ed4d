/** The unit profile over the protocol: `.biganzi/profile.json` is read, watched, told of where it is wrong, and left alone where there is no trust. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PublishDiagnosticsParams } from 'vscode-languageserver-protocol/node';
import { MODERN, TestClient } from './client';

const DRAFT =
  '在桐庐县教育大会上的讲话\n同志们：\n　　在五莲县委、县政府的坚强领导下，桐庐的教育事业迈出新步伐。\n　　把桐庐县的学校办得更好。\n';
const RESIDUE = /不是本地区/;

describe('协议：单位资料', () => {
  let folder = '';
  let client: TestClient;
  let settings: unknown = null;

  const file = () => path.join(folder, '.biganzi', 'profile.json');
  const put = (text: string) => {
    mkdirSync(path.dirname(file()), { recursive: true });
    writeFileSync(file(), text);
  };
  const start = async (trusted: boolean) => {
    client = await TestClient.start({
      capabilities: MODERN,
      folder: pathToFileURL(folder).href,
      initializationOptions: { commands: true, trusted },
      settings: () => settings,
    });
  };
  const open = () => client.open(DRAFT, { uri: pathToFileURL(path.join(folder, '讲话稿.gw')).href });
  const found = async (uri: string) =>
    (await client.diagnostics(uri)).map(({ message }) => message).filter((message) => RESIDUE.test(String(message)))
      .length;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'biganzi-'));
    settings = null;
  });
  afterEach(async () => {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('文件夹里的单位资料起作用，改了就重读，写错的地方报出', async () => {
    put('{"本地区名":"五莲县"}');
    await start(true);
    const draft = await open();
    assert.equal(await found(draft), 0);
    const uri = pathToFileURL(file()).href;
    const told = client.next<PublishDiagnosticsParams>(
      'textDocument/publishDiagnostics',
      (params) => params.uri === uri,
    );
    put('{"本地区名":"桐庐县","上级":"杭州市"}');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
    assert.equal(await found(draft), 1);
    assert.deepEqual(
      (await told).diagnostics.map(({ message }) => message),
      ['单位资料里没有“上级”这一项，没有起作用'],
    );
  });

  it('两个文件夹各用各的单位资料、词表和设置', async () => {
    const other = mkdtempSync(path.join(tmpdir(), 'biganzi-'));
    try {
      put('{"本地区名":"桐庐县"}');
      writeFileSync(path.join(folder, '.biganzi', 'words.tsv'), '误\t正\n新步伐\t新步子\n');
      const uriOf = (where: string) => pathToFileURL(path.join(where, '讲话稿.gw')).href;
      settings = null;
      client = await TestClient.start({
        capabilities: MODERN,
        folder: pathToFileURL(folder).href,
        initializationOptions: { commands: true, trusted: true },
        settings: (uri) => (uri === uriOf(other) ? { severity: { 'wording/confusable': 'off' } } : null),
      });
      const added = [{ uri: pathToFileURL(other).href, name: '乙县' }];
      await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
        event: { added, removed: [] },
      });
      const text = `${DRAFT}　　请布署工作。\n`;
      const rulesIn = async (where: string) => {
        const uri = await client.open(text, { uri: uriOf(where) });
        return [...new Set((await client.diagnostics(uri)).map(({ code }) => String(code)))].sort();
      };
      assert.deepEqual(await rulesIn(folder), ['residue/place', 'wording/confusable', 'wording/own']);
      assert.deepEqual(await rulesIn(other), []);
    } finally {
      rmSync(other, { recursive: true, force: true });
    }
  });

  it('设置里的单位资料起作用，没有信任的文件夹里的不读', async () => {
    put('{"本地区名":"五莲县"}');
    settings = { profile: { 本地区名: '桐庐县' } };
    await start(false);
    assert.equal(await found(await open()), 1);
  });

  it('别的编辑器在日志里说一次缺什么', async () => {
    client = await TestClient.start({ capabilities: MODERN, folder: pathToFileURL(folder).href });
    for (const text of [DRAFT, `${DRAFT}再看一遍。\n`]) {
      await client.diagnostics(await client.open(text));
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    const lacking = /没有写明县级以上的“本地区名”.*profile\.json/;
    assert.equal(client.log.filter(({ message }) => lacking.test(message)).length, 1);
  });
});
