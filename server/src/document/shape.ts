/** What a line shows by itself, before its neighbours are asked. Kept per line, so that an edit re-reads one. */
import { countHan, hasHan } from '../text/chars';
import type { Span } from '../text/span';
import { type MarkCandidate, parseMark } from './marks';
import { findScraps, isResidueLine } from './noise';
import { findPoints } from './points';
import { contentOf, findAddresses, withOpaque } from './prose';
import type { Element, InlinePoint, Role } from './types';

export interface LineShape {
  readonly source: string;
  readonly text: string;
  readonly content: Span;
  readonly noise: readonly Span[];
  /** The trimmed words, most often asked for. */
  readonly words: string;
  readonly mark: MarkCandidate | undefined;
  /** Marks inside the paragraph, which count only where the outline has room for them. */
  readonly buried: readonly MarkCandidate[];
  readonly points: readonly InlinePoint[];
  /** A role that needs no neighbours, or a role that its neighbours must confirm. */
  readonly hint: RoleHint | undefined;
}

export interface RoleHint {
  readonly role: Role;
  readonly element?: Element;
}

/** Reads one line. `masked` are stretches that Markdown says are no prose. Never throws. */
export function readLine(source: string, masked: readonly Span[]): LineShape {
  const noise = masked.length === 0 ? findScraps(source) : [];
  const text = withOpaque(source, [...masked, ...noise, ...findAddresses(source)]);
  const content = contentOf(text);
  const words = text.slice(content.start, content.end);
  const mark = parseMark(text, content.start, content.end, true);
  return {
    source,
    text,
    content,
    noise: noise.length > 0 ? noise : residueSpan(source),
    words,
    mark,
    buried: findBuried(text, content, mark),
    points: findPoints(text, content.start, content.end),
    hint: hintOf(source, words, noise.length > 0),
  };
}

function residueSpan(source: string): Span[] {
  if (!isResidueLine(source)) return [];
  const start = source.length - source.trimStart().length;
  return [{ start, end: source.trimEnd().length }];
}

/** A mark inside a paragraph stands behind a sentence end or blanks. */
const BURIED_AT =
  /(?<=[。！？；：.;:!?”）)》][\s　]*|[\p{Script=Han}，,][\s　]+|\uFFFC[\s　]*)(?=[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[、.．](?!\d))/gu;

function findBuried(text: string, content: Span, mark: MarkCandidate | undefined): MarkCandidate[] {
  const found: MarkCandidate[] = [];
  const from = mark ? mark.heading.mark.end : content.start + 1;
  for (const match of text.matchAll(BURIED_AT)) {
    if (match.index < from || match.index >= content.end) continue;
    const candidate = parseMark(text, match.index, content.end, false);
    if (candidate && !candidate.weak) found.push(candidate);
  }
  return found;
}

const DOCUMENT_NUMBER =
  /^[\p{Script=Han}A-Za-z（）()]{1,24}[〔［[【（(]\s*(?:(?:19|20)?\d{2}|[二一][〇○零O0九][〇○零O0一二三四五六七八九]{2})\s*[〕］\]】）)]\s*第?\s*\d{1,5}\s*号(?=$|[\s　])/u;
const DATE_LINE =
  /^(?:(?:19|20)?\d{2}年\d{1,2}月\d{1,2}[日号]|(?:19|20)\d{2}[.．/-]\d{1,2}[.．/-]\d{1,2}|[一二][〇○零OoＯ0九][〇○零OoＯ0一二三四五六七八九]{2}年[元一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}[日号]|(?:19|20)[0-9xX×_＿]{1,2}年[0-9xX×_＿\s]{1,3}月[0-9xX×_＿\s]{1,3}日)$/;

const HINTS: readonly (readonly [RegExp, RoleHint])[] = [
  [DOCUMENT_NUMBER, { role: 'letterhead', element: 'document-number' }],
  [
    /^(?:第\s*[0-9０-９一二三四五六七八九十百〇×X]{1,5}\s*期|[（(]?总第?\s*\d{1,5}\s*期[）)]?)(?:[\s　]*[（(]?总第?.{1,8}期[）)]?)?$/,
    { role: 'brief-head', element: 'issue-number' },
  ],
  [/^签发人[:：]/, { role: 'letterhead', element: 'signer' }],
  [/^(?:特急|加急|特提|平急)$/, { role: 'letterhead', element: 'urgency' }],
  [/^(?:绝密|机密|秘密|内部资料)(?:[★*☆].{0,8}|[，,]\s*注意保存)?$/, { role: 'letterhead', element: 'classification' }],
  [/^\d{6}$/, { role: 'letterhead', element: 'copy-number' }],
  [/^(?:抄送|抄报|主送|分送)[:：]/, { role: 'imprint', element: 'copy-to' }],
  [
    /^[\p{Script=Han}]{2,40}[\s　]*(?:\d{4}年\d{1,2}月\d{1,2}日)[\s　]*印发[。]?$/u,
    { role: 'imprint', element: 'printing' },
  ],
  [/^(?:报送|报|送|发)[ 　]*[:：]/, { role: 'brief-tail', element: 'distribution' }],
  [/^[（(]?共印.{0,8}份[）)]?[。]?$/, { role: 'brief-tail', element: 'copies' }],
  [/^[（(【]?(?:编者)?[按案]语?[】）)]?[:：]/, { role: 'brief-head', element: 'editor-note' }],
  [/^附[ 　]?件[ 　]*[:：]|^附[:：]/, { role: 'attachment-note' }],
  [/^附[ 　]?件[ 　]*(?:\d{1,2}|[一二三四五六七八九十]{1,3})?[:：]?$/, { role: 'attachment-mark' }],
  [
    /^[（(【[](?:此件|此文|本文有删减|联系人|联系电话|信息公开|公开方式|发至|传达|不予公开|依申请公开|主动公开).{0,120}[）)】\]]$/,
    { role: 'annotation' },
  ],
  [DATE_LINE, { role: 'date' }],
];

/** Lines with tabs or rows of bars between cells are rows of a table. */
const TABLE_ROW = /^[^\t]*\S\t+\S|^\|.*\|$/;

function hintOf(source: string, words: string, scraps: boolean): RoleHint | undefined {
  if (words === '') return { role: source.trim() === '' || !scraps ? blankOrNoise(source) : 'noise' };
  if (isResidueLine(source)) return { role: 'noise' };
  if (TABLE_ROW.test(source.trimStart()) && !/[。！？]$/.test(words)) return { role: 'table' };
  for (const [pattern, hint] of HINTS) if (pattern.test(words)) return hint;
  if (/^[^一-龥]*$/.test(words) && !hasHan(words)) return undefined;
  return undefined;
}

function blankOrNoise(source: string): Role {
  return source.trim() === '' ? 'blank' : isResidueLine(source) ? 'noise' : 'body';
}

/** Share of Han characters among letters and Han characters of a text: near 1 in Chinese prose, near 0 in code. */
export function chineseShare(text: string): number {
  const han = countHan(text);
  const latin = text.match(/[A-Za-z]+/g)?.length ?? 0;
  return han + latin === 0 ? 0 : han / (han + latin);
}
