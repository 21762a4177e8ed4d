/** What a comparison found, in the order in which the view shows it. */
import path from 'node:path';
import * as vscode from 'vscode';
import type { Compared, Passage } from '../../../server/src/lsp/messages';

/** A comparison, with the text that was compared: the draft may change behind it. */
export interface Result {
  readonly document: vscode.TextDocument;
  readonly lines: readonly string[];
  readonly compared: Compared;
}

/** A past document and what the draft has from it. */
export interface SourceEntry {
  readonly kind: 'source';
  readonly path: string;
  readonly passages: readonly PassageEntry[];
}

export interface PassageEntry {
  readonly kind: 'passage';
  readonly passage: Passage;
  readonly result: Result;
}

/** The documents that could not be read. */
export interface UnreadEntry {
  readonly kind: 'unread';
  readonly documents: Compared['unread'];
}

export interface UnreadDocument {
  readonly kind: 'document';
  readonly path: string;
  readonly reason: string;
}

export type Entry = SourceEntry | PassageEntry | UnreadEntry | UnreadDocument;

/** Documents from which the draft has most come first; passages are in the order of the draft. */
export function entriesOf(result: Result): Entry[] {
  const { passages, unread } = result.compared;
  const bySource = new Map<string, PassageEntry[]>();
  for (const passage of passages) {
    const entry: PassageEntry = { kind: 'passage', passage, result };
    const entries = bySource.get(passage.source);
    if (entries) entries.push(entry);
    else bySource.set(passage.source, [entry]);
  }
  const sources = [...bySource].map(
    ([source, entries]): SourceEntry => ({ kind: 'source', path: source, passages: entries }),
  );
  const length = ({ passages: entries }: SourceEntry) => entries.reduce((sum, entry) => sum + wordsOf(entry).length, 0);
  sources.sort((a, b) => length(b) - length(a));
  return unread.length === 0 ? sources : [...sources, { kind: 'unread', documents: unread }];
}

/** The words of the passage as they stood in the draft, in one line. */
export function wordsOf({ passage: { range }, result: { lines } }: PassageEntry): string {
  return lines
    .slice(range.start.line, range.end.line + 1)
    .map((line, index, { length }) =>
      line.slice(index === 0 ? range.start.character : 0, index === length - 1 ? range.end.character : undefined),
    )
    .map((line) => line.trim())
    .join('');
}

/** 92%: never 100% while anything differs. */
export function percent(share: number): string {
  return `${Math.floor(share * 100)}%`;
}

/** The path as short as it is clear: below its workspace folder. */
export function shortPath(file: string): string {
  return vscode.workspace.asRelativePath(file);
}

/** The folder it lies in, below that of the workspace: documents of two years, or of two offices, may have one name. */
export function folderOf(file: string): string[] {
  const folder = path.dirname(shortPath(file));
  return folder === '.' ? [] : [folder];
}

export function nameOf(file: string): string {
  return path.basename(file);
}
