/** 常用词语漏了一个字、两个字颠倒：推进理体系、贯落彻实；剩下的字同前后都不成词，才提出。 */
import type { Block } from '../../document/types';
import { choices, memoByBlock } from '../report';
import type { BlockRule, Finding } from '../types';
import { touchesNewWord } from './_new-words';
import { type Places, placesOf } from './_places';
import { type Slip, slips } from './_slips';

const FAULTS = { lost: '漏了字', swapped: '字序颠倒' } as const;

/** Words of one character that may stand beside anything; beside another one, what is left makes a word that is not known. */
const PARTICLES = /[的和与及在对把将要了等]/;
/** （印）制: what stands in brackets may belong to the word before or behind; of 客、货车 and 衣、食用品 one word is told in part. */
const NEAR = /[\p{Script=Han}（）()、]/u;
/** 抓实项目, 做优产业: how a thing is done stands behind the verb, and the word behind it is the object. */
const DONE = /^[抓做压夯走谋干盯建管练筑补育讲学查办][实细深严透优强足齐]/;
/** More than these are no help. */
const MOST = 3;

export const rule: BlockRule = {
  id: 'wording/phrase-slip',
  scope: 'block',
  gate: 'language',
  severity: 'warning',
  source: '《现代汉语词典》第7版，法律法规、政府工作报告用语统计',
  authority: 'practice',
  title: '常用词语漏字、颠倒',
  why: '打字时漏了字、颠倒了前后两字，词语就断开了：剩下的字同前后都不成词，补上或者换过来正是一个常用词语。',
  examples: {
    bad: [
      { text: '推进理体系建设。', found: '理体系', segmented: '推进 理 体系 建设 。' },
      { text: '要贯落彻实会议精神。', found: '贯落彻实', segmented: '要 贯 落 彻 实 会议 精神 。' },
      { text: '营造良氛好围。', found: '良氛好围', segmented: '营造 良 氛 好 围 。' },
      { text: '思路更加晰清。', found: '晰清', segmented: '思路 更加 晰 清 。' },
    ],
    good: [
      '推进治理体系建设。',
      { text: '推进治理体系建设。', segmented: '推进 治理 体系 建设 。' },
      { text: '稳就业、稳市场、稳预期。', segmented: '稳 就业 、 稳 市场 、 稳 预期 。' },
      { text: '建立数据治理体系。', segmented: '建立 数据 治理 体系 。' },
      { text: '培育文旅产业。', segmented: '培育 文 旅 产业 。' },
      { text: '材料由厂家监（印）制。', segmented: '材料 由 厂家 监 （ 印 ） 制 。' },
      { text: '开展企校合作。', segmented: '开展 企 校 合作 。' },
      { text: '安全产生效益。', segmented: '安全 产生 效益 。' },
      { text: '盯紧抓实项目可研。', segmented: '盯 紧抓 实 项目 可研 。' },
      {
        text: '报废的大型客、货车由安全生产科制定处置办法。',
        segmented: '报废 的 大型 客 、 货车 由 安全 生产 科 制定 处置 办法 。',
      },
    ],
  },
  needsWords: (block) => candidatesIn(block).length > 0,
  *check(block, _, words) {
    if (!words?.some(({ tag }) => tag !== undefined)) return;
    const candidates = candidatesIn(block);
    if (candidates.length === 0) return;
    const { text } = block;
    const places = placesOf(words);
    const agreed = candidates.filter((slip) => agree(places, text, slip) && !touchesNewWord(text, slip));
    for (const slip of agreed) {
      const rivals = agreed.filter((other) => other.start < slip.end && slip.start < other.end);
      // of those that overlap the longest speaks, for all that are as long
      if (slip === rivals.reduce((best, other) => (length(other) > length(best) ? other : best)))
        yield findingOf(text, slip, rivals);
    }
  },
};

const NONE: readonly Slip[] = [];

const candidatesIn = memoByBlock(({ role, text }: Block): readonly Slip[] => {
  if (role === 'noise' || role === 'table') return NONE;
  let found: Slip[] | undefined;
  slips(text, (slip) => {
    found ??= [];
    found.push(slip);
  });
  return found ?? NONE;
});

function findingOf(text: string, { kind, start, end }: Slip, rivals: readonly Slip[]): Finding {
  const same = rivals.filter((other) => other.start === start && other.end === end);
  const rights = [...new Set(same.map(({ phrase }) => phrase))].slice(0, MOST);
  return {
    span: { start, end },
    // two characters alone may be a word that is not known: 存缴, 车货
    ...(kind === 'lost' || end - start === 2 ? { severity: 'info' as const } : {}),
    message: `“${text.slice(start, end)}”${FAULTS[kind]}，应为${rights.map((right) => `“${right}”`).join('或')}`,
    fixes: choices({ start, end }, ...rights),
  };
}

function length({ start, end }: Slip): number {
  return end - start;
}

/** The words end where the phrase does, and what is left of one belongs to no other. */
function agree({ boundaries, inWord }: Places, text: string, slip: Slip): boolean {
  const { kind, start, end, split, from, to } = slip;
  if (!boundaries.has(start) || !boundaries.has(end)) return false;
  for (let at = from; at < to; at++) if (inWord.has(at)) return false;
  const isApart = (at: number, mayBeKnown: boolean) => isEndOfWord(inWord, text, at, mayBeKnown);
  if (kind === 'swapped') return end - start > 2 || (isApart(start - 1, true) && isApart(end, true));
  if (split !== undefined && !boundaries.has(split)) return false;
  for (let at = start; at < end; at++) if ((at < from || at >= to) && !inWord.has(at)) return false;
  if (from !== start) return isApart(end, false);
  return isApart(start - 1, true) && !DONE.test(text.slice(Math.max(0, start - 1), end));
}

/**
 * What is left of a word may be one that is not known with what is beside it: 文旅, 算力, 规储. A line may break within a
 * word. That a known word stands there is enough where `mayBeKnown`.
 */
function isEndOfWord(inWord: ReadonlySet<number>, text: string, beside: number, mayBeKnown: boolean): boolean {
  if (beside < 0 || beside >= text.length) return false;
  const character = text.charAt(beside);
  return PARTICLES.test(character) || !NEAR.test(character) || (mayBeKnown && inWord.has(beside));
}
