/** Segmenters: words cover the text, the stand-in takes over, and loading the dictionary keeps nobody waiting. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { BackgroundSegmenter } from '../../server/src/segment/background';
import { intlWords } from '../../server/src/segment/intl';
import type { LearntWord, SegmenterState, Word } from '../../server/src/segment/types';

const BUILT = path.resolve('dist/segmenter');
const HAS_ADDON = existsSync(path.join(BUILT, `${process.platform}-${process.arch}`, 'nodejieba.node'));

const TEXTS = ['　　会议强调，要深入贯彻落实。', '', 'GDP增长5.5%，𠮷林😀。', '半个\ud800代理对', '有\0空字符'];

function assertCovers(words: readonly Word[], text: string): void {
  let end = 0;
  for (const { span } of words) {
    assert.equal(span.start, end);
    assert.ok(span.end > span.start);
    end = span.end;
  }
  assert.equal(end, text.length);
}

function started(folder: string): Promise<{ segmenter: BackgroundSegmenter; state: SegmenterState }> {
  return new Promise((resolve) => {
    const segmenter = new BackgroundSegmenter(folder, (state) => resolve({ segmenter, state }));
  });
}

describe('分词', () => {
  it('Intl.Segmenter的词前后相接，盖满全文', () => {
    for (const text of TEXTS) assertCovers(intlWords(text), text);
  });

  it('组件缺失时由Intl.Segmenter代替，已提的请求也有答复', async () => {
    const segmenter = new BackgroundSegmenter(path.resolve('test'));
    const [words = []] = await segmenter.segment(['贯彻落实']);
    assertCovers(words, '贯彻落实');
    assert.equal(segmenter.state, 'intl');
    assertCovers((await segmenter.segment(['贯彻落实']))[0] ?? [], '贯彻落实');
  });

  it('不用组件时从一开始就是Intl.Segmenter', async () => {
    const segmenter = new BackgroundSegmenter(undefined);
    assertCovers((await segmenter.segment(['贯彻落实']))[0] ?? [], '贯彻落实');
    assert.equal(segmenter.state, 'intl');
  });

  const it_ = HAS_ADDON ? it : it.skip;

  it_('学来的词不拆开，有自己的词性', async () => {
    const { segmenter } = await started(BUILT);
    const text = '布署新村召开会议';
    const firstOf = async (learnt?: readonly LearntWord[]) => (await segmenter.segment([text], learnt))[0]?.[0];
    assert.notEqual((await firstOf())?.span.end, 4);
    assert.deepEqual(await firstOf([['布署新村', 'ns']]), { span: { start: 0, end: 4 }, tag: 'ns' });
    await segmenter.dispose();
  });

  it_('nodejieba的词前后相接，盖满全文，并有词性', async () => {
    const { segmenter, state } = await started(BUILT);
    assert.equal(state, 'nodejieba');
    const answers = await segmenter.segment(TEXTS);
    for (const [index, text] of TEXTS.entries()) assertCovers(answers[index] ?? [], text);
    const [words = []] = answers;
    const tagOf = (word: string) => words.find(({ span }) => TEXTS[0]?.slice(span.start, span.end) === word)?.tag;
    assert.equal(tagOf('会议'), 'n');
    assert.equal(tagOf('强调'), 'v');
    await segmenter.dispose();
  }).timeout(20_000);

  it_('载入词典时主线程不停顿', async () => {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const before = performance.now();
    const { segmenter } = await started(BUILT);
    delay.disable();
    const loading = performance.now() - before;
    const longest = delay.max / 1e6;
    assert.ok(longest < loading / 2, `载入${Math.round(loading)}毫秒，主线程停顿了${Math.round(longest)}毫秒`);
    await segmenter.dispose();
  }).timeout(20_000);
});
