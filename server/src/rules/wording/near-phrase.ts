/** 常用词语写错一个音近、形近的字：就业服物、覆盖卒；错字不成词、前后的字都对，才提出。 */
import type { Block } from '../../document/types';
import type { Span } from '../../text/span';
import { prepared } from '../prepared';
import { choices, memoByBlock } from '../report';
import { readTable } from '../table';
import type { BlockRule, Finding } from '../types';
import { areAlike, charactersAlike } from './_alike';
import { touchesNewWord } from './_new-words';
import { type NearMiss, nearMisses, wordsOfTwo } from './_phrases';
import { type Places, placesOf } from './_places';

/** By code unit, 1 for characters that are taken for others and seldom are a word by themselves. */
const mayBeWrong = prepared('may-be-wrong', readMayBeWrong);
/** Words of two characters that the phrases are made of: with one of these nothing is wrong. */
const knownWords = prepared('words-of-two', wordsOfTwo);

export const rule: BlockRule = {
  id: 'wording/near-phrase',
  scope: 'block',
  gate: 'language',
  severity: 'warning',
  source: '《现代汉语词典》第7版，法律法规、政府工作报告用语统计',
  authority: 'practice',
  title: '常用词语错一字',
  why: '同音、形近的字最容易打错；词语的其余各字都对，错的那个字同前后不成词，多半是错字。',
  examples: {
    bad: [
      { text: '要健全就业服物体系。', found: '服物', segmented: '要 健全 就业 服 物 体系 。' },
      { text: '大家要戒娇戒躁。', found: '戒娇戒躁', segmented: '大家 要 戒 娇 戒 躁 。' },
      { text: '保护企业合法权异。', found: '合法权异', segmented: '保护 企业 合法 权 异 。' },
    ],
    good: [
      '要健全就业服务体系。',
      { text: '科长何同法主持会议。', segmented: '科长 何 同 法 主持 会议 。' },
      { text: '第八师党委召开会议。', segmented: '第 八 师 党委 召开 会议 。' },
      { text: '推进数智化转型。', segmented: '推进 数 智 化 转型 。' },
      { text: '地方腐败问题要抓早抓小。', segmented: '地方 腐败 问题 要 抓 早 抓 小 。' },
    ],
  },
  needsWords: (block) => candidatesIn(block).length > 0,
  *check(block, _, words) {
    // asked in this order: without words the phrases need not be read
    if (!words?.some(({ tag }) => tag !== undefined)) return;
    const candidates = candidatesIn(block);
    if (candidates.length === 0) return;
    const { text } = block;
    const places = placesOf(words);
    const best = new Map<number, NearMiss>();
    for (const miss of candidates) {
      if (
        !agree(places, miss) ||
        touchesNewWord(text, { start: miss.wrong, end: miss.wrong + 1 }) ||
        mayBeName(text, miss)
      )
        continue;
      const before = best.get(miss.wrong);
      if (!before || before.phrase.text.length < miss.phrase.text.length) best.set(miss.wrong, miss);
    }
    for (const miss of best.values()) yield findingOf(text, miss);
  },
};

/** 科长何同法: behind a post stands a name. */
const POST =
  /(?:书记|主任|主席|[经总]理|[部厅局处科院校所站队组司市县区乡镇村社会行]长|员|代表|秘书|教授|医生|民警|教师|干部|记者|同志)$/;
const LONGEST_NAME = 3;

function mayBeName(text: string, { phrase, start }: NearMiss): boolean {
  return phrase.text.length <= LONGEST_NAME && POST.test(text.slice(Math.max(0, start - 2), start));
}

const NONE: readonly NearMiss[] = [];

const candidatesIn = memoByBlock(({ role, text }: Block): readonly NearMiss[] => {
  if (role === 'noise') return NONE;
  let found: NearMiss[] | undefined;
  nearMisses(text, mayBeWrong(), (miss) => {
    const { phrase, start, wrong } = miss;
    if (!areAlike(text.charAt(wrong), phrase.text.charAt(wrong - start))) return;
    const known = knownWords();
    if (wrong > start && known.has(text.slice(wrong - 1, wrong + 1))) return;
    if (wrong + 1 < start + phrase.text.length && known.has(text.slice(wrong, wrong + 2))) return;
    found ??= [];
    found.push(miss);
  });
  return found ?? NONE;
});

/** The word of the phrase that holds the wrong character. */
function findingOf(text: string, { phrase, start, wrong }: NearMiss): Finding {
  const middle = start + phrase.split;
  const end = start + phrase.text.length;
  const span: Span = wrong < middle ? { start, end: middle } : { start: middle, end };
  const right = phrase.text.slice(span.start - start, span.end - start);
  const because = right === phrase.text ? '' : `：常说“${phrase.text}”`;
  return {
    span,
    message: `“${text.slice(span.start, span.end)}”应为“${right}”${because}`,
    fixes: choices(span, right),
  };
}

function agree({ boundaries, inWord }: Places, { phrase, start, wrong }: NearMiss): boolean {
  return !inWord.has(wrong) && boundaries.has(start) && boundaries.has(start + phrase.text.length);
}

function readMayBeWrong(): Uint8Array {
  const marked = new Uint8Array(1 << 16);
  for (const character of charactersAlike()) marked[character.charCodeAt(0)] = 1;
  for (const fields of readTable('wording/single'))
    for (const character of fields('字')) marked[character.charCodeAt(0)] = 0;
  return marked;
}
