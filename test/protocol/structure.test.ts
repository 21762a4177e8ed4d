/** Sections over the protocol: the outline and the operations of our own client, actions and a command for any other. */
import assert from 'node:assert/strict';
import { type CodeAction, CodeActionRequest, CodeActionTriggerKind } from 'vscode-languageserver-protocol/node';
import type { OutlineAnswer, StructureAnswer, StructureOperation } from '../../server/src/lsp/messages';
import { TestClient } from './client';

const DRAFT = `关于做好秋季工作的通知

各区人民政府：
　　一、提高认识
　　要认真学习，详见第二部分。
　　二、突出重点
　　要抓好落实，如第一部分所述。
　　三、加强领导
　　要压实责任。
`;
const MOVED = `关于做好秋季工作的通知

各区人民政府：
　　一、突出重点
　　要抓好落实，如第二部分所述。
　　二、提高认识
　　要认真学习，详见第一部分。
　　三、加强领导
　　要压实责任。
`;
const HEADING = { line: 5, character: 4 };

describe('协议：章节', () => {
  let client: TestClient;
  let uri: string;
  const messages: string[] = [];

  before(async () => {
    client = await TestClient.start();
    client.connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      messages.push(message);
    });
    uri = await client.open(DRAFT);
  });
  after(() => client.stop());

  const execute = (...args: unknown[]) =>
    client.connection.sendRequest<StructureAnswer>('workspace/executeCommand', {
      command: 'biganzi.server.structure',
      arguments: args,
    });
  const actions = async (only?: string[], triggerKind?: CodeActionTriggerKind, end = HEADING) => {
    const context = { diagnostics: [], ...(only ? { only } : {}), ...(triggerKind ? { triggerKind } : {}) };
    const answer = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range: { start: HEADING, end },
      context,
    });
    return (answer ?? []).filter((each): each is CodeAction => 'kind' in each && each.kind !== 'quickfix');
  };
  const titles = (list: readonly CodeAction[]) => list.map(({ title }) => title);

  it('能力里写明种类和命令', () => {
    const { codeActionProvider, executeCommandProvider } = client.initializeResult?.capabilities ?? {};
    assert.ok(typeof codeActionProvider === 'object');
    for (const kind of ['refactor.move', 'refactor.rewrite'])
      assert.ok(codeActionProvider.codeActionKinds?.includes(kind), kind);
    assert.ok(executeCommandProvider?.commands.includes('biganzi.server.structure'));
  });

  it('大纲和操作', async () => {
    const outline = await client.connection.sendRequest<OutlineAnswer>('biganzi/outline', { uri });
    assert.deepEqual(
      outline.nodes[0]?.children.map(({ number, title, line, endLine }) => [number, title, line, endLine]),
      [
        ['一、', '提高认识', 3, 4],
        ['二、', '突出重点', 5, 6],
        ['三、', '加强领导', 7, 8],
      ],
    );
    const operation: StructureOperation = { type: 'up', lines: [5] };
    const answer = await client.connection.sendRequest<StructureAnswer>('biganzi/structure', { uri, operation });
    assert.equal(answer.version, client.version(uri));
    const edit = { documentChanges: [{ textDocument: { uri, version: answer.version }, edits: [...answer.edits] }] };
    assert.equal(client.applied(uri, edit), MOVED);
  });

  it('光标在标题上，要重构才给', async () => {
    const all = await actions(['refactor']);
    assert.deepEqual(titles(all), ['上移本节', '下移本节', '降一级', '插入同级标题', '合并到上一节']);
    assert.equal(client.applied(uri, all[0]?.edit), MOVED);
    assert.deepEqual(titles(await actions(['refactor.move'])), ['上移本节', '下移本节']);
    assert.deepEqual(titles(await actions(undefined, CodeActionTriggerKind.Invoked)), [...titles(all)]);
    assert.deepEqual(await actions(undefined, CodeActionTriggerKind.Automatic), []);
    assert.deepEqual(await actions(['quickfix']), []);
    assert.deepEqual(await actions(['refactor'], undefined, { line: 5, character: 6 }), []);
  });

  it('命令改文稿，一次撤销；做不到的说明原因', async () => {
    const answer = await execute(uri, { type: 'up', lines: [5] });
    assert.deepEqual(answer.unresolved, []);
    const [applied] = client.edits.splice(0);
    assert.equal(applied?.label, '上移本节');
    assert.equal(client.applied(uri, applied?.edit), MOVED);
    const refused = await execute(uri, { type: 'up', lines: [3] });
    assert.match(refused.message ?? '', /第一节/);
    assert.deepEqual(client.edits, []);
    await client.until(() => messages.some((message) => message.includes('第一节')));
  });

  it('没跟上的引用告诉写的人', async () => {
    await execute(uri, { type: 'remove', lines: [5] });
    client.edits.splice(0);
    await client.until(() => messages.some((message) => message.includes('第二部分')));
  });

  it('参数不对就报错，什么也不改', async () => {
    for (const operation of [
      undefined,
      'up',
      { type: 'up' },
      { type: 'up', lines: ['5'] },
      { type: 'move', lines: [5], place: { before: 1, after: 2 } },
      { type: 'convertStyle', style: 'roman' },
      { type: 'fly' },
    ])
      await assert.rejects(execute(uri, operation));
    assert.deepEqual(client.edits, []);
  });
});
