/** What `grammar/de` says once the words are known, and that it is silent without parts of speech. */
import assert from 'node:assert/strict';
import { readDraft } from '../../server/src/document/read';
import { rule } from '../../server/src/rules/grammar/de';
import { intlWords } from '../../server/src/segment/intl';
import type { Word } from '../../server/src/segment/types';

/** Words as the segmenter tags them: `会/v 切实/ad`. */
function tagged(line: string): { text: string; words: Word[] } {
  let text = '';
  const words = line.split(' ').map((item): Word => {
    const [word = '', tag = ''] = item.split('/');
    const start = text.length;
    text += word;
    return { span: { start, end: text.length }, tag };
  });
  return { text, words };
}

function found(text: string, words?: readonly Word[]): string[] {
  const [block] = readDraft(text).blocks;
  assert.ok(block && rule.scope === 'block');
  assert.equal(rule.needsWords?.(block), true);
  return [...rule.check(block, {}, words)].map(({ span }) => text.slice(span.start, span.end));
}

describe('“的、地、得”看词性', () => {
  it('动词前的状语用“地”，没有词性不报', () => {
    const { text, words } = tagged('单位/n 将/d 切实/ad 的/uj 加强/v 管理/vn 。/x');
    assert.deepEqual(found(text, words), ['将切实的加强']);
    assert.deepEqual(found(text), []);
    assert.deepEqual(found(text, intlWords(text)), []);
  });

  it('“地”自成一词才是助词', () => {
    const particle = tagged('对/p 隐患/n 进行/v 逐项/d 地/uv 排查/vn 。/x');
    assert.deepEqual(found(particle.text, particle.words), ['进行逐项地排查']);
    const noun = tagged('今年/t 进行/v 土地/n 整治/vn 。/x');
    assert.deepEqual(found(noun.text, noun.words), []);
  });

  it('后面不是动词不报', () => {
    const { text, words } = tagged('社会/n 有/v 能/v 积极/ad 的/uj 支持/n 。/x');
    assert.deepEqual(found(text, words), []);
  });
});
