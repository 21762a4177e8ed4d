/** What is asked for a template, what an answer is understood as, and the values that come of all answers. */
import {
  CalendarDate,
  defaultValue,
  type Field,
  isProfileName,
  PROFILE,
  type ProfileName,
  readValue,
  showValue,
  type Template,
  type Value,
  type Values,
} from '../../../server/src/templates';

export interface Question extends Field {
  /** True for a value of the unit profile, which is asked once and for all. */
  readonly ofUnit: boolean;
}

/** Values of the unit that the profile lacks, then the fields. */
export function questionsOf(template: Template, profile: ReadonlyMap<string, string>): Question[] {
  const names = Object.keys(PROFILE).filter(isProfileName);
  const missing = names.filter((name) => template.profile.has(name) && !profile.has(name));
  return [
    ...missing.map((name) => profileQuestion(name)),
    ...template.fields.map((field) => ({ ...field, ofUnit: false })),
  ];
}

function profileQuestion(name: ProfileName): Question {
  return { name, title: name, type: 'text', hint: PROFILE[name], optional: false, ofUnit: true };
}

/** What stands in the input at first. */
export function prefilled(question: Question, today: CalendarDate): string {
  const value = defaultValue(question, today);
  return value === undefined ? '' : showValue(value);
}

export type Understood =
  | { readonly problem: string }
  /** May go on: what is required and left out becomes a gap in the text. */
  | { readonly empty: true }
  | { readonly value: Value };

export function understand(question: Question, typed: string, today: CalendarDate): Understood {
  if (typed.trim() === '' && question.type !== 'boolean') return { empty: true };
  const answer = readValue(question, typed, today);
  if ('problem' in answer) return answer;
  return answer.value === undefined ? { empty: true } : { value: answer.value };
}

/** What the writer sees of a value that was understood; empty where the input shows it already. */
export function echo(value: Value): string {
  if (value instanceof CalendarDate) return `${value}（${value.weekday()}）`;
  if (Array.isArray(value)) return value.map((item, index) => `${index + 1}. ${item}`).join('　');
  return '';
}

/** Profile and answers; a question left empty has no value. */
export function valuesFrom(
  questions: readonly Question[],
  answers: ReadonlyMap<string, string>,
  profile: ReadonlyMap<string, string>,
  today: CalendarDate,
): Values {
  const values = new Map<string, Value>(profile);
  for (const question of questions) {
    const answer = understand(question, answers.get(question.name) ?? '', today);
    if ('value' in answer) values.set(question.name, answer.value);
  }
  return values;
}

/** Values to show a template with while nothing is filled: the profile, and what the fields have by default. */
export function previewValues(template: Template, profile: ReadonlyMap<string, string>, today: CalendarDate): Values {
  const values = new Map<string, Value>(profile);
  for (const field of template.fields) {
    const value = defaultValue(field, today);
    if (value !== undefined) values.set(field.name, value);
  }
  return values;
}
