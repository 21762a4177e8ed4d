/** Reads what the writer typed into a field, and says in one sentence what is wrong with it. */
import { CalendarDate, parseDate, parseRelativeYear } from './date';
import { type Field, LIMITS, type Typed, type Value } from './types';

/** A checked value; `undefined` where an optional field was left empty; or what is wrong. */
export type Answer = { readonly value: Value | undefined } | { readonly problem: string };

const YES: ReadonlySet<string> = new Set(['是', '有', '对', '要', 'true', 'yes', 'y']);
const NO: ReadonlySet<string> = new Set(['否', '无', '不', '没有', '不要', 'false', 'no', 'n', '']);
/** Items of a list typed in one line: 甲；乙；丙, or on lines of their own. */
const BETWEEN_ITEMS = /[；;\n]/;

/** Reads a typed line, or a value from a data file. Never throws. */
export function readValue(field: Field, typed: Typed, today: CalendarDate): Answer {
  if (field.type === 'list') return readList(field, typed);
  if (typeof typed === 'object') return wrong(field, '应是一项内容，不是列表');
  const text = String(typed).replace(/\r\n?/g, '\n').trim();
  if (field.type === 'boolean') return readYesOrNo(field, text);
  if (text === '') return field.optional ? { value: undefined } : wrong(field, '还没有填写');
  if (text.length > LIMITS.value) return wrong(field, `太长，最多${LIMITS.value}个字`);
  if (field.type === 'number') return readNumber(field, text, today);
  if (field.type === 'date') {
    const date = parseDate(text, today);
    return date ? { value: date } : wrong(field, `“${text.slice(0, 20)}”不是日期，可以写成${today}或11-22`);
  }
  if (field.type === 'choice' && !field.choices?.includes(text))
    return wrong(field, `应是${(field.choices ?? []).join('、')}中的一项`);
  return withinText(field, text);
}

/** The value that a field has before the writer says anything; `undefined` where the template says nothing. */
export function defaultValue(field: Field, today: CalendarDate): Value | undefined {
  if (field.default === undefined) return undefined;
  const answer = readValue(field, field.default, today);
  return 'value' in answer ? answer.value : undefined;
}

/** A value as an input box shows it, so that it can be typed over. */
export function showValue(value: Value): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  return typeof value === 'object' && !(value instanceof CalendarDate) ? value.join('；') : String(value);
}

function readList(field: Field, typed: Typed): Answer {
  const raw = typeof typed === 'object' ? typed : String(typed).replace(/\r\n?/g, '\n').split(BETWEEN_ITEMS);
  const items = raw.map((item) => item.trim()).filter((item) => item !== '');
  const { minimum = field.optional ? 0 : 1, maximum = LIMITS.items } = field;
  if (items.length === 0 && !field.optional) return wrong(field, '还没有填写');
  if (items.length < minimum) return wrong(field, `至少要有${minimum}项，多项之间用分号隔开`);
  if (items.length > maximum) return wrong(field, `最多${maximum}项`);
  if (items.some((item) => item.length > LIMITS.value)) return wrong(field, `有一项太长，每项最多${LIMITS.value}个字`);
  return { value: items };
}

function readYesOrNo(field: Field, text: string): Answer {
  const word = text.toLowerCase();
  if (YES.has(word)) return { value: true };
  return NO.has(word) ? { value: false } : wrong(field, '应填“是”或“否”');
}

function readNumber(field: Field, text: string, today: CalendarDate): Answer {
  const plain = String(parseRelativeYear(text, today) ?? text.normalize('NFKC').replace(/,/g, ''));
  if (!/^-?\d{1,15}(?:\.\d{1,6})?$/.test(plain)) return wrong(field, `“${text.slice(0, 20)}”不是数字`);
  const value = Number(plain);
  if (field.minimum !== undefined && value < field.minimum) return wrong(field, `不能小于${field.minimum}`);
  if (field.maximum !== undefined && value > field.maximum) return wrong(field, `不能大于${field.maximum}`);
  return { value };
}

function withinText(field: Field, text: string): Answer {
  if (field.minimum !== undefined && text.length < field.minimum) return wrong(field, `至少${field.minimum}个字`);
  if (field.maximum !== undefined && text.length > field.maximum) return wrong(field, `最多${field.maximum}个字`);
  return { value: text };
}

function wrong({ title }: Field, problem: string): Answer {
  return { problem: `${title}：${problem}` };
}
