/** Words come when they come: findings without them are there at once, findings that need them follow. */
import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { readDraft } from '../../server/src/document/read';
import { Checker } from '../../server/src/rules/engine';
import { intlWords } from '../../server/src/segment/intl';
import type { Segmenter } from '../../server/src/segment/types';
import { fixText } from '../../server/src/service/fix-all';
import { activeRules, DEFAULT_SETTINGS } from '../../server/src/service/settings';
import { Words } from '../../server/src/service/words';
import { MemoryDocument, NEVER, serviceWith } from './support/service';

/** Answers when it is told to, and then always at once. */
class SlowSegmenter implements Segmenter {
  readonly asked: string[] = [];
  open: () => void = () => {};
  readonly #opened = new Promise<void>((resolve) => {
    this.open = resolve;
  });

  async segment(texts: readonly string[]) {
    this.asked.push(...texts);
    await this.#opened;
    return texts.map(intlWords);
  }
}

const TEXT = '要提共优质服务，作好布署。\n前提共同确定以后执行。';
const ONLY_WORDING = new Set(['wording/confusable']);

describe('词界', () => {
  it('不看词界的先报，看词界的随后报，切在词中间的不报', async () => {
    const segmenter = new SlowSegmenter();
    const { service, workspace } = serviceWith({}, undefined, segmenter);
    const document = new MemoryDocument(TEXT);
    const texts = async () => {
      const review = await service.review(document, NEVER);
      assert.ok(review);
      const { draft, reports } = review;
      return reports
        .filter(({ rule }) => ONLY_WORDING.has(rule.id))
        .map(({ block, span }) => draft.blocks[block]?.text.slice(span.start, span.end));
    };
    assert.deepEqual(await texts(), ['布署']);
    assert.deepEqual(segmenter.asked, []);
    segmenter.open();
    await setTimeout(5);
    assert.deepEqual(workspace.outdated, [document.uri]);
    assert.deepEqual(await texts(), ['提共', '布署']);
    assert.deepEqual(segmenter.asked, TEXT.split('\n').slice(0, 1));

    document.change(`${TEXT}\n继续提共公共服务。`);
    assert.deepEqual(await texts(), ['提共', '布署', '提共']);
    assert.deepEqual(workspace.outdated, [document.uri]);
  });

  it('一段文字只问一次', async () => {
    const segmenter = new SlowSegmenter();
    const words = new Words(segmenter);
    const { blocks } = readDraft('继续提共。\n继续提共。');
    const both = Promise.all([words.find(blocks), words.find(blocks)]);
    segmenter.open();
    await both;
    await words.find(blocks);
    assert.deepEqual(segmenter.asked, ['继续提共。']);
  });

  it('没有分词也能检查，改正到底还是不变', async () => {
    const rules = activeRules(DEFAULT_SETTINGS, ONLY_WORDING);
    const draft = readDraft(TEXT);
    const { pending, reports } = new Checker(rules).check(draft);
    assert.deepEqual([pending.length, reports.length], [1, 1]);
    const segmenter = new SlowSegmenter();
    segmenter.open();
    const words = new Words(segmenter);
    const mend = (text: string) => fixText(text, () => new Checker(rules, words.of));
    let result = mend(TEXT);
    while (result.pending.length > 0) {
      await words.find(result.pending);
      result = mend(TEXT);
    }
    assert.equal(result.text, '要提供优质服务，作好部署。\n前提共同确定以后执行。');
    assert.equal(mend(result.text).text, result.text);
  });
});
