/** Runs rules over a draft: block findings are kept with their block, one bad rule never silences the rest. */
import type { Block, Draft } from '../document/types';
import type { Word } from '../segment/types';
import { CharacterSet } from '../text/character-set';
import { overlaps, type Span } from '../text/span';
import { Collector, type Line } from './collect';
import {
  type BlockRule,
  type DocumentFinding,
  type DocumentRule,
  type Finding,
  MANY,
  type Options,
  type Rule,
  type Severity,
} from './types';

/** As what a finding of a severity is told; left out, as what it is. */
export type Levels = Readonly<Partial<Record<Severity, Severity | 'off'>>>;

/** A rule as switched on: with its severity and its options. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly options: Options;
  readonly levels?: Levels;
}

/** A finding with the rule that made it. */
export interface Report extends DocumentFinding {
  readonly rule: Rule;
  readonly severity: Severity;
  /** How certain the finding is, whatever severity it is told with. */
  readonly grade: Severity;
  /** More places of the same fault, told with this one: see `Rule.systematic`. */
  readonly others: readonly DocumentFinding[];
}

export interface CheckResult {
  readonly reports: readonly Report[];
  /** Rules that have thrown since the checker was made, each once, with what they threw. */
  readonly failures: ReadonlyMap<string, unknown>;
  /** Blocks whose words some rule needs and that were not known: once they are, a check says more. */
  readonly pending: readonly Block[];
}

/** The words of a block where they are known. */
export type WordsOf = (block: Block) => readonly Word[] | undefined;

/** True where a span of a block is right because the writer says so: nothing is reported within it. */
export type IsRight = (block: Block, span: Span) => boolean;

/** Of the block that is checked; large, and so one for all checkers. */
const CHARACTERS = new CharacterSet();

const SEVERITY_ORDER: Record<Severity, number> = { error: 0, warning: 1, info: 2, hint: 3 };

/** What the block rules say of a block. */
interface KeptBlock {
  /** All of it, as if the block were the first. */
  readonly found: readonly Report[];
  /** Without conflicts, for the place where the block stood last. */
  placed: readonly Report[];
  index: number;
  /** True when the words of the block were needed and not known. */
  readonly pending: boolean;
  /** False while it is not known whether they are. */
  readonly asked: boolean;
}

/**
 * Checks drafts with one set of rules. Make a new one when the settings change: it keeps the findings of blocks.
 */
export class Checker {
  /** The rules that are on. */
  readonly rules: readonly ActiveRule[];
  readonly #blockRules: readonly (ActiveRule & { rule: BlockRule })[];
  readonly #documentRules: readonly (ActiveRule & { rule: DocumentRule })[];
  /** The rules that look for more once the words are known. */
  readonly #wordRules: readonly (ActiveRule & { rule: BlockRule })[];
  /** Place of each rule among all: of findings alike in all else the earlier stays. */
  readonly #order: ReadonlyMap<Rule, number>;
  readonly #kept = new WeakMap<Block, KeptBlock>();
  #told = this.#newCollector();
  #toldAsked = false;
  #lastOfDocument: { readonly draft: Draft; readonly reports: ReadonlyMap<number, readonly Report[]> } | undefined;
  readonly #failures = new Map<string, unknown>();
  readonly #wordsOf: WordsOf;
  readonly #isRight: IsRight;
  readonly #mayAsk: () => boolean;

  /** @param mayAsk false as long as rules are not to be asked whether they need words */
  constructor(
    rules: readonly ActiveRule[],
    wordsOf: WordsOf = () => undefined,
    isRight: IsRight = () => false,
    mayAsk: () => boolean = () => true,
  ) {
    this.rules = rules;
    this.#wordsOf = wordsOf;
    this.#isRight = isRight;
    this.#mayAsk = mayAsk;
    this.#blockRules = rules.filter(
      (active): active is ActiveRule & { rule: BlockRule } => active.rule.scope === 'block',
    );
    this.#wordRules = this.#blockRules.filter(({ rule }) => rule.needsWords);
    this.#order = new Map(this.#blockRules.map(({ rule }, index) => [rule, index]));
    this.#documentRules = rules.filter(
      (active): active is ActiveRule & { rule: DocumentRule } => active.rule.scope === 'document',
    );
  }

  /** Findings in the order of the text. Never throws because of a rule. */
  check(draft: Draft): CheckResult {
    const ofDocument = this.#ofDocument(draft);
    const reports: Report[] = [];
    const pending: Block[] = [];
    const ofBlocks = this.#linesTold(draft).map(({ index }) => index);
    for (const index of new Set([...ofBlocks, ...ofDocument.keys()].sort((a, b) => a - b))) {
      const block = draft.blocks[index];
      if (!block) continue;
      const kept = this.#keptOf(block);
      if (kept.pending) pending.push(block);
      const more = ofDocument.get(index);
      const here = more ? withoutConflicts([...placedAt(kept.found, index), ...more]) : blockReports(kept, index);
      for (const report of here) reports.push(report);
    }
    return { reports: gatherSystematic(reports), failures: this.#failures, pending };
  }

  /** The lines of which the block rules say something, or may yet. */
  #linesTold(draft: Draft): readonly Line[] {
    // what was told of while nobody was asked need not stay
    if (this.#toldAsked !== this.#mayAsk()) this.#told = this.#newCollector();
    this.#toldAsked = this.#mayAsk();
    return this.#told.linesIn(draft);
  }

  #newCollector(): Collector<Line> {
    return new Collector((block, index) => {
      const { found, pending, asked } = this.#keptOf(block);
      return found.length > 0 || pending || !asked ? { index, block } : undefined;
    });
  }

  /** Checks a block ahead of its draft, so that a caller can take a long text in slices. False when it has been already. */
  warm(block: Block): boolean {
    if (this.#kept.has(block)) return false;
    this.#keptOf(block);
    return true;
  }

  #failed({ id }: Rule, error: unknown): void {
    if (!this.#failures.has(id)) this.#failures.set(id, error);
  }

  /** Findings of the document rules by block; the same for a draft that is checked again because words have come. */
  #ofDocument(draft: Draft): ReadonlyMap<number, readonly Report[]> {
    if (this.#lastOfDocument?.draft !== draft) this.#lastOfDocument = { draft, reports: this.#documentReports(draft) };
    return this.#lastOfDocument.reports;
  }

  #documentReports(draft: Draft): Map<number, Report[]> {
    const byBlock = new Map<number, Report[]>();
    for (const active of this.#documentRules) {
      const { rule, options } = active;
      try {
        for (const finding of rule.check(draft, options)) {
          const block = draft.blocks[finding.block];
          const report = reportOf(active, finding);
          if (!report || !block || this.#isRight(block, finding.span)) continue;
          const list = byBlock.get(finding.block);
          if (list) list.push(report);
          else byBlock.set(finding.block, [report]);
        }
      } catch (error) {
        this.#failed(rule, error);
      }
    }
    return byBlock;
  }

  #keptOf(block: Block): KeptBlock {
    const before = this.#kept.get(block);
    const asked = this.#mayAsk();
    if (before && before.asked === asked && !(before.pending && this.#wordsOf(block))) return before;
    const needsWords = asked && this.#needsWords(block);
    const words = needsWords ? this.#wordsOf(block) : undefined;
    const pending = needsWords && !words;
    // without words the rules say what they said before
    const kept =
      before && !words ? { ...before, pending, asked } : { ...this.#read(block, words, before), pending, asked };
    this.#kept.set(block, kept);
    return kept;
  }

  #read(
    block: Block,
    words: readonly Word[] | undefined,
    before: KeptBlock | undefined,
  ): Pick<KeptBlock, 'found' | 'placed' | 'index'> {
    const found = before ? this.#withWords(before.found, block, words) : this.#find(this.#blockRules, block, words);
    return { found, placed: withoutConflicts(found), index: 0 };
  }

  #needsWords(block: Block): boolean {
    if (block.role === 'blank' || block.role === 'code') return false;
    return this.#wordRules.some(({ rule }) => {
      try {
        return rule.needsWords?.(block) ?? false;
      } catch (error) {
        this.#failed(rule, error);
        return false;
      }
    });
  }

  /** What is found once the words are known: only the rules that ask for them say anything new. */
  #withWords(found: readonly Report[], block: Block, words: readonly Word[] | undefined): Report[] {
    const asks = ({ rule }: Report) => rule.scope === 'block' && rule.needsWords !== undefined;
    const orderOf = ({ rule }: Report) => this.#order.get(rule) ?? 0;
    return [...found.filter((report) => !asks(report)), ...this.#find(this.#wordRules, block, words)].sort(
      (a, b) => orderOf(a) - orderOf(b),
    );
  }

  #find(
    rules: readonly (ActiveRule & { rule: BlockRule })[],
    block: Block,
    words: readonly Word[] | undefined,
  ): Report[] {
    const found: Report[] = [];
    if (block.role === 'blank' || block.role === 'code') return found;
    CHARACTERS.read(block.source);
    for (const active of rules) {
      const { rule, options } = active;
      if (rule.clues !== undefined && !CHARACTERS.hasOf(rule.clues)) continue;
      try {
        if (rule.of && !rule.of(block)) continue;
        for (const finding of rule.check(block, options, words)) {
          const report = reportOf(active, { ...finding, block: 0 });
          if (report && !this.#isRight(block, finding.span)) found.push(report);
        }
      } catch (error) {
        this.#failed(rule, error);
      }
    }
    return found;
  }
}

/** Findings of the block rules; made anew only when the block is new or has moved. */
function blockReports(kept: KeptBlock, index: number): readonly Report[] {
  if (kept.index !== index) {
    kept.placed = placedAt(kept.placed, index);
    kept.index = index;
  }
  return kept.placed;
}

function placedAt(reports: readonly Report[], index: number): readonly Report[] {
  return reports.length === 0 ? reports : reports.map((report) => ({ ...report, block: index }));
}

/** `undefined` where findings of this severity are not told. */
function reportOf({ rule, severity, levels }: ActiveRule, finding: DocumentFinding): Report | undefined {
  const grade = milder(severity, finding.severity);
  const told = levels?.[grade] ?? grade;
  return told === 'off' ? undefined : { ...finding, rule, severity: told, grade, others: [] };
}

function milder(severity: Severity, own: Severity = severity): Severity {
  return SEVERITY_ORDER[own] > SEVERITY_ORDER[severity] ? own : severity;
}

/**
 * What is reported once is not reported twice: of two findings that mark the same span, or whose fixes would change the
 * same characters, the more certain stays, and of equally certain ones the longer.
 */
function withoutConflicts(reports: readonly Report[]): readonly Report[] {
  if (reports.length < 2) return reports;
  const ranked = reports
    .map((report, order) => ({ report, order }))
    .sort(
      (a, b) =>
        Number(b.report.rule.first ?? false) - Number(a.report.rule.first ?? false) ||
        SEVERITY_ORDER[a.report.grade] - SEVERITY_ORDER[b.report.grade] ||
        length(b.report) - length(a.report) ||
        a.order - b.order,
    );
  const spans = new Set<string>();
  const edits = new EditIndex();
  const kept = ranked.flatMap(({ report }) => {
    const span = `${report.span.start} ${report.span.end}`;
    if (spans.has(span) || edits.conflicts(report)) return [];
    spans.add(span);
    edits.add(report);
    return [report];
  });
  return kept.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

/** So many code units share a drawer of the index; edits are shorter than that, and far fewer than a line is long. */
const DRAWER = 64;

/** The edits of a block's findings by place, so that a line with thousands of findings compares only neighbours. */
class EditIndex {
  readonly #drawers = new Map<number, { readonly rule: Rule; readonly span: Span }[]>();

  add(report: Report): void {
    for (const span of editedSpans(report)) {
      for (const drawer of drawersOf(span)) {
        const list = this.#drawers.get(drawer);
        if (list) list.push({ rule: report.rule, span });
        else this.#drawers.set(drawer, [{ rule: report.rule, span }]);
      }
    }
  }

  /** True when another rule changes the same characters. */
  conflicts(report: Report): boolean {
    return editedSpans(report).some((span) =>
      drawersOf(span).some((drawer) =>
        this.#drawers.get(drawer)?.some((other) => other.rule !== report.rule && overlaps(span, other.span)),
      ),
    );
  }
}

function drawersOf({ start, end }: Span): number[] {
  const first = Math.floor(start / DRAWER);
  return Array.from({ length: Math.floor(end / DRAWER) - first + 1 }, (_, index) => first + index);
}

/** What the fixes of a finding would change in its own block. */
function editedSpans(report: Report): Span[] {
  return (report.fixes ?? []).flatMap((fix) =>
    fix.edits.filter(({ block }) => block === undefined || block === report.block).map(({ span }) => span),
  );
}

function length({ span }: Finding): number {
  return span.end - span.start;
}

/** Of many findings of one group of a systematic rule the first stays and stands for the others. */
function gatherSystematic(reports: readonly Report[]): readonly Report[] {
  const groups = new Map<Rule, Map<string, Report[]>>();
  for (const report of reports) {
    const { rule, group = '' } = report;
    if (!rule.systematic) continue;
    const ofRule = groups.get(rule) ?? new Map<string, Report[]>();
    groups.set(rule, ofRule);
    const list = ofRule.get(group);
    if (list) list.push(report);
    else ofRule.set(group, [report]);
  }
  return reports.flatMap((report) => {
    const { rule, group = '', message } = report;
    const list = groups.get(rule)?.get(group);
    if (!list || list.length < (report.toldOnceFrom ?? MANY)) return report;
    if (list[0] !== report) return [];
    return { ...report, message: `${message}（全文共${list.length}处）`, others: list.slice(1) };
  });
}
