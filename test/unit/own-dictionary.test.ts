/** The writer's dictionary and the words that are not to be reported again. */
import assert from 'node:assert/strict';
import { readDraft } from '../../server/src/document/read';
import { RightWords } from '../../server/src/lexicon/right-words';
import { parseSettings } from '../../server/src/service/settings';
import { Words } from '../../server/src/service/words';
import { applyEdits, MemoryDocument, NEVER, serviceWith } from './support/service';

const TEXT = '　　布署新村召开会议，作出布署，核对帐目，清理帐目。\n';

async function found(settings: object, text = TEXT): Promise<string[]> {
  const { service } = serviceWith(parseSettings(settings));
  const review = await service.review(new MemoryDocument(text), NEVER);
  return (review?.reports ?? []).map(({ block, span }) => text.split('\n')[block]?.slice(span.start, span.end) ?? '');
}

describe('自己的词典', () => {
  it('词典里的词不报，别处的照报', async () => {
    assert.deepEqual(await found({}), ['布署', '布署', '帐目', '帐目']);
    assert.deepEqual(await found({ words: { 布署新村: 'place' } }), ['布署', '帐目', '帐目']);
    assert.deepEqual(await found({ words: { 布署: 'word', 帐目: 'off' } }), ['帐目', '帐目']);
  });

  it('任何规则都不报词典里的词', async () => {
    const text = '　　推广甲,乙法以来，效果明显。\n';
    assert.ok((await found({}, text)).length > 0);
    assert.deepEqual(await found({ words: { '甲,乙法': 'word' } }, text), []);
  });

  it('写错的类别不算', () => {
    assert.deepEqual(parseSettings({ words: { 甲乙: 'person', 丙丁: 'x', 戊己: 3 } }).words, { 甲乙: 'person' });
    assert.deepEqual(parseSettings({ words: ['甲乙'] }).words, {});
  });

  it('只管落在词里的区间', () => {
    const [block] = readDraft('甲乙丙甲乙').blocks;
    assert.ok(block);
    const { covers } = new RightWords(['甲乙', '']);
    const inside = [
      [0, 2],
      [1, 2],
      [0, 3],
      [2, 3],
      [3, 5],
    ].map(([start = 0, end = 0]) => covers(block, { start, end }));
    assert.deepEqual(inside, [true, true, false, false, true]);
  });

  it('分词先学词典里的词，只学一次；学了新词，旧的结果不再用', async () => {
    const asked: (readonly string[])[] = [];
    const words = new Words({
      segment: async (texts, learnt = []) => {
        asked.push([...texts, ...learnt.map((each) => each.join('/'))]);
        return texts.map((text) => [{ span: { start: 0, end: text.length } }]);
      },
    });
    const [block] = readDraft('甲乙丙').blocks;
    assert.ok(block);
    words.learn({ 甲乙: 'place' });
    await words.find([block]);
    words.learn({ 甲乙: 'place' });
    await words.find([block]);
    words.learn({ 甲乙: 'place', 乙丙: 'organ' });
    assert.equal(words.of(block), undefined);
    await words.find([block]);
    assert.deepEqual(asked, [
      ['甲乙丙', '甲乙/ns'],
      ['甲乙丙', '乙丙/nt'],
    ]);
  });
});

describe('本词不再提示', () => {
  it('只略去这条规则的这个词', async () => {
    assert.deepEqual(await found({ ignored: ['wording/variant=帐目'] }), ['布署', '布署']);
    assert.deepEqual(await found({ ignored: ['wording/confusable=帐目'] }), ['布署', '布署', '帐目', '帐目']);
  });
});

describe('对一个词的操作', () => {
  const actionsAt = async (text: string, character: number, settings: object = {}) => {
    const { service } = serviceWith(parseSettings(settings));
    const at = { line: 0, character };
    const document = new MemoryDocument(text);
    return (await service.codeActions(document, { start: at, end: at }, NEVER)) ?? [];
  };

  it('全文一并改，加入词典，不再提示', async () => {
    const actions = await actionsAt(TEXT, TEXT.indexOf('帐目') + 1);
    const all = actions.find((action) => action.type === 'fix-word');
    assert.ok(all?.type === 'fix-word');
    assert.deepEqual([all.word, all.title, all.mended], ['帐目', '改为“账目”', 2]);
    assert.equal(applyEdits(TEXT, all.edits), TEXT.replaceAll('帐目', '账目'));
    assert.deepEqual(
      actions.flatMap((action) => (action.type === 'add-word' ? [action.word] : [])),
      ['帐目'],
    );
    assert.deepEqual(
      actions.flatMap((action) => (action.type === 'ignore-word' ? [action.entry] : [])),
      ['wording/variant=帐目'],
    );
  });

  it('只有一处的没有全文一并改；不是词的不能加入词典', async () => {
    const once = await actionsAt('　　作出布署，推进工作。\n', 5);
    assert.ok(once.every(({ type }) => type !== 'fix-word'));
    const mark = await actionsAt('　　认真学习,深刻领会。\n', 6);
    assert.ok(mark.length > 0);
    assert.ok(mark.every(({ type }) => type !== 'add-word' && type !== 'ignore-word'));
  });
});
