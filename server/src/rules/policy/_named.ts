/** Where a text names a formulation, and the words a formulation goes with: for hover and completion. */
import type { Span } from '../../text/span';
import type { OwnTables } from '../own-tables';
import { readTable } from '../table';
import { type Formulation, type Formulations, formulationsOf } from './_members';

export interface NamedFormulation {
  readonly formulation: Formulation;
  /** The name with the quotation marks around it. */
  readonly span: Span;
}

/** A shorter part of a title is a common word: 法治 of 法治建设, 总要求 of 乡村振兴总要求. */
const SHORTEST_PART = 4;

type ByName = readonly (readonly [string, Formulation])[];
const kept = new WeakMap<Formulations, ByName>();

/** The longest name comes first, for one may end another: 核心价值观, 社会主义核心价值观. */
function namesOf(formulations: Formulations): ByName {
  let byName = kept.get(formulations);
  if (!byName) {
    byName = formulations.all
      .flatMap((formulation) => tellingNames(formulation).map((name) => [name, formulation] as const))
      .sort(([a], [b]) => b.length - a.length);
    kept.set(formulations, byName);
  }
  return byName;
}

/** What means the formulation wherever it stands; its other names only tell what an enumeration is about. */
function tellingNames({ title, names: all }: Formulation): string[] {
  if (all.length === 0) return [];
  return [title, ...all.filter((name) => name !== title && name.length >= SHORTEST_PART && title.endsWith(name))];
}

/** The formulation named around `at`, the ends of the name included. */
export function formulationAt(text: string, at: number, tables?: OwnTables): NamedFormulation | undefined {
  for (const [name, formulation] of namesOf(formulationsOf(tables))) {
    // quotation marks may stand between the place and the name
    const from = Math.max(0, at - name.length - 1);
    const start = from + text.slice(from, at + name.length + 1).indexOf(name);
    if (start < from) continue;
    const span = withQuotes(text, start, start + name.length);
    if (span.start <= at && at <= span.end) return { formulation, span };
  }
  return undefined;
}

/** The formulation whose name ends at `end`, in quotation marks or without. */
export function formulationBefore(text: string, end: number, tables?: OwnTables): NamedFormulation | undefined {
  const named = end > 0 ? formulationAt(text, end, tables) : undefined;
  return named?.span.end === end ? named : undefined;
}

function withQuotes(text: string, start: number, end: number): Span {
  const quoted = text[start - 1] === '“' && text[end] === '”';
  return quoted ? { start: start - 1, end: end + 1 } : { start, end };
}

let builtIn: readonly string[] | undefined;

/** The words a formulation goes with: 统筹推进“五位一体”, “五位一体”总体布局. */
export function collocationsOf({ title }: Formulation, tables?: OwnTables): string[] {
  const own = tables?.lines('policy/formulation')?.map((fields) => fields('正'));
  builtIn ??= readTable('policy/formulation').map((fields) => fields('正'));
  const quoted = `“${title}”`;
  return [...new Set(own ?? builtIn)].filter((words) => words.includes(quoted) && words !== quoted);
}
