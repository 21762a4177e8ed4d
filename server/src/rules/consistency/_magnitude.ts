/** 万 and 亿 mistaken for each other: one quantity told twice in the same digits, once ten thousand times as large. */
import type { Block, Draft } from '../../document/types';
import { choices, memoByBlock } from '../report';
import type { DocumentFinding } from '../types';
import { type Quantity, quantitiesOf } from './_quantities';

interface Mention {
  readonly quantity: Quantity;
  /** What the quantity is of: 总投资, 一般公共预算收入. */
  readonly label: string;
  readonly digits: string;
}

/** 完成固定资产投资 and 总投资达到 are 固定资产投资 and 总投资 */
const LABEL =
  /([\p{Script=Han}]{3,16}?)(?:分别)?(?:总额|总量)?(?:已|将|就)?(?:突破|达到?|完成|实现|超过|约|为|是|共计?|合计|增至|增加到|提高到)*$/u;
/** So many digits that count make a chance agreement unlikely. */
const FEWEST_DIGITS = 3;

const mentionsOf = memoByBlock((block: Block): readonly Mention[] => {
  if (!/[\d][万亿]/.test(block.text)) return [];
  return quantitiesOf(block).flatMap((quantity) => {
    const digits = quantity.numeral
      .replaceAll(',', '')
      .replace('.', '')
      .replace(/^0+|0+$/g, '');
    if (quantity.scale === '' || digits.length < FEWEST_DIGITS || quantity.unit === '%') return [];
    const before = block.text.slice(Math.max(0, quantity.span.start - 20), quantity.span.start);
    const label = LABEL.exec(/[^，。；、：“”\d（）()]*$/u.exec(before)?.[0] ?? '')?.[1];
    return label === undefined ? [] : [{ quantity, label, digits }];
  });
});

export function* magnitudeSlips({ blocks }: Draft): Iterable<DocumentFinding> {
  const known = new Map<string, { readonly mention: Mention; readonly block: number }[]>();
  for (const [block, each] of blocks.entries()) {
    for (const mention of mentionsOf(each)) {
      const key = `${mention.digits} ${mention.quantity.unit}`;
      const others = known.get(key) ?? [];
      known.set(key, [...others, { mention, block }]);
      const other = others.find((one) => isSlip(one.mention, mention));
      if (!other || others.some((one) => one.mention.quantity.value.eq(mention.quantity.value))) continue;
      const first =
        blocks[other.block]?.text.slice(other.mention.quantity.span.start, other.mention.quantity.span.end) ?? '';
      const here = each.text.slice(mention.quantity.span.start, mention.quantity.span.end);
      yield {
        block,
        span: mention.quantity.span,
        message: `“${mention.label}”前面写“${first}”，这里写“${here}”`,
        related: [{ block: other.block, span: other.mention.quantity.span, message: `前面写“${first}”` }],
        fixes: [
          ...choices(mention.quantity.span, first),
          {
            title: `前面的改为“${here}”`,
            edits: [{ block: other.block, span: other.mention.quantity.span, newText: here }],
            preferred: false,
          },
        ],
      };
    }
  }
}

function isSlip(a: Mention, b: Mention): boolean {
  if (a.quantity.scale === b.quantity.scale || !isSameLabel(a.label, b.label)) return false;
  const [small, large] = a.quantity.value.lt(b.quantity.value) ? [a, b] : [b, a];
  return ['1e4', '1e8'].some((factor) => small.quantity.value.times(factor).eq(large.quantity.value));
}

/** 全镇完成固定资产投资 and 去年完成固定资产投资 */
function isSameLabel(a: string, b: string): boolean {
  const shared = Math.min(a.length, b.length, 4);
  return a.slice(-shared) === b.slice(-shared);
}
