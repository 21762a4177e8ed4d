/** 查重: the passages of a draft that were carried over from past documents, in whole or nearly. */
import { realpath } from 'node:fs/promises';
import type { Draft, Role } from '../document/types';
import type { Range } from '../text/span';
import { Seeds } from './align';
import { type IndexFault, indexed } from './archive';
import { framesOf, marksOf } from './marks';
import { type NormalText, normalText } from './normal';
import { type Shared, sharedOf } from './parts';
import { chosenPassages } from './passages';
import { readPastText } from './past-text';
import { Places, shareOf, spanIn } from './places';
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
  /** Characters of prose that lie in passages, of all of them, titles and signatures not counted; from 0 to 1. */
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
  const frames = framesOf(draft, lines);
  const shared = chosenPassages(await sharedWith(normal, prints, marksOf(normal, frames, prints.common())), {
    length: normal.units.length,
    formulaFrom: prints.formulaFrom,
  });
  const places = new Places(text);
  const spans = shared.map(({ pairing }) => spanIn(normal, pairing.draft));
  return {
    passages: shared.map(({ source, pairing, similarity }, number) => ({
      range: places.range(spans[number] ?? { start: 0, end: 0 }),
      source: source.file.path,
      sourceRange: source.places.range(spanIn(source.normal, pairing.source)),
      similarity: Math.round(similarity * 1000) / 1000,
    })),
    share: shareOf(text, spans, frames),
    documents,
    unread,
  };
}

interface Source {
  readonly file: PastFile;
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
    const source: Source = { file, normal, places: new Places(text) };
    shared.push(...sharedOf(source, seeds.pairingsWith(normal.units), draft, marks));
  }
  return shared;
}
