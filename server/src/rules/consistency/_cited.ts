/** Documents that a draft cites by name and number: 《关于加强管理的通知》（某政发〔2026〕5号）. */
import type { Span } from '../../text/span';
import { linesWhere } from '../collect';
import { memoByBlock } from '../report';
import { isRunning } from './_lines';

export interface Cited {
  /** Without the 《》 around it. */
  readonly name: string;
  readonly nameSpan: Span;
  /** 某政发 */
  readonly code: string;
  readonly year: number;
  readonly number: number;
  /** From the code to 号. */
  readonly numberSpan: Span;
}

/** 《关于加强管理的通知》（某政发〔2026〕5号 and what a slip makes of its brackets */
const CITED =
  /《(?<name>[^《》]{4,90})》[ 　]?[（(](?<whole>(?<code>[\p{Script=Han}]{2,12})[〔﹝［[【（(](?<year>(?:19|20)\d{2})[〕﹞］\]】）)](?:第)?(?<number>\d{1,5})号)/dgu;

/** Lines with 《……》（某政发, 《……条例》第, 本办法第 or 第八条、第11条: what tells that a document is cited by number or by article. */
export const citingLines = linesWhere(
  (block) =>
    (isRunning(block) || block.role === 'table') &&
    /》[ 　]?(?:中?第|[（(])|[本该](?:法|..)第|条[、和及]第\d/.test(block.text),
);

/** Citations with name and number, in order. */
export const citedIn = memoByBlock((block): readonly Cited[] => {
  if (!block.text.includes('号')) return [];
  return [...block.text.matchAll(CITED)].map((match) => {
    const { name = '', code = '', year, number } = match.groups ?? {};
    const at = (group: string) => {
      const [start, end] = match.indices?.groups?.[group] ?? [match.index, match.index];
      return { start, end };
    };
    return {
      name,
      nameSpan: at('name'),
      code,
      year: Number(year),
      number: Number(number),
      numberSpan: at('whole'),
    };
  });
});

/** The stretches in which two names differ, when they differ in one place only: 和 and 与. */
export function difference(one: string, other: string): readonly [string, string] {
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start++;
  let end = 0;
  const most = Math.min(one.length, other.length) - start;
  while (end < most && one.at(-1 - end) === other.at(-1 - end)) end++;
  return [one.slice(start, one.length - end), other.slice(start, other.length - end)];
}

/** True when two different names of at least so many characters are the same but for one or two. */
export function almostSame(one: string, other: string, least = 6): boolean {
  if (one === other || Math.min(one.length, other.length) < least) return false;
  const [left, right] = difference(one, other);
  return left.length <= 2 && right.length <= 2;
}
