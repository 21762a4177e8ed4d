/** Finds what a text refers to by number: 第三条, 第二部分, 第（二）项, 附件2, 图1, 表3. */

import { numeralValue } from '../../document/marks';
import type { Block } from '../../document/types';
import { memoByBlock } from '../../rules/report';
import type { Span } from '../../text/span';

/** What a number is said to be: a part of this text, or a thing that is counted by itself. */
export type ReferenceKind =
  | 'part'
  | 'chapter'
  | 'section'
  | 'article'
  | 'item'
  | 'point'
  | 'attachment'
  | 'figure'
  | 'table';

/** Whose number it is: of this text for certain, of another text, or not told. */
export type Owner = 'own' | 'other' | 'unclear';

export interface ReferenceNumber {
  readonly value: number;
  /** The numeral alone, in the line. */
  readonly span: Span;
  /** For 图2-1: what stands before the last number. */
  readonly prefix: string;
}

/** One reference; several numbers where it names several: 附件3、4, 第三条至第五条. */
export interface Reference {
  readonly kind: ReferenceKind;
  readonly span: Span;
  readonly numbers: readonly ReferenceNumber[];
  /** True when the two numbers are the first and the last of a run. */
  readonly run: boolean;
  readonly owner: Owner;
  /** True when its numbers are written 1, 2, not 一、二. */
  readonly digits: boolean;
  /** The reference that it stands directly behind: 第二章第三节, 第五条第（二）项. */
  readonly within?: Reference;
}

const HAN = '[一二三四五六七八九十百零]{1,5}';
const FIGURE = `(?:${HAN}|\\d{1,3})`;
const JOIN = '(?:、|和|及|以及|或|或者|与|至|到|—|－|-|~|～)';

/** 第三条, 第三、四部分, 第三条至第五条 is two of them joined. */
const ORDINAL = new RegExp(`第(?<list>${FIGURE}(?:(?:、|和|及|或|至|到)第?${FIGURE})*)(?<unit>部分|章|节|条|项)`, 'dg');
/** 第（二）项, 第（二）、（三）项 */
const BRACKETED = new RegExp(`第(?<list>[（(]${FIGURE}[）)](?:${JOIN}第?[（(]${FIGURE}[）)])*)(?<unit>项|条|点)`, 'dg');
/** 附件2, 附件3、4, 附件1至3 */
const ATTACHMENT = new RegExp(
  `附件[ 　]?(?<list>\\d{1,2}(?:${JOIN}(?:附件)?\\d{1,2}(?![\\d年月日.．]))*)(?![\\d.．])`,
  'dg',
);
/** 图1, 表2-1, 图1和图2, 图3至5 */
const CAPTION =
  /(?<kind>图|表)[ 　]?(?<list>\d{1,2}(?:[-－—.．]\d{1,2})?(?:[、和及或至到](?:图|表)?[ 　]?\d{1,2}(?:[-－—.．]\d{1,2})?)*)(?![\d.．%％年月日])/dg;

const UNITS: Readonly<Record<string, ReferenceKind>> = {
  部分: 'part',
  章: 'chapter',
  节: 'section',
  条: 'article',
  项: 'item',
  点: 'item',
};

/** 第三条道路, 第二条生产线: what follows 条 where it counts things. */
const AFTER_ARTICLE = /^(?:$|[第、，。；：）)”’》至到和及或与所的中之以为是款项规要明确列执除外同也已另均应不])/;

/** The references in a line; kept with the block. Never throws. */
export const referencesIn = memoByBlock((block: Block): readonly Reference[] => {
  const { text, role } = block;
  if (role === 'code' || role === 'noise' || role === 'blank') return [];
  const found: Growing[] = [];
  if (text.includes('第')) {
    for (const match of text.matchAll(ORDINAL)) {
      const kind = UNITS[match.groups?.unit ?? ''];
      const after = text.slice(match.index + match[0].length, match.index + match[0].length + 2);
      if (!kind || (kind === 'article' && !AFTER_ARTICLE.test(after))) continue;
      found.push(growing(kind, match));
    }
    for (const match of text.matchAll(BRACKETED)) {
      const kind = UNITS[match.groups?.unit ?? ''];
      if (kind) found.push(growing(kind === 'article' ? 'item' : kind, match));
    }
  }
  if (text.includes('附件') && role !== 'attachment-mark' && role !== 'attachment-note')
    for (const match of text.matchAll(ATTACHMENT)) found.push(growing('attachment', match));
  if (/[图表][ 　]?\d/.test(text))
    for (const match of text.matchAll(CAPTION))
      if (isReference(block, match)) found.push(growing(match.groups?.kind === '图' ? 'figure' : 'table', match));
  const marks = block.headings.map(({ mark }) => mark);
  return withOwners(
    text,
    joinedRuns(
      text,
      found
        .filter(
          ({ span, numbers }) =>
            numbers.length > 0 && !marks.some((mark) => mark.start < span.end && span.start < mark.end),
        )
        .sort((a, b) => a.span.start - b.span.start),
    ),
  );
});

/** 代表3人 and 报表2 are none, nor is the caption itself. */
function isReference({ text, content }: Block, match: RegExpExecArray): boolean {
  const before = textBefore(text, match.index);
  if (/[\p{Script=Han}A-Za-z]$/u.test(before) && !POINTING.test(before)) return false;
  const after = text.slice(match.index + match[0].length, match.index + match[0].length + 2);
  return match.index !== content.start || /^(?:所示|显示|可见|中|反映|表明)/.test(after);
}

type Growing = { -readonly [K in keyof Reference]: Reference[K] };

/** 第三条至第五条 is one reference to a run. */
function joinedRuns(text: string, found: readonly Growing[]): Growing[] {
  const joined: Growing[] = [];
  for (const each of found) {
    const last = joined.at(-1);
    const between = last && text.slice(last.span.end, each.span.start);
    if (
      last?.kind === each.kind &&
      between &&
      TO.test(between) &&
      last.numbers.length === 1 &&
      each.numbers.length === 1
    ) {
      last.span = { start: last.span.start, end: each.span.end };
      last.numbers = [...last.numbers, ...each.numbers];
      last.run = true;
    } else joined.push(each);
  }
  return joined;
}

const TO = /^[至到—－~～-]$/;

/** 如, 见 and their like: what points to something. */
const POINTING = /(?:如|见|由|从|在|据|及|和|与|对|按|照|参阅|以及|或)$/;

function growing(kind: ReferenceKind, match: RegExpExecArray): Growing {
  const list = match.groups?.list ?? '';
  const from = match.indices?.groups?.list?.[0] ?? match.index;
  const numbers: ReferenceNumber[] = [];
  for (const each of list.matchAll(/(?<prefix>\d{1,2}[-－—.．])?(?<n>[一二三四五六七八九十百零]+|\d+)/g)) {
    const isFigure = kind === 'figure' || kind === 'table';
    const prefix = isFigure ? (each.groups?.prefix ?? '') : '';
    const numeral = isFigure ? (each.groups?.n ?? '') : each[0];
    const value = numeralValue(numeral);
    const start = from + each.index + prefix.length;
    if (value === undefined || value === 0) return { ...nothing(kind, match) };
    numbers.push({ value, prefix, span: { start, end: start + numeral.length } });
  }
  return {
    ...nothing(kind, match),
    numbers,
    run: numbers.length === 2 && /[至到—－~～-]/.test(withoutPrefixes(kind, list)),
  };
}

function withoutPrefixes(kind: ReferenceKind, list: string): string {
  return kind === 'figure' || kind === 'table' ? list.replace(/\d{1,2}[-－—.．](?=\d)/g, '') : list;
}

function nothing(kind: ReferenceKind, match: RegExpExecArray): Growing {
  return {
    kind,
    span: { start: match.index, end: match.index + match[0].length },
    numbers: [],
    run: false,
    owner: 'unclear',
    digits: /[0-9]/.test(match.groups?.list ?? ''),
  };
}

/** 《……办法》第三条; 《……办法》（修订）第三条; 民法典第三条; 该条例第三条; 附件1第二部分 */
const OF_ANOTHER =
  /(?:》(?:[（(〔][^（）()]{0,30}[）)〕])?(?:中|的|中的|有关|关于|修正案)?|[法典例程约]|(?:该|上述|前述|原|国家|上级|有关)\p{Script=Han}{0,8}|附件[ 　]?\d{1,2}(?:中|的|中的)?)$/u;
/** 本办法第三条, 本实施方案第二部分, but not 本市……条例第三条 */
const OF_THIS =
  /本(?![市县区省国厅局州盟旗])\p{Script=Han}{0,4}(?:法|规定|条例|则|章程|程|度|见|知|案|告|划|定|话|章|节|条|文|稿|文件)(?:的|中|中的)?$/u;
/** 依照第三条, 如第二部分, 见附件2 */
const BY_THIS = /(?:依照|按照|依据|根据|违反|适用|符合|参照|执行|除|如|见|参见|详见|按|具备|属于|具有|列入|[前本]款)$/;
/** 第三部分所述 */
const TOLD_BEHIND = /^(?:所述|所列|所示|所称|所提|提到|提出的|规定|的规定|中所)/;

/** Says whose numbers they are, by the words before them and by the reference that they follow. */
function withOwners(text: string, found: readonly Growing[]): readonly Reference[] {
  let last: Growing | undefined;
  let othersSince = false;
  for (const reference of found) {
    const { kind, span } = reference;
    const from = last ? last.span.end : 0;
    const between = text.slice(from, span.start);
    if (/[。！？]/.test(between)) othersSince = false;
    const before = textBefore(text, span.start);
    if (last && PARAGRAPH.test(between) && contains(last.kind, kind)) {
      reference.within = last;
      reference.owner = last.owner;
    } else if (last && JOINED.test(between) && related(last.kind, kind)) {
      reference.owner = last.owner;
      if (last.within && kind === last.kind) reference.within = last.within;
      else if (contains(last.kind, kind)) reference.within = last;
    } else if (OF_THIS.test(before)) reference.owner = 'own';
    else if (OF_ANOTHER.test(before)) reference.owner = 'other';
    else if (kind === 'attachment' || kind === 'figure' || kind === 'table')
      reference.owner = othersSince && !POINTING.test(before) ? 'unclear' : 'own';
    else if (BY_THIS.test(before)) reference.owner = 'own';
    else if (othersSince) reference.owner = 'unclear';
    else if (kind === 'part') reference.owner = TOLD_BEHIND.test(text.slice(span.end)) ? 'own' : 'unclear';
    else
      reference.owner =
        /[\p{Script=Han}A-Za-z]$/u.test(before) &&
        !POINTING.test(before) &&
        !/(?:有|将|把|为|是|对|于|则|但|凡)$/.test(before)
          ? 'unclear'
          : 'own';
    if (reference.owner === 'other') othersSince = true;
    last = reference;
  }
  return found.filter((reference) => !isCounting(text, reference));
}

/** 第一项工作 counts; 第三条第一项 and 前款第一项 refer. */
function isCounting(text: string, { kind, span, within }: Reference): boolean {
  if (kind !== 'item' || within || /[（(]/.test(text.slice(span.start, span.end))) return false;
  return !/[条款]$/.test(textBefore(text, span.start));
}

/** As much as is asked of what stands before a reference. */
function textBefore(text: string, end: number): string {
  return text.slice(Math.max(0, end - LOOK_BACK), end);
}

const LOOK_BACK = 40;
/** 第二条第一款第（三）项: between an article and its item */
const PARAGRAPH = /^(?:第[一二三四五六七八九十]{1,3}款)?$/;
/** 、 and its like; a 款 may stand between: 第一条第一款第二项、第二款第一项 */
const JOINED = new RegExp(`^${JOIN}(?:第[一二三四五六七八九十]{1,3}款)?$`);

const DEPTH: readonly ReferenceKind[] = ['part', 'chapter', 'section', 'article', 'item'];

function contains(outer: ReferenceKind, inner: ReferenceKind): boolean {
  const a = DEPTH.indexOf(outer);
  const b = DEPTH.indexOf(inner);
  return a >= 0 && b > a;
}

function related(a: ReferenceKind, b: ReferenceKind): boolean {
  return a === b || (DEPTH.includes(a) && DEPTH.includes(b));
}
