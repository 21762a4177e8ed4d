/** A number told without its document, a slip away from one that the draft cites: 《…》（某政发〔2026〕38号） and, elsewhere, 某政发〔2026〕83号. */
import type { Block, Draft } from '../../document/types';
import type { Span } from '../../text/span';
import { collect, type Line } from '../collect';
import { choices } from '../report';
import type { DocumentFinding } from '../types';
import { type Cited, citedIn } from './_cited';
import { isRunning } from './_lines';

/** 严格执行某政发〔2026〕83号: where the code begins no mark tells. */
const NUMBER = /(?<words>[\p{Script=Han}]{2,20})〔(?<year>(?:19|20)\d{2})〕(?<number>\d{1,5})号/gu;

interface Bare {
  readonly words: string;
  readonly year: number;
  readonly number: number;
  readonly span: Span;
}

const numbersOf = collect((block: Block): readonly Bare[] => {
  if (!block.text.includes('〕')) return [];
  const cited = citedIn(block);
  return [...block.text.matchAll(NUMBER)].flatMap((match) => {
    const span = { start: match.index, end: match.index + match[0].length };
    // what stands behind a name, or in front of one, is that document's
    if (
      cited.some(({ numberSpan: { end } }) => end === span.end) ||
      /^[^，。；]{0,6}《/.test(block.text.slice(span.end))
    )
      return [];
    const { words = '', year, number } = match.groups ?? {};
    return { words, year: Number(year), number: Number(number), span };
  });
}, isRunning);

/** @param lines where documents are cited with their names */
export function* bareNumbers(draft: Draft, lines: readonly Line[]): Iterable<DocumentFinding> {
  const bare = numbersOf(draft);
  if (bare.length === 0) return;
  const cited = lines.flatMap(({ index, block }) => citedIn(block).map((each) => ({ ...each, block: index })));
  for (const { index, items } of bare) {
    for (const each of items) {
      if (cited.some((other) => each.words.endsWith(other.code) && isSame(each, other))) continue;
      const meant = cited.find((other) => isSlipOf(each, other));
      if (!meant) continue;
      const right = `${meant.code}〔${meant.year}〕${meant.number}号`;
      const code = codeIn(each.words, meant.code) ?? '';
      const span = { start: each.span.start + each.words.length - code.length, end: each.span.end };
      yield {
        block: index,
        span,
        severity: 'info',
        message: `《${meant.name}》的发文字号是“${right}”，这里是“${code}〔${each.year}〕${each.number}号”`,
        related: [{ block: meant.block, span: meant.numberSpan, message: `“${right}”` }],
        fixes: choices(span, right),
      };
    }
  }
}

function isSame(one: { year: number; number: number }, other: Cited): boolean {
  return one.year === other.year && one.number === other.number;
}

/** 某政办 for 某政办发 with the same number, or the same code and year with the digits of the number in another order. */
function isSlipOf(bare: Bare, cited: Cited): boolean {
  const code = codeIn(bare.words, cited.code);
  if (code === undefined || bare.year !== cited.year) return false;
  if (code !== cited.code) return bare.number === cited.number;
  const digits = (number: number) => [...String(number)].sort().join('');
  return bare.number !== cited.number && digits(bare.number) === digits(cited.number);
}

/** The code with which the words end, with or without its 发. */
function codeIn(words: string, code: string): string | undefined {
  const other = code.endsWith('发') ? code.slice(0, -1) : `${code}发`;
  return [code, other].filter((each) => words.endsWith(each)).at(0);
}
