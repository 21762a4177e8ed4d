/** Makes a template out of a finished document: finds what changes from one document to the next, and puts fields there. */
import { readDraft } from '../document/read';
import type { Block, DocumentKind, Draft } from '../document/types';
import { CalendarDate, parseDate } from './date';
import { fillTemplate, toText } from './fill';
import { isProfileName } from './profile';
import { readTemplate } from './template';
import { type FieldType, LIMITS, TemplateProblem } from './types';

/** Words of a document that a template could leave to the writer. */
export interface FieldOffer {
  /** A name for the field; one of the unit profile where it is that. */
  readonly name: string;
  readonly type: FieldType;
  /** The words as they stand in the document; every place where they stand becomes the field. */
  readonly text: string;
  /** What the template says instead: `{{成文日期}}`, `{{汉字日期 讲话日期}}`. */
  readonly mark: string;
}

export interface NewTemplate {
  readonly name: string;
  readonly title: string;
  readonly group: string;
  readonly description: string;
}

const DATE = /(?:19|20)\d{2}年\d{1,2}月\d{1,2}日/g;
const HAN_DATE = /[一二][〇九][〇一二三四五六七八九]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日/g;
/** 在全市安全生产工作会议上的讲话; 关于召开全市安全生产工作会议的通知 */
const MEETING = /(?:^|——)在(?<spoken>.{4,40}?)上的|关于召开(?<called>.{4,40}?)的通知/;
/** 签发人：张××; 联系人：张××，电话：0000-0000000 */
const PERSONS = /(?<role>签发人|联系人|记录)[：:](?<person>[\p{Script=Han}×　]{2,5})(?=[，；。、）\s]|$)/gu;
const NAME = /^(?:[\p{Script=Han}×]　?){2,4}$/u;
const NO_DAY = CalendarDate.today(new Date(2000, 0, 1));

/** What could become a field, in the order of the text; the writer chooses. Never throws. */
export function offerFields(text: string): FieldOffer[] {
  const draft = readDraft(text);
  const offers = new Map<string, FieldOffer>();
  const names = new Set<string>();
  const offer = (name: string, type: FieldType, words: string, write: (field: string) => string = plain) => {
    if (words.length < 2 || offers.has(words)) return;
    let field = name;
    for (let count = 2; names.has(field); count++) field = `${name}${count}`;
    names.add(field);
    offers.set(words, { name: field, type, text: words, mark: write(field) });
  };
  const organ = wordsOf(draft, 'signature').at(-1);
  if (organ) offer('单位全称', 'text', organ);
  for (const piece of draft.pieces) {
    const { spoken, called } = MEETING.exec(piece.title)?.groups ?? {};
    const meeting = spoken ?? called;
    if (meeting) offer('会议名称', 'text', meeting);
  }
  for (const block of draft.blocks) {
    const words = contentOf(block);
    if (block.role === 'recipient') offer('主送机关', 'text', words.replace(/[：:]$/, ''));
    if (block.role === 'caption' && NAME.test(words)) offer('讲话人', 'text', words);
    for (const { groups } of words.matchAll(PERSONS)) offer(groups?.role ?? '', 'text', groups?.person ?? '');
    const dateName = block.role === 'date' ? '成文日期' : block.role === 'caption' ? '讲话日期' : '日期';
    for (const [date] of words.matchAll(DATE)) if (parseDate(date, NO_DAY)) offer(dateName, 'date', date);
    for (const [date] of words.matchAll(HAN_DATE))
      if (parseDate(date, NO_DAY)) offer(dateName, 'date', date, (field) => `{{汉字日期 ${field}}}`);
  }
  return [...offers.values()];
}

const plain = (field: string) => `{{${field}}}`;

/**
 * The file of a template that says what the document says, with fields in the places of `chosen`. Filled with their own
 * words it gives the document again; throws `TemplateProblem` where braces in the text stand in the way.
 */
export function makeTemplate(
  text: string,
  chosen: readonly FieldOffer[],
  head: NewTemplate,
  kind: DocumentKind,
): string {
  if (text.length > LIMITS.source) throw new TemplateProblem(`文稿太长，模板最多${LIMITS.source}个字符`, 0);
  const file = `${frontMatter(chosen, head, kind)}${withMarks(text, chosen)}`;
  const read = readTemplate(file);
  if ('faults' in read) throw new TemplateProblem(read.faults[0]?.message ?? '', read.faults[0]?.line ?? 0);
  const values = new Map(
    chosen.map(({ name, type, text: words }) => [name, type === 'date' ? (parseDate(words, NO_DAY) ?? words) : words]),
  );
  const again = toText(fillTemplate(read.template, values));
  if (again.trim() !== text.replace(/\r\n?/g, '\n').trim())
    throw new TemplateProblem('文中的花括号会被当作模板记号，请先删去', 0);
  return file;
}

function frontMatter(chosen: readonly FieldOffer[], head: NewTemplate, kind: DocumentKind): string {
  const entry = (key: string, value: string) => `${key}: ${JSON.stringify(value)}`;
  const own = chosen.filter(({ name }) => !isProfileName(name));
  const profile = chosen.filter(({ name }) => isProfileName(name));
  const lines = [
    entry('name', head.name),
    entry('title', head.title),
    entry('group', head.group),
    `kind: ${kind}`,
    entry('description', head.description),
    ...(own.length > 0 ? ['fields:'] : []),
    ...own.flatMap(({ name, type, text }) => [
      `  - name: ${name}`,
      `    type: ${type}`,
      `    ${entry('sample', text)}`,
    ]),
    ...(profile.length > 0 ? ['sample:'] : []),
    ...profile.map(({ name, text }) => `  ${entry(name, text)}`),
  ];
  return `---\n${lines.join('\n')}\n---\n`;
}

/** Every place of the chosen words becomes their mark, the longest first; braces of the text itself stay braces. */
function withMarks(text: string, chosen: readonly FieldOffer[]): string {
  const marks = new Map(chosen.map(({ text: words, mark }) => [words, mark]));
  const longestFirst = [...marks.keys()].sort((one, two) => two.length - one.length);
  const lines = text.replace(/\r\n?/g, '\n');
  let made = '';
  for (let at = 0; at < lines.length; ) {
    const words =
      longestFirst.find((each) => lines.startsWith(each, at)) ?? (lines.startsWith('{{', at) ? '{{' : lines[at]);
    made += marks.get(words ?? '') ?? (words === '{{' ? '\\{{' : words);
    at += words?.length ?? 1;
  }
  return made;
}

function wordsOf({ blocks }: Draft, role: Block['role']): string[] {
  return blocks.filter((block) => block.role === role).map(contentOf);
}

function contentOf({ source, content }: Block): string {
  return source.slice(content.start, content.end);
}
