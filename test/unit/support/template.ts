/** Small templates for tests. */
import {
  CalendarDate,
  type FieldType,
  fillTemplate,
  readTemplate,
  readValue,
  type Template,
  type Typed,
  toSnippet,
  toText,
  type Value,
} from '../../../server/src/templates';

export type ExampleFields = Readonly<Record<string, readonly [FieldType, Typed]>>;

export const TODAY = CalendarDate.today(new Date(2026, 10, 22));

/** A template file with this text and these fields. */
export function templateFile(text: string, fields: ExampleFields = {}): string {
  const lines = Object.entries(fields).flatMap(([name, [type, typed]]) => [
    `  - name: ${name}`,
    `    type: ${type}`,
    ...(type === 'choice' ? [`    choices: [${JSON.stringify(typed)}]`] : []),
    ...(typed === '' ? ['    optional: true'] : []),
  ]);
  const head = ['name: example', 'title: 例', 'group: 例', 'kind: unknown', 'description: 例'];
  return ['---', ...head, ...(lines.length > 0 ? ['fields:', ...lines] : []), '---', text].join('\n');
}

/** Reads a template that is right. */
export function template(text: string, fields?: ExampleFields): Template {
  const read = readTemplate(templateFile(text, fields));
  if ('faults' in read) throw new Error(read.faults.map(({ line, message }) => `${line + 1}: ${message}`).join('\n'));
  return read.template;
}

/** The faults of a template, each `line message` with lines of its text from 1. */
export function faultsOf(text: string, fields?: ExampleFields): string[] {
  const file = templateFile(text, fields);
  const read = readTemplate(file);
  const above = file.split('\n').length - text.split('\n').length;
  return 'faults' in read ? read.faults.map(({ line, message }) => `${line + 1 - above} ${message}`) : [];
}

function valuesOf(from: Template, fields: ExampleFields): Map<string, Value> {
  const values = new Map<string, Value>();
  for (const field of from.fields) {
    const answer = readValue(field, fields[field.name]?.[1] ?? '', TODAY);
    if ('problem' in answer) throw new Error(answer.problem);
    if (answer.value !== undefined) values.set(field.name, answer.value);
  }
  return values;
}

export function textOf(text: string, fields: ExampleFields = {}): string {
  const from = template(text, fields);
  return toText(fillTemplate(from, valuesOf(from, fields)));
}

export function snippetOf(text: string, fields: ExampleFields = {}): string {
  const from = template(text, fields);
  return toSnippet(fillTemplate(from, valuesOf(from, fields)));
}
