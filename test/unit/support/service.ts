/** A language service over documents in memory. */
import type { DocumentKind } from '../../../server/src/document/types';
import type { Rule } from '../../../server/src/rules/types';
import type { Segmenter } from '../../../server/src/segment/types';
import type { TextEdit } from '../../../server/src/service/diagnostics';
import type { CancellationToken, OpenDocument, Workspace } from '../../../server/src/service/document';
import { LanguageService } from '../../../server/src/service/service';
import { DEFAULT_SETTINGS, type Settings } from '../../../server/src/service/settings';

export const NEVER: CancellationToken = { isCancellationRequested: false };

export class MemoryDocument implements OpenDocument {
  version = 1;

  constructor(
    public text: string,
    readonly languageId = 'gongwen',
    readonly uri = 'file:///drafts/讲话稿.txt',
  ) {}

  getText(): string {
    return this.text;
  }

  change(text: string): void {
    this.text = text;
    this.version++;
  }
}

export class MemoryWorkspace implements Workspace {
  settingsNow: Settings;
  readonly kinds = new Map<string, DocumentKind>();
  readonly forced = new Set<string>();
  readonly failures: string[] = [];
  readonly outdated: string[] = [];

  constructor(settings: Partial<Settings> = {}) {
    this.settingsNow = { ...DEFAULT_SETTINGS, ...settings };
  }

  settings(): Promise<Settings> {
    return Promise.resolve(this.settingsNow);
  }

  pathOf(uri: string): string {
    return uri.replace('file:///drafts/', '');
  }

  chosenKind(uri: string): DocumentKind | undefined {
    return this.kinds.get(uri);
  }

  isForced(uri: string): boolean {
    return this.forced.has(uri);
  }

  ruleFailed(rule: string): void {
    this.failures.push(rule);
  }

  reviewOutdated(uri: string): void {
    this.outdated.push(uri);
  }
}

export function serviceWith(settings: Partial<Settings> = {}, rules?: readonly Rule[], segmenter?: Segmenter) {
  const workspace = new MemoryWorkspace(settings);
  return { workspace, service: new LanguageService(workspace, rules, segmenter) };
}

/** The text after edits that do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const starts = [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), (match) => match.index + match[0].length)];
  const offset = ({ line, character }: TextEdit['range']['start']) => (starts[line] ?? text.length) + character;
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (now, { range, newText }) => now.slice(0, offset(range.start)) + newText + now.slice(offset(range.end)),
      text,
    );
}
