/** 误重的字、词和语句：的的、把把、切实加强切实加强。 */
import type { Block } from '../../document/types';
import { needsWords } from '../../lexicon';
import { isHan } from '../../text/chars';
import { choices } from '../report';
import type { BlockRule, Finding } from '../types';
import { doubledWords, mayBeDoubled } from './_doubled';
import { findingsOf } from './_match';

/** A shorter stretch may be repeated on purpose or by two words that meet: 研究研究, 工作作风. */
const SHORTEST = 4;
const LONGEST = 24;

/** 一步一步, 一个项目一个项目: repetition says “one by one”. */
const ONE_BY_ONE = /^[一每几]/;

export const rule: BlockRule = {
  id: 'wording/duplicate',
  scope: 'block',
  gate: 'language',
  severity: 'error',
  source: '编校常识',
  authority: 'binding',
  title: '字词误重',
  why: '输入或拼接时重复的字、词、语句应当删去一份。',
  examples: {
    bad: [
      { text: '这是群众的的期盼。', found: '的的', fixed: '这是群众的期盼。' },
      { text: '要把把责任扛在肩上。', found: '把把' },
      { text: '切实加强领导切实加强领导，压实责任。', found: '切实加强领导' },
      {
        text: '坚决贯贯彻执行。',
        found: '贯贯彻',
        segmented: '坚决 贯 贯彻 执行 。',
      },
    ],
    good: [
      '实现目的的途径很多。',
      '为了了解情况，天天走访，研究研究再定。',
      '具有有益的作用。',
      '深刻领会会议精神，首要要求是落实。',
      '请大家把把关。',
      { text: '照镜子、正衣冠、洗洗澡、治治病。', segmented: '照 镜子 、 正 衣冠 、 洗 洗澡 、 治 治病 。' },
      { text: '谨谨慎慎用权，妥妥帖帖安排。', segmented: '谨谨慎 慎 用权 ， 妥妥 帖 帖 安排 。' },
      { text: '全市市场稳定，要要求到位。', segmented: '全 市 市场 稳定 ， 要 要求 到位 。' },
      '工作作风扎实，写成成绩单。',
      '一个项目一个项目地抓。',
      '去年年底前建成。',
      '近3年年均新增项目12个，惠及2.1万户户籍人口。',
    ],
  },
  needsWords: (block) => needsWords(block) || mayBeDoubled(block),
  *check(block, _, words) {
    yield* findingsOf(block, 'duplicate', words);
    if (words && mayBeDoubled(block)) yield* doubledWords(block, words);
    if (block.role !== 'noise' && block.role !== 'table') yield* repeated(block);
  },
};

/** Stretches of Han characters that stand twice in a row. */
function* repeated({ text }: Block): Iterable<Finding> {
  let end = 0;
  for (const length of lengthsToTry(text)) {
    let same = 0;
    for (let at = length; at < text.length; at++) {
      same = text.charCodeAt(at) === text.charCodeAt(at - length) && isHan(text[at]) ? same + 1 : 0;
      if (same < length || at < end) continue;
      const start = at - length + 1;
      const stretch = text.slice(start, at + 1);
      same = 0;
      if (isOneWordAgain(stretch) || ONE_BY_ONE.test(stretch)) continue;
      end = at + 1;
      yield {
        span: { start, end },
        message: `“${stretch}”重复`,
        severity: 'warning',
        fixes: choices({ start, end }, ''),
      };
    }
  }
}

/** 等等等等, 研究研究研究研究: the stretch itself repeats something shorter. */
function isOneWordAgain(stretch: string): boolean {
  return (stretch + stretch).indexOf(stretch, 1) < stretch.length;
}

const ALL_LENGTHS = Array.from({ length: LONGEST - SHORTEST + 1 }, (_, index) => LONGEST - index);
const NO_LENGTH: readonly number[] = [];

/** Where the characters that fall into a drawer stood last, counted on over all texts, so that it need not be cleared for each. */
const lastAt = new Int32Array(1 << 16);
const FARTHEST = 2 ** 31 - 1;
let passed = LONGEST;

/** Of what length something may stand twice in a row, the longest first: one quick pass that spares nearly all lines the slow ones. */
function lengthsToTry(text: string): readonly number[] {
  if (passed + text.length + LONGEST > FARTHEST) {
    lastAt.fill(0);
    passed = LONGEST;
  }
  const drawers = lastAt;
  const before = passed;
  passed += text.length + LONGEST;
  let lengths: Set<number> | undefined;
  let lastFour = 0;
  for (let at = 0; at < text.length; at++) {
    // in 32 bits a character is gone after `SHORTEST` shifts
    lastFour = (lastFour << (32 / SHORTEST)) ^ Math.imul(text.charCodeAt(at), 0x9e3779b1);
    const drawer = (lastFour ^ (lastFour >>> 15)) & 0xffff;
    const distance = before + at - (drawers[drawer] ?? 0);
    drawers[drawer] = before + at;
    if (distance > LONGEST) continue;
    const run = runAt(text, at, distance);
    // others share the drawer, and what was there is not known any more
    if (run < SHORTEST) return ALL_LENGTHS;
    if (distance >= SHORTEST && run >= distance) {
      lengths ??= new Set();
      lengths.add(distance);
    }
  }
  return lengths ? [...lengths].sort((a, b) => b - a) : NO_LENGTH;
}

/** How many characters around `at` are those `distance` before them. */
function runAt(text: string, at: number, distance: number): number {
  let start = at + 1;
  const earliest = Math.max(distance, at + 1 - LONGEST);
  while (start > earliest && text.charCodeAt(start - 1) === text.charCodeAt(start - 1 - distance)) start--;
  if (start > at) return 0;
  let end = at + 1;
  while (end < text.length && end - start < distance && text.charCodeAt(end) === text.charCodeAt(end - distance)) end++;
  return end - start;
}
