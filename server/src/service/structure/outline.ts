/** The outline for a view of it: every title, heading and point with its length, its findings and what can be done with it. */
import type { Draft, OutlineNode } from '../../document/types';
import type { Report } from '../../rules/active';
import { memoByBlock, memoByDraft } from '../../rules/report';
import type { Severity } from '../../rules/types';
import { countCharacters, runningCharacters } from '../characters';
import { type Section, sectionsOf } from './sections';
import type { OutlineItem } from './types';

type Findings = OutlineItem['findings'];
const NONE: Findings = { error: 0, warning: 0, info: 0, hint: 0 };

/** Lengths of stretches of a line, kept with its block. */
const countedIn = memoByBlock(() => new Map<string, number>());

/** Where findings stand: by line, then by place in it. */
export interface FindingPlace {
  readonly line: number;
  readonly character: number;
  readonly severity: Severity;
}

/** The findings of a draft; those of an older text where they stand now, unless their line was touched. */
export function placesOf(draft: Draft, reviewed: Draft, reports: readonly Report[]): FindingPlace[] {
  const now = shiftBetween(reviewed, draft);
  return reports.flatMap((report) => {
    const { severity } = report;
    return [report, ...report.others].flatMap(({ block, span }) => {
      const line = now(block);
      return line === undefined ? [] : [{ line, character: span.start, severity }];
    });
  });
}

/** Where lines of one text stand in another that differs from it in one stretch; `undefined` inside that stretch. */
function shiftBetween({ blocks: before }: Draft, { blocks: after }: Draft): (line: number) => number | undefined {
  if (before === after) return (line) => line;
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const shift = after.length - before.length;
  return (line) => (line < head ? line : line >= before.length - tail ? line + shift : undefined);
}

/** The outline of a draft with the findings that are known of it. Never throws. */
export function outlineItems(draft: Draft, findings: readonly FindingPlace[], points = true): OutlineItem[] {
  const reader = new Reader(draft, findings, points);
  return reader.items(draft.outline, draft.blocks.length);
}

/** The sections by the nodes of the outline, which hold the very same headings. */
const byHeading = memoByDraft((draft) => {
  const found = new Map<number, Section[]>();
  for (const section of sectionsOf(draft).flatMap(({ all }) => all)) {
    const list = found.get(section.line);
    if (list) list.push(section);
    else found.set(section.line, [section]);
  }
  return found;
});

class Reader {
  readonly #draft: Draft;
  readonly #points: boolean;
  readonly #characters: Int32Array;
  readonly #sections: ReadonlyMap<number, readonly Section[]>;
  readonly #findings: readonly FindingPlace[];
  /** How many findings of each severity stand before the n-th. */
  readonly #sums: Readonly<Record<Severity, Int32Array>>;

  constructor(draft: Draft, findings: readonly FindingPlace[], points: boolean) {
    this.#draft = draft;
    this.#points = points;
    this.#characters = runningCharacters(draft);
    this.#sections = byHeading(draft);
    this.#findings = [...findings].sort((a, b) => a.line - b.line || a.character - b.character);
    const sums = (severity: Severity) => {
      const sum = new Int32Array(findings.length + 1);
      this.#findings.forEach((each, index) => {
        sum[index + 1] = (sum[index] ?? 0) + (each.severity === severity ? 1 : 0);
      });
      return sum;
    };
    this.#sums = { error: sums('error'), warning: sums('warning'), info: sums('info'), hint: sums('hint') };
  }

  /** @param limit line that nothing of them reaches */
  items(nodes: readonly OutlineNode[], limit: number): OutlineItem[] {
    return nodes.flatMap((node, index) => {
      if (node.inline && !this.#points) return [];
      const next = nodes[index + 1];
      return this.#item(node, next, Math.min(limit, next && !next.inline ? next.line : limit));
    });
  }

  #item(node: OutlineNode, next: OutlineNode | undefined, limit: number): OutlineItem {
    const { level, number, title, line, inline, heading, children, span } = node;
    const section = heading && this.#sections.get(line)?.find((each) => each.heading === heading);
    const endLine = Math.min(section ? section.end - 1 : node.endLine, Math.max(line, limit - 1));
    const { characters, findings } = this.#inside(node, endLine, next);
    const movable = section?.movable ?? false;
    const below = this.items(children, endLine + 1);
    const at = { line, character: span.start, endLine, level };
    const item = { number, title, inline, characters, findings, movable, children: below };
    return heading ? Object.assign(at, { style: heading.style }, item) : Object.assign(at, item);
  }

  /** What stands between the beginning of a node and its end. */
  #inside(
    node: OutlineNode,
    endLine: number,
    next: OutlineNode | undefined,
  ): Pick<OutlineItem, 'characters' | 'findings'> {
    const { line, inline, span, point } = node;
    const start = inline ? span.start : 0;
    const shared = next?.inline && next.line === line ? next.span.start : undefined;
    const end = point?.extent.end ?? shared;
    if (end !== undefined || (inline && endLine === line)) {
      return {
        characters: this.#charactersIn(line, start, end),
        findings: this.#between(line, start, line, end ?? Number.POSITIVE_INFINITY),
      };
    }
    const whole = (this.#characters[endLine + 1] ?? 0) - (this.#characters[line] ?? 0);
    const before = start > 0 ? this.#charactersIn(line, 0, start) : 0;
    return { characters: whole - before, findings: this.#between(line, start, endLine + 1, 0) };
  }

  #charactersIn(line: number, start: number, end: number | undefined): number {
    const block = this.#draft.blocks[line];
    if (!block) return 0;
    const counted = countedIn(block);
    const key = `${start}-${end}`;
    let count = counted.get(key);
    if (count === undefined) {
      count = countCharacters(block.source.slice(start, end));
      counted.set(key, count);
    }
    return count;
  }

  #between(line: number, character: number, endLine: number, end: number): Findings {
    if (this.#findings.length === 0) return NONE;
    const from = this.#before(line, character);
    const to = this.#before(endLine, end);
    if (from === to) return NONE;
    const count = (severity: Severity) => (this.#sums[severity][to] ?? 0) - (this.#sums[severity][from] ?? 0);
    return { error: count('error'), warning: count('warning'), info: count('info'), hint: count('hint') };
  }

  /** How many findings stand before a place. */
  #before(line: number, character: number): number {
    let low = 0;
    let high = this.#findings.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const each = this.#findings[middle];
      if (each && (each.line < line || (each.line === line && each.character < character))) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
