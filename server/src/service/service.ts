/** The language service: one door to everything that can be asked about a draft. It wires, the providers judge. */
import { RULES } from '../rules/registry';
import type { Rule } from '../rules/types';
import type { Segmenter } from '../segment/types';
import type { Position, Range } from '../text/span';
import type { Cleaning } from './clean/clean';
import { cleanText } from './clean/document';
import { type CodeAction, codeActions } from './code-actions';
import { type Completion, completions } from './completion';
import type { Conversion } from './convert/conversion';
import { conversions } from './convert/conversions';
import type { CancellationToken, OpenDocument, Workspace } from './document';
import { Drafts } from './drafts';
import { type Checked, isCertain, type Mended, mendAll } from './fix-all';
import { type FoldingRange, foldingRanges } from './folding';
import { format, linesOf, withinLines } from './format/format';
import { type Hover, type HoverWishes, hover } from './hover';
import { languageOf } from './language';
import { type ReportFormat, type WrittenReport, writtenReport } from './report/written';
import { type OnProgress, type Review, Reviews } from './reviews';
import { rulePage } from './rule-page';
import { selectionRanges } from './selection';
import { type SemanticToken, semanticTokens } from './semantic-tokens';
import { type StructureAction, structureActions } from './structure/actions';
import { outlineItems, placesOf } from './structure/outline';
import { perform } from './structure/perform';
import type { OutlineAnswer, StructureAnswer, StructureOperation } from './structure/types';
import { type Summary, summaryOf } from './summary';
import { type DocumentSymbol, documentSymbols } from './symbols';
import { Words } from './words';

/** Edits that mend several findings at once. */
export interface Mending extends Mended {
  /** Of the text they are for. */
  readonly version: number;
}

export interface DocumentCleaning extends Cleaning {
  /** Of the text it is for. */
  readonly version: number;
}

/**
 * Every method answers for the document as it is when asked, and `undefined` where the token fired or the text changed
 * before the answer was ready.
 */
export class LanguageService {
  readonly #workspace: Workspace;
  readonly #reviews: Reviews;
  readonly #rules: readonly Rule[];

  /** @param segmenter left out where word boundaries are not to be had: what needs them is not said then */
  constructor(workspace: Workspace, rules: readonly Rule[] = RULES, segmenter?: Segmenter) {
    this.#workspace = workspace;
    this.#rules = rules;
    this.#reviews = new Reviews(workspace, new Drafts(), rules, segmenter && new Words(segmenter, undefined, true));
  }

  review(document: OpenDocument, token: CancellationToken, onProgress?: OnProgress): Promise<Review | undefined> {
    return this.#reviews.review(document, token, onProgress);
  }

  async summary(document: OpenDocument, token: CancellationToken): Promise<Summary | undefined> {
    const review = await this.#reviews.review(document, token);
    return review && summaryOf(review);
  }

  async codeActions(document: OpenDocument, range: Range, token: CancellationToken): Promise<CodeAction[] | undefined> {
    const review = await this.#reviews.review(document, token);
    return review && codeActions(review, range, this.#workspace.pathOf(document.uri));
  }

  /** Everything certain: what `source.fixAll.biganzi` mends. */
  async fixAll(document: OpenDocument, token: CancellationToken): Promise<Mending | undefined> {
    const review = await this.#reviews.review(document, token);
    if (!review) return undefined;
    const check = this.#aheadOf(document, review);
    const mending = mendAll(document.getText(), (current) => {
      const { draft, reports } = check(current);
      return { draft, reports: reports.filter(isCertain) };
    });
    return { version: review.version, ...mending };
  }

  /** What the rules say of the text as reviewed, and of what it may become. */
  #aheadOf(document: OpenDocument, review: Review): (current: string) => Checked {
    const text = document.getText();
    return (current) => (current === text ? review : this.#reviews.reviewAhead(document, current));
  }

  /** Marks, blanks and blank lines put right; within a range, its lines alone. */
  async format(document: OpenDocument, token: CancellationToken, range?: Range): Promise<Mending | undefined> {
    const settings = await this.#workspace.settings(document.uri);
    const review = await this.#reviews.review(document, token);
    if (!review) return undefined;
    const formatted = format(document.getText(), this.#aheadOf(document, review), settings.format);
    return { version: review.version, ...(range ? withinLines(formatted, ...linesOf(range)) : formatted) };
  }

  /** The marks of the line that the writer has just left, or has ended a sentence on. */
  async formatLine(document: OpenDocument, line: number, token: CancellationToken): Promise<Mending | undefined> {
    const review = await this.#reviews.review(document, token);
    if (!review) return undefined;
    const formatted = format(document.getText(), this.#aheadOf(document, review));
    return { version: review.version, ...withinLines(formatted, line, line) };
  }

  /**
   * What is left when residue of web pages, line breaks inside paragraphs and the like are gone: of the document, of the
   * lines of a range, or of a text that is to be put into the document.
   */
  async clean(
    document: OpenDocument,
    token: CancellationToken,
    of: { readonly range?: Range; readonly text?: string } = {},
  ): Promise<DocumentCleaning | undefined> {
    const settings = await this.#workspace.settings(document.uri);
    if (token.isCancellationRequested) return undefined;
    const { version, languageId } = document;
    const language = languageOf(languageId) ?? 'plaintext';
    return { version, ...cleanText(of.text ?? document.getText(), language, settings, this.#rules, of.range) };
  }

  /** Every number in sequence, and what refers to them; `mended` counts what gets another number. */
  async renumber(document: OpenDocument, token: CancellationToken): Promise<Mending | undefined> {
    const { version } = document;
    const draft = await this.#reviews.draft(document, token);
    if (!draft || document.version !== version) return undefined;
    const { edits, renumbered } = perform(draft, document.getText(), { type: 'renumber' });
    return { version, edits, mended: renumbered };
  }

  /** The outline with the findings known so far; it does not wait for the check. */
  async outline(document: OpenDocument, token: CancellationToken, points = true): Promise<OutlineAnswer | undefined> {
    const { version } = document;
    const draft = await this.#reviews.draft(document, token);
    if (!draft || document.version !== version) return undefined;
    const last = this.#reviews.last(document);
    const findings = last ? placesOf(draft, last.draft, last.reports) : [];
    return { version, nodes: outlineItems(draft, findings, points) };
  }

  /** What can be done with the section whose heading the cursor is on. */
  async structureActions(
    document: OpenDocument,
    range: Range,
    token: CancellationToken,
  ): Promise<StructureAction[] | undefined> {
    const { version } = document;
    const draft = await this.#reviews.draft(document, token);
    return draft && document.version === version ? structureActions(draft, document.getText(), range) : undefined;
  }

  /** What can be written otherwise there: numbers, dates, amounts, lists, a title. */
  async conversions(document: OpenDocument, range: Range, token: CancellationToken): Promise<Conversion[] | undefined> {
    const { version } = document;
    const draft = await this.#reviews.draft(document, token);
    return draft && document.version === version ? conversions(draft, range) : undefined;
  }

  /** The edits of one operation on the structure. */
  async structure(
    document: OpenDocument,
    operation: StructureOperation,
    token: CancellationToken,
  ): Promise<StructureAnswer | undefined> {
    const { version } = document;
    const draft = await this.#reviews.draft(document, token);
    if (!draft || document.version !== version) return undefined;
    const { renumbered: _, ...answer } = perform(draft, document.getText(), operation);
    return { version, ...answer };
  }

  async documentSymbols(document: OpenDocument, token: CancellationToken): Promise<DocumentSymbol[] | undefined> {
    const draft = await this.#reviews.draft(document, token);
    return draft && documentSymbols(draft);
  }

  async foldingRanges(document: OpenDocument, token: CancellationToken): Promise<FoldingRange[] | undefined> {
    const draft = await this.#reviews.draft(document, token);
    return draft && foldingRanges(draft);
  }

  /** For each place the ranges around it, the smallest first. */
  async selectionRanges(
    document: OpenDocument,
    places: readonly Position[],
    token: CancellationToken,
  ): Promise<Range[][] | undefined> {
    const draft = await this.#reviews.draft(document, token);
    return draft && places.map((place) => selectionRanges(draft, place));
  }

  async hover(
    document: OpenDocument,
    place: Position,
    token: CancellationToken,
    wishes?: HoverWishes,
  ): Promise<Hover | undefined> {
    const review = await this.#reviews.review(document, token);
    return review && hover(review, place, wishes);
  }

  /**
   * What the writer may want next at a place; it does not wait for the check.
   * @param triggered the editor asks because of a character, not because the writer wants to know
   */
  async completions(
    document: OpenDocument,
    place: Position,
    triggered: boolean,
    token: CancellationToken,
  ): Promise<Completion[] | undefined> {
    const draft = await this.#reviews.draft(document, token);
    const { tables } = await this.#workspace.settings(document.uri);
    return draft && completions(draft, place, triggered, tables);
  }

  /** What an editor colours in lines `[start, end)`; it does not wait for the check. */
  async semanticTokens(
    document: OpenDocument,
    token: CancellationToken,
    start?: number,
    end?: number,
  ): Promise<Iterable<SemanticToken> | undefined> {
    const draft = await this.#reviews.draft(document, token);
    return draft && semanticTokens(draft, start, end && Math.min(end, draft.blocks.length));
  }

  /** The 校核报告 of the document as it is now. */
  async report(
    document: OpenDocument,
    format: ReportFormat,
    token: CancellationToken,
  ): Promise<WrittenReport | undefined> {
    const review = await this.#reviews.review(document, token);
    return review && writtenReport(review, format);
  }

  /** The page of a rule in Markdown; `undefined` for an unknown id. */
  rulePage(id: string): string | undefined {
    const rule = this.#rules.find((each) => each.id === id);
    return rule && rulePage(rule);
  }
}
