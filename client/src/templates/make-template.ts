/** Writes the file of a template from a draft and the places in it that are to be fields. */
import { stringify } from 'yaml';
import type { DocumentKind } from '../../../server/src/document/types';
import { CalendarDate, fillTemplate, readTemplate, readValue, toText, type Value } from '../../../server/src/templates';
import type { FieldMark } from './field-marks';

export interface NewTemplate {
  readonly title: string;
  readonly group: string;
  readonly kind: DocumentKind;
  readonly description: string;
  readonly text: string;
  readonly marks: readonly FieldMark[];
}

/** The name of a template, and of its file, from its title: only what may stand in both. */
export function nameOf(title: string): string {
  const name = title.replace(/[^\p{L}\p{N}_-]+/gu, '-').replace(/^[-_]+|-+$/g, '');
  return name.slice(0, 50) || 'template';
}

/**
 * The file, or `undefined` when it would not give back the draft letter by letter: a draft with a backslash before two
 * braces cannot be written as a template.
 */
export function makeTemplate(draft: NewTemplate): string | undefined {
  const text = draft.text.replace(/\r\n?/g, '\n').replace(/^\n+/, '').trimEnd();
  const { marks, ...head } = draft;
  const fields = new Map(
    marks.flatMap(({ name, type, text: sample }) => (type ? [[name, { name, type, sample }]] : [])),
  );
  const frontMatter = stringify({
    name: nameOf(head.title),
    title: head.title,
    group: head.group,
    kind: head.kind,
    description: head.description,
    fields: [...fields.values()].map(({ name, type, sample }) =>
      type === 'date' ? { name, type, default: '今天' } : { name, sample },
    ),
  });
  const file = `---\n${frontMatter}---\n${bodyOf(text, marks)}\n`;
  return givesBack(file, text, marks) ? file : undefined;
}

/** The text with its marks between braces, everything else literal. */
function bodyOf(text: string, marks: readonly FieldMark[]): string {
  const expressions = new Map(marks.map(({ text: found, expression }) => [found, expression]));
  const longestFirst = [...expressions.keys()].sort((one, two) => two.length - one.length);
  const pattern = new RegExp(`(${['\\{\\{', ...longestFirst.map(escapePattern)].join('|')})`, 'g');
  return text
    .split(pattern)
    .map((part, index, parts) => {
      if (index % 2 === 0) {
        const before = parts[index + 1];
        // a backslash before braces has a meaning of its own
        return before !== undefined && before !== '{{' && part.endsWith('\\') ? `${part}\\` : part;
      }
      return part === '{{' ? '\\{{' : `{{${expressions.get(part)}}}`;
    })
    .join('');
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

function givesBack(file: string, text: string, marks: readonly FieldMark[]): boolean {
  const read = readTemplate(file);
  if (!('template' in read)) return false;
  const today = CalendarDate.today();
  const values = new Map<string, Value>();
  for (const { name, text: found, type } of marks) {
    const field = read.template.fields.find((each) => each.name === name);
    const answer = field && type ? readValue(field, found, today) : { value: found };
    if ('value' in answer && answer.value !== undefined) values.set(name, answer.value);
  }
  return toText(fillTemplate(read.template, values)) === `${text}\n`;
}
