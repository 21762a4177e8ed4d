/** 文中的“一是、二是”“第一、第二”“首先、其次”前后相接：不断、不重、不中途换写法，也不只有开头。 */
import type { Block, Draft } from '../../document/types';
import { toHanNumeral } from '../../text/chars';
import { collect } from '../collect';
import { isProse, memo } from '../report';
import type { DocumentFinding, DocumentRule, Edit } from '../types';
import { ordinalLike, type PlacedOrdinal, type Stretch, stretchesOf, textBetween } from './_points';

/** 一方面要加快进度; never 一方面军 or 这一方面. */
const ONE_SIDE = /(?<=^|[，。；：！？、“]|我们|[\s\uFFFC])一方面(?![军”])/g;
/** What answers 一方面, or carries on from it. */
const OTHER_SIDE = /另|一方面|二|其次|同时|此外|再者|[又也还更且并而]/;
/** What carries on from 一是 in other words than 二是. */
const GOES_ON = /一是|另|其次|同时|此外|再[就者是次则有]|[还更又两]/;

export const rule: DocumentRule = {
  id: 'consistency/series',
  scope: 'document',
  gate: 'form',
  severity: 'warning',
  source: '公文写作通行做法',
  authority: 'practice',
  title: '“一是、二是”“一方面、另一方面”前后相接',
  why: '“一是、二是”之后跳到“四是”，多半是删改时丢了一条或者没有顺延；只有“一是”没有“二是”，读的人会等下文。',
  examples: {
    bad: [
      { text: '一是加强领导，二是压实责任，四是严格考核。', found: '四是' },
      {
        text: '一是加强领导，二是压实责任，二是严格考核。',
        found: '二是',
        fixed: '一是加强领导，二是压实责任，三是严格考核。',
      },
      {
        text: '一是加强领导；第二，压实责任；三是严格考核。',
        found: '第二',
        fixed: '一是加强领导；二是压实责任；三是严格考核。',
      },
      { text: '首先，要提高认识。再次，要抓好落实。', found: '再次' },
      { text: '今年重点抓了以下工作：一是健全了值班制度。\n下一步，要继续完善机制。', found: '一是' },
      { text: '一方面要加快进度。要严格把关质量。\n下一步，要继续完善机制。', found: '一方面' },
    ],
    good: [
      '一是加强领导，二是压实责任，三是严格考核。',
      '一是抓培训，一是抓考核，两手都要硬。',
      '首先，要提高认识。其次，要抓好落实。',
      '首先，要提高认识。第二，要抓好落实。',
      '说一是一，说二是二，不打折扣。',
      '一方面要加快进度，另一方面要严格把关。',
    ],
  },
  *check(draft) {
    for (const stretch of stretchesOf(draft)) {
      const { breaks, singles, unopened } = sorted(stretch.ordinals);
      yield* toldOf(draft, breaks);
      if (unopened && !hasFirst(draft, stretch, unopened))
        yield {
          ...at(unopened),
          severity: 'info',
          message: `有“${unopened.words}”，前面没有“${ordinalLike(unopened, 1)}”`,
        };
      // 一是看病，一是上学 are two of a kind
      const [single, ...others] = singles;
      if (single && others.length === 0 && isAlone(draft, single, stretch))
        yield { ...at(single), severity: 'info', message: '有“一是”，没有“二是”与它相接' };
    }
    yield* oneSided(draft);
  },
};

/** In a stretch with more faults than this the numbers mean nothing. */
const MOST = 30;
/** Series lie in one another no deeper than this. */
const DEEPEST = 4;

/** The points of one series, in order. */
type Series = PlacedOrdinal[];

/** Where a series does not go on from `last` as it should. */
interface Break {
  readonly last: PlacedOrdinal;
  readonly each: PlacedOrdinal;
  /** Those that come behind it. */
  readonly rest: readonly PlacedOrdinal[];
  readonly kind: 'number' | 'style' | 'style-once';
}

/** Sorts the ordinal words of a stretch into series, one inside the other: those of one point, and where one breaks. */
const sorted = memo((ordinals: readonly PlacedOrdinal[]) => {
  const series: Series[] = [];
  const breaks: Break[] = [];
  let open: Series[] = [];
  for (const [index, each] of ordinals.entries()) {
    const own = open.findLastIndex((one) => isNext(one.at(-1), each));
    const inner = open.at(-1);
    const last = inner?.at(-1);
    if (each.value === 1) {
      const one = [each];
      series.push(one);
      open = [...open.slice(1 - DEEPEST), one];
    } else if (own >= 0) {
      open[own]?.push(each);
      open = open.slice(0, own + 1);
    } else if (inner && last?.style === each.style) {
      breaks.push({ last, each, rest: ordinals.slice(index + 1, index + MOST), kind: 'number' });
      inner.push(each);
    } else if (inner && last && isOtherStyle(last, each)) {
      const back = isNext({ ...each, style: last.style }, ordinals[index + 1]);
      breaks.push({ last, each, rest: [], kind: back ? 'style-once' : 'style' });
      inner.push(back ? { ...each, style: last.style } : each);
    }
  }
  const singles = series.flatMap(([first, second]) => (first && !second ? [first] : []));
  const [second, third] = ordinals;
  const isUnopened = second?.style === 'shi' && second.value === 2 && second.block === third?.block;
  return { breaks, singles, unopened: isUnopened && isNext(second, third) ? second : undefined };
});

/** What may stand for 一是. */
const FIRST = /首先|第一|其一|[一1①][是要、，抓.．：:]|[（(][一1][）)]|①/;

/** 要抓好落实：二是…，三是…, and nothing before it that may be the first point. */
function hasFirst(draft: Draft, { start }: Stretch, { block, span }: PlacedOrdinal): boolean {
  return FIRST.test(textBetween(draft, { block: start, at: 0 }, { block, at: span.start }));
}

function* toldOf(draft: Draft, breaks: readonly Break[]): Iterable<DocumentFinding> {
  let told = 0;
  for (const each of breaks) {
    const finding = each.kind === 'number' ? misnumbered(draft, each) : otherStyle(each);
    if (finding) yield finding;
    if (finding && ++told >= MOST) return;
  }
}

function isNext(last: PlacedOrdinal | undefined, each: PlacedOrdinal | undefined): boolean {
  return last !== undefined && each !== undefined && last.value + 1 === each.value && last.style === each.style;
}

/** 一是……第二，…… in one paragraph; 首先……第二…… is usual. */
function isOtherStyle(last: PlacedOrdinal, each: PlacedOrdinal): boolean {
  // 一是 of a point that goes on with 二、
  if (last.block !== each.block || each.style === 'xian') return false;
  if (each.style === 'han' || last.style === 'han') return false;
  return last.style === 'xian' ? isSameAs(last, each) : last.value + 1 === each.value;
}

/** 再次，……其三，…… */
function isSameAs(last: PlacedOrdinal, { style, value }: PlacedOrdinal): boolean {
  return (style === 'qi' || style === 'di') && value > 1 && value === last.value;
}

function at({ block, span }: PlacedOrdinal) {
  return { block, span };
}

function misnumbered(draft: Draft, { last, each, rest }: Break): DocumentFinding | undefined {
  const wanted = last.value + 1;
  const from = { block: last.block, at: last.span.end };
  const between = textBetween(draft, from, { block: each.block, at: each.span.start });
  // …… stands for what was left out
  if (tells(between, wanted) || /…|\.{3}/.test(between)) return undefined;
  const edits: Edit[] = [];
  let value = wanted;
  for (const one of [each, ...rest]) {
    if (one.style !== each.style || one.value !== each.value + value - wanted) break;
    edits.push({ ...at(one), newText: ordinalLike(one, value++) });
  }
  const right = ordinalLike(each, wanted);
  const repeated = each.value === last.value;
  return {
    ...at(each),
    message: repeated
      ? `“${each.words}”重复，应为“${right}”`
      : `“${last.words}”之后应为“${right}”，这里是“${each.words}”`,
    // A gap may be a point that was lost: only the writer knows whether to renumber or to restore it.
    fixes: [{ title: `改为“${right}”${edits.length > 1 ? '，以下顺延' : ''}`, edits, preferred: repeated }],
    related: [{ ...at(last), message: `前一条是“${last.words}”` }],
  };
}

function otherStyle({ last, each, kind }: Break): DocumentFinding {
  if (last.style === 'xian')
    return {
      ...at(each),
      message: `前面已有“${last.words}”，这里又是“${each.words}”`,
      related: [{ ...at(last), message: `前一条是“${last.words}”` }],
    };
  const back = kind === 'style-once';
  const right = ordinalLike(last, each.value);
  return {
    ...at(each),
    severity: back ? 'warning' : 'info',
    message: `前面用“${last.words}”，这里用“${each.words}”，同一组的写法不一致`,
    fixes: [{ title: `改为“${right}”`, edits: [restyled(last, each)], preferred: back }],
    related: [{ ...at(last), message: `前一条是“${last.words}”` }],
  };
}

/** 第二，压实责任 becomes 二是压实责任, and the other way round. */
function restyled(last: PlacedOrdinal, each: PlacedOrdinal): Edit {
  const { block, span } = each;
  const end = span.end + each.comma.length;
  const comma = last.style === 'shi' ? '' : last.comma || '，';
  return { block, span: { start: span.start, end }, newText: ordinalLike(last, each.value) + comma };
}

/** The text may hold the missing point in a shape of its own: 二 是, 二抓调研, （二）, 2.; never 三大领域 or 二十. */
function tells(text: string, value: number): boolean {
  const numeral = toHanNumeral(value);
  const own = `[第其（(]${numeral}|(?:^|[。！？；：，,;:!?、．”’）)—\\s])${numeral}(?![大个项条级类次位年月日农化产亿万千百十])`;
  return new RegExp(`${own}|(?<!\\d)${value}[.．、）)](?!\\d)|其次|再次`).test(text);
}

/** 一是 with nothing behind it, in a paragraph that is finished and not the last. */
function isAlone(draft: Draft, { style, words, block, span }: PlacedOrdinal, { end }: Stretch): boolean {
  if (style !== 'shi' || !words.endsWith('是') || !isFinished(draft, block)) return false;
  const rest = textBetween(draft, { block, at: span.end }, { block: end - 1, at: Number.POSITIVE_INFINITY });
  return !GOES_ON.test(rest) && !tells(rest, 2);
}

/** False for a paragraph that may still be in the writing. */
function isFinished({ blocks }: Draft, block: number): boolean {
  return /[。！？”]\s*$/.test(blocks[block]?.text ?? '') && blocks.slice(block + 1).some(isProse);
}

const sidesIn = collect((block: Block): readonly number[] => {
  if (!block.text.includes('一方面') || !isProse(block)) return [];
  return [...block.text.matchAll(ONE_SIDE)].map(({ index }) => index);
});

function* oneSided(draft: Draft): Iterable<DocumentFinding> {
  for (const { index: block, block: each, items } of sidesIn(draft)) {
    const [start, ...more] = items;
    if (start === undefined || more.length > 0 || !isFinished(draft, block)) continue;
    const span = { start, end: start + '一方面'.length };
    const next = draft.blocks.slice(block + 1).find(isProse);
    const before = draft.blocks.slice(0, block).findLast(isProse);
    if (OTHER_SIDE.test(each.text.slice(span.end)) || /另|一方面/.test(next?.text ?? '')) continue;
    if (/一方面/.test(before?.text ?? '') || each.text.slice(0, start).includes('一方面')) continue;
    yield { block, span, severity: 'info', message: '有“一方面”，没有“另一方面”与它呼应' };
  }
}
