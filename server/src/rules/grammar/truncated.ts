/** 话没有说完：句子停在“以及”“由于”这样的词上，或者“把……作为”没有下文。 */
import { matchSpan } from '../../text/span';
import { isProse } from '../report';
import { readTable } from '../table';
import type { BlockRule, Finding } from '../types';
import { widened } from '../widened';

const SENTENCE_END = /[。；！？]/g;
/** 把项目建设作为。 */
const OPEN =
  /(?:把[^，。；！？]{2,24}(?<![不乱慢有新所当极动善敢])作为|[把将][^，。；！？]{2,24}(?:当作|看作|当成|视为|列为|确定为|打造成|建设成)|(?<![可予加得足难所何是])以(?![及下上来内外往前后])[^，。；！？为]{2,14}(?<![行作有无人难成身认不])为)(?=[。；！？])/g;

/** The longest word of the table. */
const LONGEST = 3;

interface Endings {
  /** By word the one it may end: 忘乎所以. */
  readonly exceptions: ReadonlyMap<string, string>;
  /** One of their last characters, or of what `OPEN` finds, before a sentence end: most lines have none. */
  readonly trace: RegExp;
}

let read: Endings | undefined;

export const rule: BlockRule = {
  id: 'grammar/truncated',
  scope: 'block',
  gate: 'language',
  severity: 'warning',
  source: '编校常识',
  authority: 'practice',
  title: '句子没有写完',
  why: '介词、连词和要带宾语的动词不能结束句子，多是改稿时漏删或者漏写了字词。',
  examples: {
    bad: [
      { text: '请各乡镇、各部门以及。', found: '以及' },
      { text: '要把项目建设作为。', found: '把项目建设作为' },
      { text: '全力推进以项目建设为。', found: '以项目建设为' },
    ],
    good: [
      '请各乡镇以及各部门抓好落实。',
      '要把项目建设作为重中之重。',
      '将严肃查处不作为、乱作为。',
      '忘乎所以。',
      '勿以善小而不为。',
      '会议表决通过。',
    ],
  },
  of: (block) => isProse(block) && endings().trace.test(widened(block)),
  *check(block) {
    const text = widened(block);
    yield* endsIn(text);
    for (const match of text.matchAll(OPEN))
      yield { span: matchSpan(match), message: `“${match[0]}”没有写完，后面缺少内容` };
  },
};

function endings(): Endings {
  read ??= readEndings();
  return read;
}

function readEndings(): Endings {
  const exceptions = new Map(readTable('grammar/truncated').map((fields) => [fields('误'), fields('例外')]));
  const last = Array.from(exceptions.keys(), (word) => word.slice(-1));
  return { exceptions, trace: new RegExp(`[${last.join('')}为作成](?=[。；！？])`) };
}

function* endsIn(text: string): Iterable<Finding> {
  const { exceptions } = endings();
  for (const { index: end } of text.matchAll(SENTENCE_END)) {
    for (let length = LONGEST; length >= 2; length--) {
      const start = end - length;
      const word = text.slice(Math.max(0, start), end);
      const except = exceptions.get(word);
      if (except === undefined || (except !== '' && text.endsWith(except, end))) continue;
      yield { span: { start, end }, message: `句子停在“${word}”上，没有写完` };
      break;
    }
  }
}
