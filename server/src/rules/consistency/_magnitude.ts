/** 万 and 亿 mistaken for each other, or a point misplaced: one quantity told twice in the same digits, once ten or ten thousand times as large. */
import type { Block, Draft } from '../../document/types';
import { matchesIn } from '../../text/matches';
import type { Span } from '../../text/span';
import { clue, hasFigures } from '../clues';
import { collect, collectRepeated } from '../collect';
import { choices, isProse } from '../report';
import type { DocumentFinding } from '../types';

interface Mention {
  readonly span: Span;
  /** What the quantity is of: 总投资, 一般公共预算收入. */
  readonly label: string;
  /** The digits that count, and the power of ten that they are to be multiplied by. */
  readonly digits: string;
  readonly power: number;
  /** The first character behind: 元, 吨. */
  readonly unit: string;
}

/** 12.36亿元 */
const LARGE = /(\d[\d,]*(?:\.\d+)?)(万亿|亿|万)(?=(.?))/g;
const POWERS: Readonly<Record<string, number>> = { 万: 4, 亿: 8, 万亿: 12 };
/** 完成固定资产投资 and 总投资达到 are 固定资产投资 and 总投资 */
const LABEL =
  /([\p{Script=Han}]{3,16}?)(?:分别)?(?:总额|总量)?(?:已|将|就)?(?:突破|达到?|完成|实现|超过|约|为|是|共计?|合计|增至|增加到|提高到)*$/u;
/** So many digits that count make a chance agreement unlikely; so does a label of this length. */
const FEWEST_DIGITS = 3;
const LONG_LABEL = 6;
/** So many are the same by chance hardly ever: 312.5万 and 3125万. */
const MANY_DIGITS = 4;
/** A point or a 万 that slipped moves a number no farther. */
const MOST_PLACES = 4;

const hasScale = clue('万亿');

const mentionsIn = collect(
  ({ text }: Block): readonly Mention[] => {
    return matchesIn(text, LARGE).flatMap(({ 0: whole, 1: numeral = '', 2: scale = '', 3: unit = '', index }) => {
      const [integer = '', decimals = ''] = numeral.replaceAll(',', '').split('.');
      const all = `${integer}${decimals}`.replace(/^0+/, '');
      const digits = all.replace(/0+$/, '');
      if (digits === '' || /[\d.—～~-]/.test(text[index - 1] ?? '')) return [];
      const before = /[^，。；、：“”\d（）()]*$/u.exec(text.slice(Math.max(0, index - 20), index))?.[0] ?? '';
      const label = LABEL.exec(before)?.[1];
      if (label === undefined || (digits.length < FEWEST_DIGITS && label.length < LONG_LABEL)) return [];
      const power = (POWERS[scale] ?? 0) - decimals.length + all.length - digits.length;
      return { span: { start: index, end: index + whole.length }, label, digits, unit, power };
    });
  },
  (block) => isProse(block) && hasFigures(block) && hasScale(block),
);

/** Most quantities are told once. */
const repeatedIn = collectRepeated(mentionsIn, ({ digits }) => digits);

interface Placed extends Mention {
  readonly block: number;
}

export function* magnitudeSlips(draft: Draft): Iterable<DocumentFinding> {
  const known = new Map<string, Placed[]>();
  for (const { index: block, items } of repeatedIn(draft)) {
    for (const mention of items) {
      const others = known.get(mention.digits);
      const here = { ...mention, block };
      if (!others) {
        known.set(mention.digits, [here]);
        continue;
      }
      const other = others.some(({ power }) => power === here.power)
        ? undefined
        : others.find((one) => isSlip(one, here));
      others.push(here);
      if (other) yield findingOf(draft, other, here);
    }
  }
}

function isSlip(a: Mention, b: Mention): boolean {
  const away = Math.abs(a.power - b.power);
  if (a.unit !== b.unit || away > MOST_PLACES) return false;
  const [shorter, longer] = a.label.length < b.label.length ? [a.label, b.label] : [b.label, a.label];
  // 全镇完成固定资产投资 and 去年完成固定资产投资
  if (a.digits.length < FEWEST_DIGITS)
    return shorter.length >= LONG_LABEL && longer.endsWith(shorter) && (away % 4 === 0 || a.digits.length > 1);
  if (away % 4 !== 0) return a.digits.length >= MANY_DIGITS && longer.endsWith(shorter.slice(-2));
  return longer.endsWith(shorter.slice(-4));
}

function findingOf({ blocks }: Draft, other: Placed, here: Placed): DocumentFinding {
  const textOf = ({ block, span }: Placed) => blocks[block]?.text.slice(span.start, span.end) ?? '';
  const [first, second] = [textOf(other), textOf(here)];
  return {
    block: here.block,
    span: here.span,
    message: `同一个数前面写“${first}”，这里写“${second}”，${Math.abs(other.power - here.power) % 4 === 0 ? '“万”“亿”不一' : '差了位数'}`,
    related: [{ block: other.block, span: other.span, message: `前面写“${first}”` }],
    fixes: [
      ...choices(here.span, first),
      {
        title: `前面的改为“${second}”`,
        edits: [{ block: other.block, span: other.span, newText: second }],
        preferred: false,
      },
    ],
  };
}
