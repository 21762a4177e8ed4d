/** Lays out what stands above the text of a piece: 版头, 报头, title, 题注, 称谓 or 主送机关. */
import { kindOfTitle } from './kind';
import { endsTitle, formOf } from './line-form';
import type { PieceStart } from './pieces';
import type { LineShape, RoleHint } from './shape';
import type { DocumentKind, Role } from './types';

/** What `layOutHead` found; roles it wrote into the list it was given. */
export interface Head {
  readonly titleLines: readonly number[];
  readonly title: string;
  /** First line of the text. */
  readonly bodyStart: number;
}

const MOST_TITLE_LINES = 8;
/** A run of short lines longer than this is a table or a list, of which only the first can be a title. */
const LONGEST_UNKNOWN_TITLE = 3;
/** Lines of a 简报 head behind the 期号: the organ, and the day. */
const BRIEF_LINES_AFTER_ISSUE = 4;

/** 第12号；（第56号）；2026年第3号；〔2026〕7号；〔六届〕第12号 */
const ORDER_NUMBER =
  /^[〔﹝［[（(][^〔〕（）()]{2,8}[〕﹞］\]）)][\s　]?第?[\s　]?[0-9×X]{1,5}[\s　]?号$|^[（(]?(?:(?:19|20)\d{2}年)?[\s　]?第[\s　]?[0-9〇一二三四五六七八九十百×X]{1,5}[\s　]?号[）)]?$/;
/** ———————— */
const RULE_LINE = /^[—\-_=＿━─＊*]{4,}$/;
/** ×政发〔2026〕5号 at the end of a title line. */
const NUMBER_BEHIND_TITLE = /[\s　]+\p{Script=Han}{1,12}[〔［[（(]\d{4}[〕］\]）)]第?\d{1,5}号$/u;
/** 附件1 in front of the name of the attachment. */
const MARK_BEFORE_TITLE = /^附[\s　]?件[\s　]*\d{0,2}[\s　]*[:：.．、]?[\s　]*/;

/** Kinds that go to a 主送机关; below the title of the others an organ's name is its author. */
const ADDRESSED: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  'notice',
  'request',
  'report',
  'reply',
  'letter',
  'circular',
  'opinion',
]);
/** Kinds with which a title that says 关于 ends. */
const STATUTORY: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  ...ADDRESSED,
  'decision',
  'announcement',
  'minutes',
]);
/** Kinds whose author stands below the title. */
const SPOKEN = /^(?:speech|host-script|report|briefing|summary|research|unknown)$/;

/** Lays out the head of the piece `[start, end)`. Roles that the lines have by themselves are in `roles` already. */
export function layOutHead(
  shapes: readonly LineShape[],
  roles: RoleHint[],
  { line, nameLines }: PieceStart,
  end: number,
): Head {
  return new HeadReader(shapes, roles, line, nameLines, end).read();
}

class HeadReader {
  readonly #shapes: readonly LineShape[];
  readonly #roles: RoleHint[];
  readonly #end: number;
  readonly #start: number;
  #at: number;
  #titleLines: number[] = [];

  constructor(
    shapes: readonly LineShape[],
    roles: RoleHint[],
    start: number,
    private readonly nameLines: number,
    end: number,
  ) {
    this.#shapes = shapes;
    this.#roles = roles;
    this.#end = end;
    this.#start = start;
    this.#at = this.#skip(start);
  }

  read(): Head {
    this.#readAttachmentMark();
    this.#readBriefHead();
    this.#readLetterhead();
    this.#readTitle();
    const named = this.#titleLines.length > 0;
    while (this.#at < this.#end) {
      if (this.#readLetterheadLine()) this.#readTitleBelowMark();
      else if (!this.#readCaption(named)) break;
      this.#at = this.#skip(this.#at);
    }
    this.#readAddressee(named);
    return { titleLines: this.#titleLines, title: this.#title(), bodyStart: this.#at };
  }

  /** 附件1, alone or with the name of the attachment behind it. */
  #readAttachmentMark(): void {
    const shape = this.#shapes[this.#at];
    const hint = shape?.hint;
    if (!shape || !MARK_BEFORE_TITLE.test(shape.words)) return;
    if (hint?.role !== 'attachment-mark' && this.#at === 0) return;
    if (hint?.role !== 'attachment-mark' && hint !== undefined && hint.role !== 'attachment-note') return;
    this.#take({ role: 'attachment-mark' });
    if (hint?.role !== 'attachment-mark') this.#titleLines = [this.#at];
    this.#next();
  }

  /** Everything down to 第×期 and the line of organ and day below it. */
  #readBriefHead(): void {
    const issue = this.#find((shape) => shape.hint?.element === 'issue-number', 7);
    if (issue < 0) return;
    let last = issue;
    for (
      let line = this.#skip(issue + 1);
      line < this.#end && line <= issue + BRIEF_LINES_AFTER_ISSUE;
      line = this.#skip(line + 1)
    ) {
      const words = this.#shapes[line]?.words ?? '';
      if (RULE_LINE.test(words) || this.#shapes[line]?.hint?.element === 'issue-number') {
        last = line;
        continue;
      }
      const dated = words.length <= 60 && /\d{4}年\d{1,2}月\d{1,2}日$/.test(words);
      const shape = this.#shapes[line];
      const publisher =
        words.length <= 40 && (/(?:编|编印|主办|编发|印发)$/.test(words) || (shape ? formOf(shape).organ : false));
      if (!dated && !publisher) break;
      last = line;
    }
    for (; this.#at <= last; this.#at = this.#skip(this.#at + 1)) {
      const own = this.#roles[this.#at]?.role;
      if (own !== 'brief-head' && own !== 'letterhead') this.#take({ role: 'brief-head' });
    }
  }

  #readLetterhead(): void {
    while (this.#at < this.#end) {
      if (!this.#readLetterheadLine() && !this.#readIssuerMark() && !this.#readEditorNote()) return;
      this.#at = this.#skip(this.#at);
    }
  }

  #readLetterheadLine(): boolean {
    const words = this.#words();
    const own = this.#roles[this.#at]?.role;
    const numbered = this.#titleLines.length > 0 && ORDER_NUMBER.test(words);
    if (numbered) this.#take({ role: 'letterhead', element: 'document-number' });
    else if (RULE_LINE.test(words)) this.#take({ role: 'letterhead' });
    else if (
      this.#titleLines.length > 0 &&
      this.#isLetterhead(this.#before(this.#at)) &&
      isDatedOrgan(this.#shapes[this.#at])
    )
      this.#take({ role: 'letterhead' });
    else if (own !== 'letterhead') return false;
    this.#next();
    return true;
  }

  /** ××市人民政府文件 above its 发文字号; joint issuers stand in several lines. */
  #readIssuerMark(): boolean {
    if (this.#titleLines.length > 0) return false;
    const number = this.#find((shape) => shape.hint?.role === 'letterhead' || RULE_LINE.test(shape.words), 6);
    if (number <= this.#at) return false;
    const lines = this.#lines(this.#at, number);
    const isMark = ({ words, hint }: LineShape) =>
      !hint && words.length <= 60 && /文[\s　]*件$|^[^关于]{2,40}$/.test(words);
    const ownLines = lines.map((line) => this.#shapes[line]).filter((shape) => shape !== undefined);
    const named = ownLines.some(({ words }) => /文[\s　]*件$/.test(words));
    if (!ownLines.every((shape) => isMark(shape) && (named || formOf(shape).organ))) return false;
    for (const line of lines) this.#roles[line] = { role: 'letterhead', element: 'issuer-mark' };
    this.#at = number;
    return true;
  }

  /** 按： in front of the title of a 简报 article. */
  #readEditorNote(): boolean {
    if (this.#roles[this.#at]?.element !== 'editor-note') return false;
    this.#next();
    return true;
  }

  #readTitle(): void {
    if (this.#titleLines.length > 0) return;
    const first = this.nameLines > 0 ? this.#lines(this.#at, this.#at + this.nameLines) : this.#titleAt(this.#at);
    if (first.length === 0) return;
    this.#takeTitle(first);
    const second = this.#secondTitle(first);
    if (second) this.#takeTitle(second);
  }

  #takeTitle(lines: readonly number[]): void {
    for (const line of lines) this.#roles[line] = { role: 'title' };
    this.#titleLines = [...lines];
    this.#at = this.#skip((lines.at(-1) ?? 0) + 1);
  }

  /** The lines of the title that begins at `from`, or none. */
  #titleAt(from: number): number[] {
    const first = this.#shapes[from];
    if (!first || from >= this.#end || this.#roles[from]?.role === 'heading') return [];
    const form = formOf(first);
    if (form.fullTitle && !form.titleLike) return [from];
    if (!form.titleLike || form.salutation || form.recipient) return [];
    const run = this.#titleRun(from);
    if (run.length === 0) return [];
    const complete = run.findIndex((line, index) => {
      const text = strip(this.#join(run.slice(0, index + 1)));
      return endsTitle(text) && !this.#goesOn(line, run[index + 1]);
    });
    if (complete >= 0) return run.slice(0, this.#statutoryEnd(run, complete) + 1);
    const last = run.at(-1) ?? from;
    if (kindOfTitle(first.words) === 'unknown' && !this.#standsAlone(first, last)) return [];
    const adjacent = run.filter((line, index) => line === from + index);
    return adjacent.length <= LONGEST_UNKNOWN_TITLE ? adjacent : [from];
  }

  /** Title-like lines from `from` on, blank lines between them left out. */
  #titleRun(from: number): number[] {
    const run: number[] = [];
    for (let line = from; line < this.#end && run.length < MOST_TITLE_LINES; line = this.#skip(line + 1)) {
      const shape = this.#shapes[line];
      if (!shape) break;
      const form = formOf(shape);
      if ((!form.titleLike && !form.fullTitle) || isDatedOrgan(shape)) break;
      if (run.length > 0 && (form.caption || form.salutation || this.#isAuthor(line, strip(this.#join(run))))) break;
      run.push(line);
      if (!form.titleLike) break;
    }
    return run;
  }

  /** 关于印发……实施方案 is complete in itself, but 的通知 in a later line is the end that was meant. */
  #statutoryEnd(run: readonly number[], complete: number): number {
    const text = this.#join(run.slice(0, complete + 1));
    if (STATUTORY.has(kindOfTitle(text)) || !/关于|印发|转发/.test(text)) return complete;
    for (let index = complete + 1; index < run.length; index++) {
      const line = run[index] ?? 0;
      if (line !== (run[index - 1] ?? 0) + 1 || /关于/.test(this.#words(line))) break;
      if (STATUTORY.has(kindOfTitle(this.#words(line)))) return index;
    }
    return complete;
  }

  /** A line below a complete title that still belongs to it: a subtitle behind a dash, or 的通知. */
  #goesOn(line: number, next: number | undefined): boolean {
    if (next === undefined) return false;
    const words = this.#shapes[next]?.words ?? '';
    if (/^(?:——|—|--)/.test(words)) return true;
    const text = this.#words(line) + words;
    return next === line + 1 && /^(?:[（(][^（）()]{1,12}[）)])?(?:的|和|及|与)/.test(words) && endsTitle(strip(text));
  }

  /** A line of no known kind is a title when text follows it and it is no sentence. */
  #standsAlone({ words }: LineShape, last: number): boolean {
    return this.#skip(last + 1) < this.#end && words.length <= 50 && !/[，,]/.test(words.slice(24));
  }

  /** Web pages repeat the title above the real one: the second counts when it says the same or has its own 版头. */
  #secondTitle(first: readonly number[]): number[] | undefined {
    const next = this.#shapes[this.#at];
    if (!next || formOf(next).caption) return undefined;
    const second = this.#titleAt(this.#at);
    const text = this.#join(second);
    if (second.length === 0 || !endsTitle(strip(text))) return undefined;
    const [a, b] = [letters(this.#join(first)), letters(text)];
    if (a.includes(b) || b.includes(a)) return second;
    const below = this.#skip((second.at(-1) ?? 0) + 1);
    const shape = this.#shapes[below];
    const numbered = shape?.hint?.element === 'document-number' || ORDER_NUMBER.test(shape?.words ?? '');
    return numbered && kindOfTitle(text) !== 'unknown' ? second : undefined;
  }

  /** 某某市政府专题会议纪要 above its number is 发文机关标志 where 关于……的会议纪要 follows. */
  #readTitleBelowMark(): void {
    const second = this.#titleAt(this.#at);
    const text = this.#join(second);
    if (this.#titleLines.length === 0 || this.#title().includes('关于')) return;
    if (!text.includes('关于') || kindOfTitle(text) !== kindOfTitle(this.#title())) return;
    for (const line of this.#titleLines) this.#roles[line] = { role: 'letterhead', element: 'issuer-mark' };
    this.#takeTitle(second);
  }

  #readCaption(named: boolean): boolean {
    const shape = this.#shapes[this.#at];
    if (!shape || !named || this.#roles[this.#at]?.role === 'heading') return false;
    const { words, hint } = shape;
    const form = formOf(shape);
    if (
      hint?.role === 'date' ||
      form.caption ||
      (/^(?:——|—|--)/.test(words) && words.length <= 80 && !/[。；]$/.test(words))
    ) {
      this.#take({ role: 'caption' });
    } else if (/^[（(]/.test(words) && !hint && words.length <= 80) {
      return this.#readBrokenCaption();
    } else if (this.#isAuthor(this.#at, this.#title())) {
      this.#take({ role: 'caption' });
    } else return false;
    this.#next();
    return true;
  }

  /** （2004年6月16日国务院 and in the next line 第54次常务会议修订通过） */
  #readBrokenCaption(): boolean {
    for (let line = this.#at; line < this.#end && line < this.#at + 3; line++) {
      const words = this.#words(line);
      if (words.length > 80 || words === '') return false;
      if (!/[）)]$/.test(words)) continue;
      for (let each = this.#at; each <= line; each++) this.#roles[each] = { role: 'caption' };
      this.#at = line + 1;
      return true;
    }
    return false;
  }

  /** 市长　张三 below the title of what is spoken; 市财政局 below that of a 汇报. */
  #isAuthor(line: number, title: string): boolean {
    const shape = this.#shapes[line];
    const kind = kindOfTitle(title);
    if (!shape || (!SPOKEN.test(kind) && this.#start === 0)) return false;
    const form = formOf(shape);
    const beside = this.#isOpening(this.#skip(line + 1)) || this.#isDay(this.#before(line));
    if (form.post) return true;
    if (form.person)
      return beside && (kind !== 'unknown' || this.#isDay(this.#before(line)) || this.#isDay(this.#skip(line + 1)));
    if (!form.organ || kind === 'unknown' || !beside) return false;
    // a 报告 goes to the organ below its title, unless it comes with another document
    return this.#start > 0 || !ADDRESSED.has(kind);
  }

  /** The text, a day or a 称谓 begins here. */
  #isOpening(line: number): boolean {
    const shape = this.#shapes[line];
    if (!shape || line >= this.#end) return false;
    const form = formOf(shape);
    return (
      this.#isDay(line) ||
      form.salutation ||
      shape.words.length > 40 ||
      /[。：:]$/.test(shape.words) ||
      shape.mark !== undefined
    );
  }

  #isLetterhead(line: number): boolean {
    return this.#roles[line]?.role === 'letterhead';
  }

  #isDay(line: number): boolean {
    const shape = this.#shapes[line];
    return shape !== undefined && (shape.hint?.role === 'date' || formOf(shape).caption);
  }

  #readAddressee(named: boolean): void {
    const shape = this.#shapes[this.#at];
    if (!shape || this.#roles[this.#at]?.role !== 'body') return;
    const form = formOf(shape);
    if (form.salutation) this.#addressee('salutation', this.#at);
    else if (form.recipient) this.#addressee('recipient', this.#at);
    else if (named) this.#readLooseRecipient(shape);
  }

  /** A 主送 in two lines, without its colon, or of a sort that no list of organs holds. */
  #readLooseRecipient(shape: LineShape): void {
    const { openRecipient, organ } = formOf(shape);
    const below = this.#shapes[this.#at + 1];
    const follows = below !== undefined && below.words !== '' && this.#roles[this.#at + 1]?.role === 'body';
    if (openRecipient && follows && formOf(below).recipient) {
      this.#roles[this.#at] = { role: 'recipient' };
      this.#addressee('recipient', this.#at + 1);
      return;
    }
    const kind = kindOfTitle(this.#title());
    const text = this.#shapes[this.#skip(this.#at + 1)];
    const opens = text !== undefined && (text.words.length > 30 || /[。：]$/.test(text.words));
    const bare = shape.words.replace(/[。，,；;、]$/, '');
    if (openRecipient && /^各/.test(shape.words)) this.#addressee('recipient', this.#at);
    else if (ADDRESSED.has(kind) && opens && (organ || formOf({ ...shape, words: bare }).organ))
      this.#addressee('recipient', this.#at);
    else if (ADDRESSED.has(kind) && opens && LOOSE_RECIPIENT.test(shape.words)) this.#addressee('recipient', this.#at);
  }

  #addressee(role: Role, line: number): void {
    this.#roles[line] = { role };
    this.#at = line + 1;
  }

  #title(): string {
    return strip(this.#join(this.#titleLines)).replace(MARK_BEFORE_TITLE, '');
  }

  #join(lines: readonly number[]): string {
    return lines.map((line) => this.#words(line)).join('');
  }

  #words(line = this.#at): string {
    return this.#shapes[line]?.words ?? '';
  }

  #take(hint: RoleHint): void {
    this.#roles[this.#at] = hint;
  }

  #next(): void {
    this.#at = this.#skip(this.#at + 1);
  }

  /** The first line at or after `line` that has words of the draft. */
  #skip(line: number): number {
    let at = line;
    while (at < this.#end && this.#isEmpty(at)) at++;
    return at;
  }

  #before(line: number): number {
    let at = line - 1;
    while (at >= 0 && this.#isEmpty(at)) at--;
    return at;
  }

  #isEmpty(line: number): boolean {
    const role = this.#roles[line]?.role;
    return this.#shapes[line]?.words === '' || role === 'noise' || role === 'code';
  }

  #lines(from: number, to: number): number[] {
    const lines: number[] = [];
    for (let line = this.#skip(from); line < to; line = this.#skip(line + 1)) lines.push(line);
    return lines;
  }

  /** The first of the next `most` lines that answers `test`, or -1. */
  #find(test: (shape: LineShape) => boolean, most: number): number {
    let seen = 0;
    for (let line = this.#at; line < this.#end && seen < most; line = this.#skip(line + 1)) {
      const shape = this.#shapes[line];
      if (shape && test(shape)) return line;
      seen++;
    }
    return -1;
  }
}

/** 各位考生家长：, 张三同志： — short, with a colon and no verb of a sentence. */
const LOOSE_RECIPIENT =
  /^(?!.*(?:如下|以下|下列|现将|现就|根据|为了|经|通知|公布|关于|按照|是|有))[^。；！？“”]{2,60}[：:]$/;

/** 某某市人民政府办公室　　　2026年3月15日, as below the number of 纪要. */
function isDatedOrgan(shape: LineShape | undefined): boolean {
  const organ = /^(?<organ>.{2,40}?)[\s　]+\d{4}年\d{1,2}月\d{1,2}日$/.exec(shape?.words ?? '')?.groups?.organ;
  return shape !== undefined && organ !== undefined && formOf({ ...shape, words: organ }).organ;
}

function strip(title: string): string {
  return title.replace(NUMBER_BEHIND_TITLE, '');
}

function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}
