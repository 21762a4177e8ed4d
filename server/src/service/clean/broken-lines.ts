/**
 * Joins the lines of paragraphs that were broken at a fixed width, as texts copied from a PDF, a mail or a web page are.
 * A line is joined to the next only where the lines around it are all broken at one width, where it is as long as they
 * are, and where it ends in the middle of a sentence that some later line ends.
 */
import type { Block, Draft } from '../../document/types';
import { lineOffsets } from '../../text/lines';
import type { Replacement } from '../patch';

/** Widths are counted in halves of a Han character. A line longer than any page is wide is a whole paragraph. */
const LONGEST_LINE = 110;
const SHORTEST_LINE = 30;
/** Lines of one width differ by so much, since no mark stands at the head of a line and digits are narrow. */
const SLACK = 5;
/** So many lines of one width make a habit. */
const FEWEST = 3;

/** Ends in the middle of a sentence. */
const UNENDED = /(?:[\p{Script=Han}〇A-Za-z0-9，、,“‘《（(%％—·-]|(?<![。！？；：…!?;:])[”’）》)])$/u;
/** Goes on with a sentence. */
const GOES_ON = /^[\p{Script=Han}〇A-Za-z0-9，。、；：！？“”‘’《》（）(),.;:%％—·]/u;
/** A remark behind a sentence ends the paragraph: ……。（市财政局负责） */
const REMARK = /。（[^（）]*）$/;
/** Ends a sentence or a clause, with the marks that close it. */
const ENDED = /[。！？；：…!?;:.][”’）)》]*$/;
/** 联系人：; - 一项; > 引文: begins something of its own. */
const OWN = /^(?:[\p{Script=Han}　 ]{1,8}[：:]|[-*+>#|·•●○■□◆▲★※])/u;

/** The line ends that go, each with what stands in its place: nothing, or the blank between two foreign words. */
export function joinBrokenLines(text: string, { blocks }: Draft): Replacement[] {
  const joined = regionsOf(blocks).flatMap(({ start, end }) => joinsIn(blocks, start, end));
  if (joined.length === 0) return [];
  const starts = lineOffsets(text);
  return joined.map((line) => {
    const source = blocks[line]?.source.trimEnd() ?? '';
    const next = blocks[line + 1]?.source ?? '';
    const foreign = /[A-Za-z,.]$/.test(source) && /^[A-Za-z]/.test(next);
    return {
      start: (starts[line] ?? 0) + source.length,
      end: starts[line + 1] ?? text.length,
      newText: foreign ? ' ' : '',
    };
  });
}

/** Stretches of lines none of which is so long that it must be a whole paragraph. */
function regionsOf(blocks: readonly Block[]): { start: number; end: number }[] {
  const regions: { start: number; end: number }[] = [];
  let start = 0;
  blocks.forEach(({ source, role }, line) => {
    if (source.length < LONGEST_LINE / 2 && role !== 'code' && role !== 'table') return;
    if (widthOf(source) <= LONGEST_LINE && role !== 'code' && role !== 'table') return;
    regions.push({ start, end: line });
    start = line + 1;
  });
  return [...regions, { start, end: blocks.length }].filter((region) => region.end - region.start > FEWEST);
}

/** The lines of a region that are joined to the next one. */
function joinsIn(blocks: readonly Block[], start: number, end: number): number[] {
  const lines = blocks.slice(start, end);
  const widths = lines.map(({ source }) => widthOf(source));
  const broken = lines.map((block, line) => goesOn(block, lines[line + 1]));
  const full = Math.max(0, ...widths.filter((_, line) => broken[line]));
  const most = Math.max(0, ...lines.map(({ source }, line) => (broken[line] ? source.length : 0)));
  const isFull = (line: number) =>
    (widths[line] ?? 0) >= full - SLACK || (lines[line]?.source.length ?? 0) >= most - SLACK / 2;
  if (full < SHORTEST_LINE || widths.some((width) => width > full + SLACK)) return [];
  if (lines.filter((_, line) => broken[line] && isFull(line)).length < FEWEST) return [];
  const joined: number[] = [];
  for (let line = 0; line < lines.length; line++) {
    let last = line;
    while (broken[last] && isFull(last)) last++;
    if (last > line && isWhole(lines.slice(line, last + 1)))
      for (let each = line; each < last; each++) joined.push(start + each);
    line = last;
  }
  return joined;
}

/** True where the words of a line may go on in the next. */
function goesOn(block: Block, next: Block | undefined): boolean {
  if (!next || !isParagraph(block) || !isBody(next, block)) return false;
  const { source } = next;
  const words = block.source.trimEnd();
  return (
    UNENDED.test(words) &&
    !REMARK.test(words) &&
    GOES_ON.test(source) &&
    !OWN.test(source) &&
    next.headings.every(({ atLineStart }) => !atLineStart) &&
    next.points.every(({ mark }) => mark.start > next.content.start)
  );
}

/** Text, or a heading with text behind it; a heading that fills its line by chance has its text on the next. */
function isParagraph(block: Block): boolean {
  const { role, headings } = block;
  return role === 'body' || (role === 'heading' && (headings.at(-1)?.runIn ?? false)) || isTakenForTitle(block);
}

/** The first lines of a text without a title are taken for one: they are indented as text is, or have a clause in them. */
function isTakenForTitle({ role, source }: Block): boolean {
  return role === 'title' && (/，/.test(source) || /^\u3000{2}(?!\u3000)/.test(source));
}

function isBody(next: Block, block: Block): boolean {
  return next.role === 'body' || (next.role === 'title' && isTakenForTitle(block));
}

/** True where the last line ends a sentence, or a remark in brackets behind one: ……。（市财政局负责） */
function isWhole(lines: readonly Block[]): boolean {
  const end = lines.at(-1)?.source.trimEnd() ?? '';
  return ENDED.test(end) || (/[）)]$/.test(end) && lines.some(({ source }) => source.includes('。')));
}

function widthOf(line: string): number {
  let width = 0;
  for (const character of line) width += character < '\u1100' && !/[“”‘’—…·]/.test(character) ? 1 : 2;
  return width;
}
