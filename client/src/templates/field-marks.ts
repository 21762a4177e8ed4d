/** Finds in a draft what changes from one draft to the next, and could be a field of a template made from it. */
import { type CalendarDate, type FieldType, parseDate } from '../../../server/src/templates';

export interface FieldMark {
  /** As it stands in the draft. */
  readonly text: string;
  /** The field or profile name that takes its place. */
  readonly name: string;
  /** `undefined` for a value of the unit profile, which is no field of the template. */
  readonly type: FieldType | undefined;
  /** What is written between the braces. */
  readonly expression: string;
  readonly count: number;
  /** True where it changes from draft to draft for certain, and false where it only looks like a unit or a name. */
  readonly sure: boolean;
}

/** 2026年11月22日, 二〇二六年十一月二十二日 */
const DATE =
  /\d{4}年\d{1,2}月\d{1,2}日|[〇一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日/g;
/** 市林业局, ××县人民政府办公室: from a mark or the beginning of the line to the word that ends a unit's name. */
const UNIT =
  /(?<=^|[，。、；：（“\s])[\p{Script=Han}×]{1,16}?(?:人民政府办公[厅室]|人民政府|委员会|办公[厅室]|公司|中心|学校|局|厅)(?=$|[，。、；：）”\s]|关于)/gmu;
/** 联系人：张××，电话： */
const PERSON = /(?<=(?:联系人|主持人|讲话人|报告人|记录人|签发人)[：:])[\p{Script=Han}×]{2,4}(?=$|[，。；、\s（])/gmu;
/** 在全市安全生产工作会议上的讲话; 关于召开全市安全生产工作会议的通知 */
const MEETING = /(?<=^在)[^\s，。]{4,40}?(?=上的)|(?<=^[^\s，。]{0,20}关于召开)[^\s，。]{4,40}?(?=的通知$)/mu;
/** 各县（市、区）林业局： */
const RECIPIENT = /^[^\s　。：！][^。：！\n]{1,200}(?=：$)/mu;
/** 同志们：, 各位领导、各位来宾： */
const SALUTATION = /同志|领导|来宾|代表|朋友|委员/;
/** The name in a line of its own below the title of a speech: 张　×, 张×× */
const SPEAKER =
  /(?<=(?:讲话|发言|致辞|报告)\n{1,2}(?:（.{1,20}）\n{1,2})?)[\p{Script=Han}×]　?[\p{Script=Han}×]{1,3}(?=\n)/u;

const NAMED: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['会议名称', MEETING],
  ['主送机关', RECIPIENT],
  ['讲话人', SPEAKER],
];

/** Most proposals; a longer list is not read. */
const MOST = 30;

/** What could be a field, in the order of the draft; values of the unit profile first. */
export function findFieldMarks(text: string, profile: ReadonlyMap<string, string>, today: CalendarDate): FieldMark[] {
  const marks = new Map<string, FieldMark>();
  const add = (found: string, name: string, type?: FieldType, expression = name, sure = true) => {
    if (marks.has(found)) return;
    marks.set(found, { text: found, name, type, expression, count: text.split(found).length - 1, sure });
  };
  for (const [name, value] of profile) if (text.includes(value)) add(value, name);
  for (const [name, pattern] of NAMED) {
    const found = pattern.exec(text)?.[0];
    if (found !== undefined && !SALUTATION.test(found)) add(found, name, 'text');
  }
  const dates = new Map<string, string>();
  const names = new Map<string, number>();
  for (const match of text.matchAll(DATE)) {
    const [found] = match;
    const date = parseDate(found, today);
    if (!date) continue;
    const label = dateLabel(text, match.index, found.length);
    const name = dates.get(String(date)) ?? numbered(label, names.get(label) ?? 0);
    if (!dates.has(String(date))) names.set(label, (names.get(label) ?? 0) + 1);
    // 2026年03月05日 would come out as another text
    if (found === String(date)) add(found, name, 'date');
    else if (found === date.inHan()) add(found, name, 'date', `汉字日期 ${name}`);
    else continue;
    dates.set(String(date), name);
  }
  for (const [label, pattern] of [
    ['单位', UNIT],
    ['人员', PERSON],
  ] as const) {
    let count = 0;
    for (const [found] of text.matchAll(pattern)) {
      const name = numbered(label, count);
      if (!marks.has(found)) count++;
      add(found, name, 'text', name, false);
    }
  }
  return [...marks.values()].slice(0, MOST);
}

function numbered(label: string, before: number): string {
  return before === 0 ? label : `${label}${before + 1}`;
}

/** What a date is by its place: alone in a line 成文日期, alone in parentheses that of a speech. */
function dateLabel(text: string, start: number, length: number): string {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const end = text.indexOf('\n', start + length);
  const around = `${before}|${text.slice(start + length, end < 0 ? undefined : end)}`.trim();
  if (around === '|') return '成文日期';
  return around === '（|）' ? '讲话日期' : '日期';
}
