/** The writer's own words over the protocol: the dictionary, words that are not reported again. */
import assert from 'node:assert/strict';
import type { CodeAction, Hover, Range } from 'vscode-languageserver-protocol/node';
import type { AddWordArguments, IgnoreArguments, MoreArguments } from '../../server/src/lsp/messages';
import { TestClient } from './client';

const DRAFT = '　　布署新村召开会议，核对帐目，清理帐目。\n';

const titles = (actions: readonly CodeAction[]) => actions.map(({ title }) => title);

/** What the last entry, which opens a list, has to choose from. */
function othersOf(actions: readonly CodeAction[]): MoreArguments['choices'] {
  return (actions.at(-1)?.command?.arguments?.[0] as MoreArguments | undefined)?.choices ?? [];
}

function at(text: string): Range {
  const place = { line: 0, character: DRAFT.indexOf(text) + 1 };
  return { start: place, end: place };
}

describe('协议：自己的词', () => {
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

  const reset = async (value: unknown) => {
    settings = value;
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  };
  const found = async () => (await client.diagnostics(uri)).map(({ range }) => client.text(uri, range));

  it('一个词的操作', async () => {
    const actions = await client.codeActions(uri, at('帐目'));
    assert.deepEqual(titles(actions), [
      '改为“账目”',
      '全文2处“帐目”都改为“账目”',
      '忽略此处',
      '本文不再检查此类问题',
      '加入词典：帐目',
      '显示规则说明',
      '不再提示的其他办法……',
    ]);
    assert.equal(client.applied(uri, actions[1]?.edit), DRAFT.replaceAll('帐目', '账目'));
    const choices = othersOf(actions);
    assert.deepEqual(
      choices.map(({ title }) => title),
      ['加入本工作区词典：帐目', '本词不再提示：帐目', '本工作区不再检查此类问题'],
    );
    assert.deepEqual(choices[0]?.argument, { uri, word: '帐目', scope: 'workspace' } satisfies AddWordArguments);
  });

  it('悬停有到规则说明的链接', async () => {
    const hover = await client.connection.sendRequest<Hover | null>('textDocument/hover', {
      textDocument: { uri },
      position: at('帐目').start,
    });
    const text = JSON.stringify(hover?.contents);
    // VS Code says the message itself, above the hover
    assert.doesNotMatch(text, /“帐目”应为“账目”/);
    assert.match(text, /GF 1001—2001/);
    const link = /\(command:biganzi\.showRule\?([^)]*)\)/.exec(text)?.[1] ?? '';
    assert.deepEqual(JSON.parse(decodeURIComponent(link)), [{ rule: 'wording/variant' }]);
  });

  it('不在工作区里的文稿只有用户词典', async () => {
    const other = await client.open(DRAFT, { uri: 'untitled:Untitled-1' });
    const offered = titles(await client.codeActions(other, at('帐目'))).filter((title) => title.includes('词典'));
    assert.deepEqual(offered, ['加入词典：帐目']);
    await client.close(other);
  });

  it('词典里的词和不再提示的词不报', async () => {
    assert.deepEqual(await found(), ['布署', '帐目', '帐目']);
    await reset({ words: { 布署新村: 'place' } });
    assert.deepEqual(await found(), ['帐目', '帐目']);
    const choices = othersOf(await client.codeActions(uri, at('帐目')));
    const ignore = choices.find(({ title }) => title.startsWith('本词不再提示'));
    const { entries } = (ignore?.argument ?? { entries: [] }) as IgnoreArguments;
    await reset({ ignored: entries });
    assert.deepEqual(await found(), ['布署']);
    await reset(null);
  });
});
