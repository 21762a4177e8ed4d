/** The points that follow an announcement: headings of the next level, or 一是, 二是 in the text. */
import type { Draft, OutlineNode } from '../../document/types';
import { memoByDraft } from '../report';
import type { Announcement } from './_announced';
import { framedPoints } from './_framed-points';
import { namedPoints } from './_named-points';
import { type PlacedOrdinal, type Stretch, stretchesOf, type Told } from './_points';

/** What may stand between 三点意见 and 一是: 三点意见，供大家参考。 */
const BETWEEN =
  /^(?:[。，,；;](?:现|特)?(?:将[^，。；：]{0,12})?[^，。；：]{0,4}如下|[，,])?(?:(?:供|请|与|同)[^，。；：]{0,14}(?:参考|讨论|审议|指正|批评|交流|共勉))?[：:。，,；;—\s]*(?:(?:即|就是|主要是|分别是)[：:，,]?)?$/;

/** 有下列三种情形之一的，应当在30分钟内报告： */
const LED_TO = /^[，,][^。；：，]{0,40}[：:]\s*$/;

/** The points that an announcement in block `block` is about; `undefined` where it is not certain what they are. */
export function toldAfter(draft: Draft, block: number, announcement: Announcement): Told | undefined {
  const text = draft.blocks[block]?.text ?? '';
  const rest = text.slice(announcement.end);
  const atEnd = BETWEEN.test(rest) || (announcement.certain && LED_TO.test(rest));
  const next = atEnd ? nextBlock(draft, block) : undefined;
  if (announcement.ofPoints || /^(?:[：:]|——)/.test(rest)) {
    const { end } = announcement;
    const series =
      seriesIn(draft, block, (at) => at >= end && BETWEEN.test(text.slice(end, at))) ??
      (next === undefined ? undefined : seriesIn(draft, next, (at) => draft.blocks[next]?.content.start === at));
    if (series) return isOf(draft, series, announcement) ? series : undefined;
  }
  if (announcement.core !== undefined) return namedHeadings(draft, block, announcement);
  return (
    namedPoints(draft, block, announcement) ??
    (atEnd ? framedPoints(draft, block, announcement) : undefined) ??
    (next !== undefined && announcement.certain ? headingsFrom(draft, next, announcement) : undefined)
  );
}

/** 一是思想到位 is of “四个到位”, 一要抓早 of “三要”. */
function isOf({ blocks }: Draft, { places }: Told, { core }: Announcement): boolean {
  return (
    core === undefined ||
    places.every(({ block, span }) => {
      const [clause = ''] = (blocks[block]?.text.slice(span.start, span.start + LONGEST_CLAUSE) ?? '').split(
        /[，。；：]/,
      );
      return clause.includes(core);
    })
  );
}

const LONGEST_CLAUSE = 40;

function nextBlock({ blocks }: Draft, block: number): number | undefined {
  for (let index = block + 1; index < blocks.length; index++) {
    const role = blocks[index]?.role;
    if (role !== 'blank' && role !== 'noise') return index;
  }
  return undefined;
}

/** The stretch that each block with ordinal words is in. */
const stretchOf = memoByDraft((draft): ReadonlyMap<number, Stretch> => {
  const found = new Map<number, Stretch>();
  for (const stretch of stretchesOf(draft)) for (const { block } of stretch.ordinals) found.set(block, stretch);
  return found;
});

/** The series that opens in this block at a place that will do. */
function seriesIn(draft: Draft, block: number, opens: (at: number) => boolean): Told | undefined {
  const ordinals = stretchOf(draft).get(block)?.ordinals ?? [];
  const at = ordinals.findIndex((each) => each.block === block && each.value === 1 && opens(each.span.start));
  const first = ordinals[at];
  return first && readSeries(draft, first, ordinals.slice(0, at), ordinals.slice(at + 1));
}

/** 最后再补充一点： */
const ADDED = /(?:补充|再(?:讲|说|提|强调))[^，。；]{0,6}[：，]$/;

function clausesBefore({ blocks }: Draft, block: number, at: number): string {
  return blocks[block]?.text.slice(Math.max(0, at - 16), at) ?? '';
}

/** What goes on behind the last point without a number. */
const GOES_ON = /最后|此外|另外|还有|再就是|再者|[。；]同时/;
/** 二是作风不实，等等。 */
const UNENDED = /等等|等[。；]?\s*$/;

function readSeries(
  draft: Draft,
  first: PlacedOrdinal,
  before: readonly PlacedOrdinal[],
  behind: readonly PlacedOrdinal[],
): Told | undefined {
  // 首先, 其次 end in many ways
  if (first.style === 'xian') return undefined;
  const sameStyle = ({ style }: PlacedOrdinal) => style === first.style;
  const rest = behind.filter(sameStyle);
  // what follows may be of a series inside this one, or of one that this one is inside of
  const around = before.findLast(sameStyle)?.value ?? 0;
  const cut = rest.findIndex(({ value }, index) => value !== index + 2 || (around > 0 && value === around + 1));
  const shortest = [first, ...rest.slice(0, cut < 0 ? rest.length : cut)];
  const longest = chain(first, rest.filter(likeThose(shortest)));
  const last = shortest.at(-1) ?? first;
  if (shortest.length < 2) return undefined;
  // a number that was skipped is told by another rule
  const next = rest[shortest.length - 1];
  if (next && next.value > last.value + 1) return undefined;
  const ending = (draft.blocks[last.block]?.text ?? '').slice(last.span.end);
  const counts = Array.from({ length: longest.length - shortest.length + 1 }, (_, more) => shortest.length + more);
  // 讲两点意见：一是…，二是…。我再补充一点：三是…
  const added = shortest.findIndex(({ block, span }) => ADDED.test(clausesBefore(draft, block, span.start)));
  if (added > 0) counts.push(added);
  const isOpen = GOES_ON.test(ending) || UNENDED.test(ending);
  return { counts, isOpen, places: shortest.map(({ block, span }) => ({ block, span })) };
}

/** True of what may go on behind an inner series: written like those before, in their paragraph or each in its own. */
function likeThose([first, ...others]: readonly PlacedOrdinal[]): (each: PlacedOrdinal) => boolean {
  const verb = ({ words }: PlacedOrdinal) => words.at(-1);
  const isOneVerb = others.every((each) => verb(each) === verb(first ?? each));
  const isOneBlock = others.every(({ block }) => block === first?.block);
  return (each) => (!isOneVerb || verb(each) === verb(first ?? each)) && (!isOneBlock || each.block === first?.block);
}

function chain(first: PlacedOrdinal, rest: readonly PlacedOrdinal[]): PlacedOrdinal[] {
  const points = [first];
  for (const each of rest) if (each.value === points.length + 1) points.push(each);
  return points;
}

/** Nodes of the outline by the block they begin in, each with the list it belongs to. */
const siblingsByLine = memoByDraft((draft): ReadonlyMap<number, readonly OutlineNode[]> => {
  const found = new Map<number, readonly OutlineNode[]>();
  const walk = (nodes: readonly OutlineNode[]) => {
    for (const node of nodes) {
      if (node.heading?.atLineStart) found.set(node.line, nodes);
      walk(node.children);
    }
  };
  walk(draft.outline);
  return found;
});

/** 坚持“四个聚焦”， and then 一、聚焦产业, 二、聚焦生态 right below the paragraph. */
function namedHeadings(draft: Draft, block: number, announcement: Announcement): Told | undefined {
  const next = nextBlock(draft, block);
  const told = next === undefined ? undefined : headingsFrom(draft, next, announcement);
  return told && isOf(draft, told, announcement) ? told : undefined;
}

/** What comes after the work that was announced: 五、存在的问题 */
const NEXT_SUBJECT = /问题|不足|短板|困难|下一步|下步|今后|打算|思路|计划|安排|体会|启示|建议/;

function headingsFrom(draft: Draft, line: number, { count, spoken }: Announcement): Told | undefined {
  const nodes = siblingsByLine(draft).get(line) ?? [];
  const from = nodes.findIndex((node) => node.line === line);
  const first = nodes[from]?.heading;
  if (first?.value !== 1) return undefined;
  const run: OutlineNode[] = [];
  for (const node of nodes.slice(from)) {
    if (node.heading?.style !== first.style) continue;
    if (node.heading.value !== run.length + 1) {
      if (node.heading.value === 1) break;
      return undefined;
    }
    run.push(node);
  }
  if (run.length < 2) return undefined;
  // 做了四个方面的工作, and then 五、存在的问题; what is told of problems is all 问题
  const isOfThem = run.every(({ title }) => NEXT_SUBJECT.test(title));
  const others = spoken || isOfThem ? [] : run.slice(count).filter(({ title }) => NEXT_SUBJECT.test(title));
  const counts = others.length > 0 && others.length === run.length - count ? [count] : [run.length];
  return { counts, places: run.map((node) => ({ block: node.line, span: node.span })) };
}
