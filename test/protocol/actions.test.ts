/** What the writer can do about findings, in our own client and in any other editor. */
import assert from 'node:assert/strict';
import type { CodeAction, Range } from 'vscode-languageserver-protocol/node';
import type { Edits, IgnoreArguments } from '../../server/src/lsp/messages';
import { MODERN, TestClient } from './client';

const DRAFT = '在全区办公室工作会议上的讲话\n\n　　二O二四年，各项工作稳中有进。\n　　到二零二五年，任务全面完成。\n';
const FIXED = DRAFT.replace('二O二四', '二〇二四').replace('二零二五', '二〇二五');
const HERE: Range = { start: { line: 2, character: 3 }, end: { line: 2, character: 3 } };
const ALL: Range = { start: { line: 0, character: 0 }, end: { line: 4, character: 0 } };

const titles = (actions: readonly CodeAction[]) => actions.map(({ title }) => title);

describe('协议：代码操作', () => {
  let client: TestClient;
  let uri: string;
  let settings: unknown = null;

  before(async () => {
    client = await TestClient.start({
      initializationOptions: { commands: true, locale: 'zh-cn' },
      settings: () => settings,
    });
    uri = await client.open(DRAFT);
  });
  after(() => client.stop());

  it('首选改法、全部改正、忽略和说明', async () => {
    const actions = await client.codeActions(uri, HERE);
    assert.deepEqual(titles(actions), [
      '改为“二〇二四”',
      '本文同类问题全部改正（2处）',
      '忽略此处',
      '本文不再检查此类问题',
      '显示规则说明',
      '本工作区不再检查此类问题',
    ]);
    const [fix, fixRule, ignore] = actions;
    assert.equal(fix?.isPreferred, true);
    assert.equal(fix?.diagnostics?.[0]?.code, 'number/zero');
    assert.equal(client.applied(uri, fix?.edit), DRAFT.replace('二O二四', '二〇二四'));
    assert.equal(client.applied(uri, fixRule?.edit), FIXED);
    assert.equal(ignore?.command?.command, 'biganzi.ignore');
    assert.equal(actions.filter(({ isPreferred }) => isPreferred).length, 1);
  });

  it('只给所要的种类', async () => {
    const fixAll = await client.codeActions(uri, ALL, ['source.fixAll.biganzi']);
    assert.deepEqual(titles(fixAll), ['修正全部确定性问题（2处）']);
    assert.equal(client.applied(uri, fixAll[0]?.edit), FIXED);
    for (const only of ['source.fixAll', 'source'])
      assert.deepEqual(titles(await client.codeActions(uri, ALL, [only])), titles(fixAll));
    const quick = await client.codeActions(uri, ALL, ['quickfix']);
    assert.ok(quick.length > 0 && quick.every(({ kind }) => kind === 'quickfix'));
    assert.deepEqual(await client.codeActions(uri, ALL, ['refactor']), []);
    assert.deepEqual(await client.codeActions(uri, ALL, ['source.fixAll.other']), []);
  });

  it('没有问题的地方没有操作', async () => {
    const start = { line: 0, character: 2 };
    assert.deepEqual(await client.codeActions(uri, { start, end: start }), []);
  });

  it('忽略条目写进设置后，这一处不再报，也不自动改', async () => {
    const ignore = (await client.codeActions(uri, HERE)).find(({ title }) => title.startsWith('忽略此处'));
    const [{ entries }] = (ignore?.command?.arguments ?? [{ entries: [] }]) as [IgnoreArguments];
    assert.match(entries[0] ?? '', /^number\/zero@讲话稿\.gw#[0-9a-f]{12}$/);
    settings = { ignored: entries };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    assert.deepEqual(
      (await client.diagnostics(uri)).map(({ range }) => client.text(uri, range)),
      ['二零二五'],
    );
    const edits = await client.connection.sendRequest<Edits>('biganzi/fixAll', { uri });
    assert.deepEqual(
      edits.edits.map(({ newText }) => newText),
      ['二〇二五'],
    );
    settings = null;
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  });

  it('修正全部和重新编号：一次改动，带版本', async () => {
    const text = '一、提高认识\r\n要抓好落实。\r\n三、加强领导\r\n二O二四年压实责任。';
    const other = await client.open(text, { uri: 'untitled:Untitled-1' });
    const fixAll = await client.connection.sendRequest<Edits>('biganzi/fixAll', { uri: other });
    assert.equal(fixAll.version, 1);
    assert.equal(fixAll.mended, 1);
    const renumber = await client.connection.sendRequest<Edits>('biganzi/renumber', { uri: other });
    assert.deepEqual(renumber, {
      version: 1,
      mended: 1,
      edits: [{ range: { start: { line: 2, character: 0 }, end: { line: 2, character: 1 } }, newText: '二' }],
    });
    await client.close(other);
  });
});

describe('协议：别的编辑器', () => {
  it('不给它做不到的操作', async () => {
    const client = await TestClient.start();
    const uri = await client.open(DRAFT);
    const actions = await client.codeActions(uri, HERE);
    assert.ok(actions.length > 0 && actions.every(({ command, edit }) => !command && edit));
    await client.stop();
  });

  it('不认版本的编辑器得到不带版本的改动', async () => {
    const { documentChanges: _, ...workspaceEdit } = MODERN.workspace?.workspaceEdit ?? {};
    const client = await TestClient.start({
      capabilities: { ...MODERN, workspace: { ...MODERN.workspace, workspaceEdit } },
    });
    const uri = await client.open(DRAFT);
    const [fix] = await client.codeActions(uri, HERE);
    assert.deepEqual(Object.keys(fix?.edit?.changes ?? {}), [uri]);
    await client.stop();
  });

  it('英文界面的操作名是英文', async () => {
    const client = await TestClient.start({ initializationOptions: { commands: true, locale: 'en' } });
    const uri = await client.open(DRAFT);
    const actions = await client.codeActions(uri, HERE);
    assert.ok(titles(actions).some((title) => title.startsWith('Ignore here')));
    await client.stop();
  });

  it('命令：修正全部、重新编号、检查', async () => {
    const client = await TestClient.start();
    const uri = await client.open(`${DRAFT}一、提高认识\n要抓好落实。\n三、加强领导\n`);
    const execute = (command: string, ...args: unknown[]) =>
      client.connection.sendRequest('workspace/executeCommand', { command, arguments: args });
    assert.equal(await execute('biganzi.server.fixAll', uri), 2);
    assert.ok(client.applied(uri, client.edits[0]?.edit).startsWith(FIXED));
    assert.equal(client.edits[0]?.label, '修正全部确定性问题（2处）');
    assert.equal(await execute('biganzi.server.renumber', uri), 1);
    assert.match(client.applied(uri, client.edits[1]?.edit), /\n二、加强领导\n$/);
    const english = await client.open('Agenda: 二O二四年 plan for all of us', {
      uri: 'file:///drafts/agenda.txt',
      languageId: 'plaintext',
    });
    assert.deepEqual(await client.diagnostics(english), []);
    const status = (await execute('biganzi.server.check', english)) as { draft: boolean; findings: number };
    assert.equal(status.draft, true);
    assert.equal((await client.diagnostics(english)).length, status.findings);
    await assert.rejects(execute('biganzi.server.fixAll'));
    await assert.rejects(execute('biganzi.server.unknown', uri));
    await client.stop();
  });

  it('编辑器拒绝改动时说明文稿未变', async () => {
    const client = await TestClient.start({
      capabilities: { ...MODERN, workspace: { ...MODERN.workspace, applyEdit: false } },
    });
    const uri = await client.open(DRAFT);
    await assert.rejects(
      client.connection.sendRequest('workspace/executeCommand', { command: 'biganzi.server.fixAll', arguments: [uri] }),
      /文稿未变/,
    );
    await client.stop();
  });
});
