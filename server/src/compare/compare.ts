/** 查重: the passages of a draft that were carried over from past documents, in whole or nearly. */
import { realpath } from 'node:fs/promises';
import type { Draft, Role } from '../document/types';
import { lineOffsets } from '../text/lines';
import type { Position, Range, Span } from '../text/span';
import { Seeds } from './align';
import { type IndexFault, indexed } from './archive';
import { formulasIn } from './formulas';
import { type NormalText, normalText } from './normal';
import { COMMON, SET } from './part';
import { type Shared, sharedOf } from './parts';
import { chosenPassages } from './passages';
import { readPastText } from './past-text';
import { DraftPrints } from './prints';
import { type PastFile, walk } from './walk';

export interface Passage {
  /** In the draft. */
  readonly range: Range;
  /** Path of the document it was taken from. */
  readonly source: string;
  /** In that document; in a Word document a paragraph is a line. */
  readonly sourceRange: Range;
  /** From 0 to 1; 1 where nothing but punctuation differs. */
  readonly similarity: number;
}

export interface Comparison {
  /** In the order of the draft. */
  readonly passages: readonly Passage[];
  /** Characters of prose that lie in passages, of all of them; from 0 to 1. */
  readonly share: number;
  /** How many documents the draft was compared with. */
  readonly documents: number;
  /** Documents and folders that could not be read. */
  readonly unread: readonly Unread[];
}

export interface Unread {
  readonly path: string;
  readonly reason: string;
}

export interface CompareOptions {
  /** Folder for the index on disk; left out, none is kept. */
  readonly index?: string;
  /** The draft's own file, which is no source of it. */
  readonly itself?: string;
  /** Documents looked at, of all. */
  readonly onProgress?: (done: number, all: number) => void;
  /** Told once for each kind of fault; the comparison goes on without what was lost. */
  readonly onIndexFault?: (fault: IndexFault) => void;
}

/** What is no text, and what every issue of a 简报 has alike. */
const NOT_COMPARED: ReadonlySet<Role> = new Set<Role>([
  'code',
  'noise',
  'blank',
  'letterhead',
  'imprint',
  'brief-head',
  'brief-tail',
]);
/** What counts as carried over only together with the text around it. */
const FRAMES: ReadonlySet<Role> = new Set<Role>([
  'title',
  'caption',
  'salutation',
  'recipient',
  'attachment-note',
  'attachment-mark',
  'signature',
  'date',
]);
/** A first line that goes 把该管的管好，把该放的放开 is taken for a title, but is a sentence of the text. */
const SENTENCE = /[，。；]/;

/** Rejects only where the machine does. */
export async function compareDraft(
  draft: Draft,
  folders: readonly string[],
  { index, itself, onProgress, onIndexFault = () => {} }: CompareOptions = {},
): Promise<Comparison> {
  const lines = draft.blocks.map(({ text: words, role }) => (NOT_COMPARED.has(role) ? '' : words));
  const text = lines.join('\n');
  const normal = normalText(text);
  const { walked, unread } = await documentsOf(folders, itself);
  const all = walked.reduce((sum, { files }) => sum + files.length, 0);
  const prints = new DraftPrints<PastFile>(normal.units);
  const faults = new Set<IndexFault>();
  const onFault = (fault: IndexFault) => {
    if (!faults.has(fault)) onIndexFault(fault);
    faults.add(fault);
  };
  let done = 0;
  let documents = 0;
  for (const { folder, files } of walked) {
    for await (const { file, entry } of indexed(folder, files, index, onFault)) {
      if (entry.reason === undefined) {
        prints.add(file, entry.prints);
        documents++;
      } else unread.push({ path: file.path, reason: entry.reason });
      onProgress?.(++done, all);
    }
  }
  const shared = chosenPassages(await sharedWith(normal, prints, marksOf(draft, lines, normal, prints)), {
    length: normal.units.length,
    formulaFrom: prints.formulaFrom,
  });
  const places = new Places(text);
  const spans = shared.map(({ pairing }) => spanIn(normal, pairing.draft, text));
  return {
    passages: shared.map(({ source, pairing, similarity }, number) => ({
      range: places.range(spans[number] ?? { start: 0, end: 0 }),
      source: source.file.path,
      sourceRange: source.places.range(spanIn(source.normal, pairing.source, source.text)),
      similarity: Math.round(similarity * 1000) / 1000,
    })),
    share: shareOf(text, spans),
    documents,
    unread,
  };
}

interface Source {
  readonly file: PastFile;
  readonly text: string;
  readonly normal: NormalText;
  readonly places: Places;
}

async function documentsOf(folders: readonly string[], itself: string | undefined) {
  const seen = new Set<string>();
  if (itself !== undefined) seen.add(await realpath(itself).catch(() => itself));
  const unread: Unread[] = [];
  const walked: { readonly folder: string; readonly files: readonly PastFile[] }[] = [];
  for (const folder of folders) {
    const found = await walk(folder, seen);
    walked.push({ folder, files: found.files });
    unread.push(...found.unread);
  }
  return { walked, unread };
}

/** What is not the draft's own words, for each compared unit. */
function marksOf(
  { blocks }: Draft,
  lines: readonly string[],
  { units, offsets }: NormalText,
  prints: DraftPrints<PastFile>,
): Uint8Array {
  const written = new Uint8Array(lines.reduce((sum, line) => sum + line.length + 1, 0));
  let from = 0;
  lines.forEach((line, index) => {
    const role = blocks[index]?.role ?? 'body';
    if (FRAMES.has(role) && !(role === 'title' && SENTENCE.test(line))) written.fill(SET, from, from + line.length);
    from += line.length + 1;
  });
  const marks = Uint8Array.from(offsets, (offset) => written[offset] ?? 0);
  for (const { start, end } of formulasIn(units)) marks.fill(SET, start, end);
  for (const { start, end } of prints.common())
    for (let at = start; at < end; at++) if (marks[at] === 0) marks[at] = COMMON;
  return marks;
}

/** Compares the draft with its suspects word by word, one at a time. */
async function sharedWith(
  draft: NormalText,
  prints: DraftPrints<PastFile>,
  marks: Uint8Array,
): Promise<Shared<Source>[]> {
  const seeds = new Seeds(draft.units);
  const shared: Shared<Source>[] = [];
  for (const file of prints.suspects()) {
    const text = await readPastText(file.path);
    // it was readable a moment ago
    if (typeof text !== 'string') continue;
    const normal = normalText(text);
    const source: Source = { file, text, normal, places: new Places(text) };
    shared.push(...sharedOf(source, seeds.pairingsWith(normal.units), draft, marks));
  }
  return shared;
}

/** Marks that end what stands before them. */
const ENDING = /[。！？；”’）》」』]/;

/** Where compared units stand in their text, with the mark that ends their sentence. */
function spanIn({ offsets, ends }: NormalText, { start, end }: Span, text: string): Span {
  let last = ends[end - 1] ?? 0;
  while (ENDING.test(text[last] ?? '')) last++;
  return { start: offsets[start] ?? 0, end: last };
}

/** Lines and characters of a text. */
class Places {
  readonly #offsets: readonly number[];

  constructor(text: string) {
    this.#offsets = lineOffsets(text);
  }

  range({ start, end }: Span): Range {
    return { start: this.#at(start), end: this.#at(end) };
  }

  #at(offset: number): Position {
    let low = 0;
    let high = this.#offsets.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#offsets[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low, character: offset - (this.#offsets[low] ?? 0) };
  }
}

function shareOf(text: string, spans: readonly Span[]): number {
  let all = 0;
  let covered = 0;
  const marks = new Uint8Array(text.length);
  for (const { start, end } of spans) marks.fill(1, start, end);
  for (let at = 0; at < text.length; at++) {
    if (/[\s\uFFFC]/.test(text[at] ?? ' ')) continue;
    all++;
    covered += marks[at] ?? 0;
  }
  return all === 0 ? 0 : Math.round((covered / all) * 10_000) / 10_000;
}
