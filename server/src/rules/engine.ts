/** Runs rules over a draft: block findings are kept with their block, one bad rule never silences the rest. */
import type { Block, Draft } from '../document/types';
import type { Word } from '../segment/types';
import { CharacterSet } from '../text/character-set';
import type { Span } from '../text/span';
import { type ActiveRule, type Report, reportOf } from './active';
import { Collector, type Line } from './collect';
import { withoutConflicts } from './conflicts';
import { gatherSystematic } from './systematic';
import type { BlockRule, DocumentRule, Rule } from './types';

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
