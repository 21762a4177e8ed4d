/** Where between the braces of a template a place lies. The text may be half written, so nothing is parsed. */

export interface TagPlace {
  /** `#`, `/` or nothing: what the braces begin with. */
  readonly sign: string;
  /** The words of the innermost call before this one: `['年份', '会议日期']` at `{{年份 会议日期 |`. */
  readonly before: readonly string[];
  /** True inside parentheses. */
  readonly nested: boolean;
  /** Where the word at this place begins and ends in the text. */
  readonly start: number;
  readonly end: number;
}

const OPENING = '{{';
const CLOSING = '}}';
/** {{#if , {{~/each, {{{ */
const SIGN = /^[{&~]*(?<sign>[#/]?)/;
const WORD_END = /[^\s(){}"'~]*/y;
/** "第一个", (等于, 会议日期 */
const TOKEN = /"[^"]*"?|'[^']*'?|[()]|[^\s()"']+/g;

/** The place between braces, or `undefined` in the text around them, in a comment, or in quotation marks. */
export function tagPlace(text: string, offset: number): TagPlace | undefined {
  const open = text.lastIndexOf(OPENING, offset - OPENING.length);
  if (open < 0) return undefined;
  const inside = text.slice(open + OPENING.length, offset);
  if (inside.includes(CLOSING) || inside.startsWith('!') || inComment(text, offset) || text[open - 1] === '\\')
    return undefined;
  const [lead = ''] = SIGN.exec(inside) ?? [];
  const calls: string[][] = [[]];
  for (const [token] of inside.slice(lead.length).matchAll(TOKEN)) {
    if (token === '(') calls.push([]);
    else if (token !== ')') calls.at(-1)?.push(token);
    else if (calls.length > 1) {
      calls.pop();
      calls.at(-1)?.push('()');
    }
  }
  const words = calls.at(-1) ?? [];
  const typing = /[^\s()]$/.test(inside) && inside.length > lead.length ? (words.pop() ?? '') : '';
  // within quotation marks the writer puts words of the text
  if (/^["']/.test(typing) && (typing.length === 1 || !/["']$/.test(typing))) return undefined;
  WORD_END.lastIndex = offset;
  const rest = WORD_END.exec(text)?.[0].length ?? 0;
  const sign = lead.replace(/[{&~]/g, '');
  return { sign, before: words, nested: calls.length > 1, start: offset - typing.length, end: offset + rest };
}

/** True between {{!-- and --}}, which may hold braces. */
function inComment(text: string, offset: number): boolean {
  const open = text.lastIndexOf('{{!--', offset);
  return open >= 0 && !text.slice(open, offset).includes('--}}');
}
