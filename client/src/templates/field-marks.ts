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
}

/** 2026年11月22日, 二〇二六年十一月二十二日 */
const DATE =
  /\d{4}年\d{1,2}月\d{1,2}日|[〇一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日/g;
/** 市林业局, ××县人民政府办公室: from a mark or the beginning of the line to the word that ends a unit's name. */
const UNIT =
  /(?<=^|[，。、；：（“\s])[\p{Script=Han}×]{1,16}?(?:人民政府办公[厅室]|人民政府|委员会|办公[厅室]|公司|中心|学校|局|厅)(?=$|[，。、；：）”\s]|关于)/gmu;
/** 联系人：张××，电话： */
const PERSON = /(?<=(?:联系人|主持人|讲话人|报告人|记录人|签发人)[：:])[\p{Script=Han}×]{2,4}(?=$|[，。；、\s（])/gmu;

/** Most proposals; a longer list is not read. */
const MOST = 30;

/** What could be a field, in the order of the draft; values of the unit profile first. */
export function findFieldMarks(text: string, profile: ReadonlyMap<string, string>, today: CalendarDate): FieldMark[] {
  const marks = new Map<string, FieldMark>();
  const add = (found: string, name: string, type?: FieldType, expression = name) => {
    if (marks.has(found)) return;
    marks.set(found, { text: found, name, type, expression, count: text.split(found).length - 1 });
  };
  for (const [name, value] of profile) if (text.includes(value)) add(value, name);
  const dates = new Map<string, string>();
  for (const [found] of text.matchAll(DATE)) {
    const date = parseDate(found, today);
    if (!date) continue;
    const name = dates.get(String(date)) ?? numbered('日期', dates.size);
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
    for (const [found] of text.matchAll(pattern)) if (!marks.has(found)) add(found, numbered(label, count++), 'text');
  }
  return [...marks.values()].slice(0, MOST);
}

function numbered(label: string, before: number): string {
  return before === 0 ? label : `${label}${before + 1}`;
}
