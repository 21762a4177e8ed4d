/** Reads a draft: text in, blocks with roles, pieces, outline and kind out. */

import { changeBetween } from '../text/change';
import { detached, splitLines } from '../text/lines';
import { confirmBuried, type MarkedLine } from './buried';
import type { LineShape, RoleHint } from './line';
import type * as Markdown from './markdown';
import { buildOutline } from './outline';
import { layOut } from './roles';
import { readLine } from './shape';
import type { Block, DocumentKind, Draft, HeadingMark, Language } from './types';

/** A line with every block made of it so far, by role and buried headings. */
interface KeptLine {
  readonly key: string;
  readonly shape: LineShape;
  readonly blocks: Map<string, Block>;
  /** The block made last of a line without buried headings: most often the one that is wanted again. */
  last?: Block;
}

/** Few drafts are written in Markdown: what reads it is a bundle of its own. */
function newMarkdownReader(): Markdown.MarkdownReader {
  const { MarkdownReader } = require('./markdown') as typeof Markdown;
  return new MarkdownReader();
}

/**
 * Reads one document again and again as it is edited. Lines that were there before are not read anew, and a line in the
 * same role gives the same block object, wherever in the text it stands.
 */
export class DraftReader {
  readonly #language: Language;
  readonly #markdown: Markdown.MarkdownReader | undefined;
  readonly #lineage = {};
  #lines: readonly KeptLine[] = [];

  constructor(language: Language = 'gongwen') {
    this.#language = language;
    this.#markdown = language === 'markdown' ? newMarkdownReader() : undefined;
  }

  /** Never throws. `kind` is the writer's own choice and overrides what the text says. */
  read(text: string, kind?: DocumentKind): Draft {
    const lines = this.#linesOf(splitLines(text), this.#markdown?.read(text));
    this.#lines = lines;
    const shapes = lines.map(({ shape }) => shape);
    const { roles, pieces } = layOut(shapes);
    const confirmed = confirmBuried(markedLines(shapes, roles));
    const blocks = lines.map((line, index) => blockOf(line, roles[index] ?? { role: 'body' }, confirmed.get(index)));
    const outline = buildOutline(blocks, pieces);
    const chosen = kind ?? pieces[0]?.kind ?? 'unknown';
    const [first, ...rest] = pieces;
    const ownPieces = kind && first ? [{ ...first, kind }, ...rest] : pieces;
    return { lineage: this.#lineage, language: this.#language, blocks, pieces: ownPieces, outline, kind: chosen };
  }

  /** Lines that are the same as before above and below the edit are not looked at; those between may only have moved. */
  #linesOf(sources: readonly string[], markup: readonly Markdown.LineMarkup[] | undefined): readonly KeptLine[] {
    const keyAt = (index: number) => (sources[index] ?? '') + keyOf(markup?.[index]);
    const old = this.#lines;
    const { start, end, oldEnd } = changeBetween(old.length, sources.length, (was, is) => old[was]?.key === keyAt(is));
    const known = new Map(old.slice(start, oldEnd).map((line) => [line.key, line]));
    const lines = old.slice(0, start);
    for (let index = start; index < end; index++) {
      let line = known.get(keyAt(index));
      if (!line) {
        const source = detached(sources[index] ?? '');
        const own = markup?.[index];
        line = { key: source + keyOf(own), shape: readLine(source, own), blocks: new Map() };
        known.set(line.key, line);
      }
      lines.push(line);
    }
    return lines.concat(old.slice(oldEnd));
  }
}

/** Two lines that read alike are one line only when Markdown sees them alike. */
function keyOf(markup: Markdown.LineMarkup | undefined): string {
  if (!markup || (markup.masks.length === 0 && !markup.role && !markup.depth)) return '';
  const masks = markup.masks.map(({ start, end }) => `${start}-${end}`).join(',');
  return `\n${markup.role ?? ''} ${markup.depth ?? 0} ${masks}`;
}

/** Reads a draft once. */
export function readDraft(text: string, language: Language = 'gongwen', kind?: DocumentKind): Draft {
  return new DraftReader(language).read(text, kind);
}

/** The lines with headings or with marks that may be headings, in order. */
function markedLines(shapes: readonly LineShape[], roles: readonly RoleHint[]): MarkedLine[] {
  if (shapes.every(({ buried }) => buried.length === 0)) return [];
  return shapes.flatMap(({ mark, buried }, index) => {
    const role = roles[index]?.role;
    const own = role === 'heading' ? mark?.heading : undefined;
    if (!own && (buried.length === 0 || (role !== 'body' && role !== 'heading'))) return [];
    return { line: index, own, buried: buried.map(({ heading }) => heading) };
  });
}

function blockOf(line: KeptLine, { role, element }: RoleHint, confirmed: readonly HeadingMark[] = []): Block {
  const { shape, blocks, last } = line;
  if (last?.role === role && last.element === element && shape.buried.length === 0) return last;
  const own = role === 'heading' && shape.mark ? [shape.mark.heading] : [];
  const buried = shape.buried.map(({ heading }) => heading).filter((heading) => confirmed.includes(heading));
  const key = `${role} ${element ?? ''} ${buried.map(({ mark }) => mark.start).join(',')}`;
  const kept = blocks.get(key);
  if (kept) {
    line.last = kept;
    return kept;
  }
  const block: Block = {
    source: shape.source,
    text: shape.text,
    role,
    ...(element ? { element } : {}),
    content: shape.content,
    noise: shape.noise,
    headings: clipTitles([...own, ...buried], shape.text),
    points: role === 'body' || role === 'heading' ? shape.points : [],
  };
  blocks.set(key, block);
  line.last = block;
  return block;
}

/** A title never runs on into the next heading of its line. */
function clipTitles(headings: readonly HeadingMark[], text: string): HeadingMark[] {
  return headings.map((heading, index) => {
    const next = headings[index + 1];
    if (!next || heading.title.end <= next.mark.start) return heading;
    const clipped = text.slice(heading.title.start, next.mark.start).trimEnd();
    return {
      ...heading,
      title: { start: heading.title.start, end: heading.title.start + clipped.length },
      runIn: false,
    };
  });
}
