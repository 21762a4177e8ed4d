/** Keys and values of front matter as its schema has them: proposed while they are written, explained when pointed at. */
import type { Position, Range } from '../../text/span';
import { HEAD_KEYS, holdsMaps, type Schema, schemaAt, schemaOf } from '../schema';
import { type HeadPlace, headPlace } from './head-place';
import type { Proposal, Told } from './proposal';

/** @param first line of the file on which the front matter begins, below its fence */
export function proposeInHead(lines: readonly string[], { line, character }: Position, first: number): Proposal[] {
  const place = headPlace(lines, line - first, character);
  const range = rangeOf(place, line);
  const map = schemaAt(place.keys);
  if (!map) return [];
  if (place.key !== undefined) {
    const schema = schemaOf(map, place.key, place.beside);
    return schema ? values(schema).map((value) => ({ ...value, kind: 'value', range })) : [];
  }
  return keys(map, place, range);
}

export function tellOfHead(lines: readonly string[], { line, character }: Position, first: number): Told | undefined {
  const place = headPlace(lines, line - first, character);
  const map = schemaAt(place.keys);
  const word = (lines[line - first] ?? '').slice(place.start, place.end);
  const schema = map && schemaOf(map, place.key ?? word, place.beside);
  if (!schema || word === '') return undefined;
  const range = rangeOf(place, line);
  if (place.key === undefined) return { range, contents: page(word, schema) };
  const meaning = schema.enumDescriptions?.[schema.enum?.indexOf(word) ?? -1];
  return meaning === undefined ? undefined : { range, contents: `\`${word}\`　${meaning}` };
}

function keys(map: Schema, place: HeadPlace, range: Range): Proposal[] {
  const inList = holdsMaps(schemaAt(place.keys.slice(0, -1))?.properties?.[place.keys.at(-1) ?? '']);
  const dash = inList && !place.item && place.beside.size === 0 ? '- ' : '';
  const indent = ' '.repeat(place.start + dash.length);
  return Object.entries(map.properties ?? {}).flatMap(([key, schema]): Proposal[] => {
    if (place.beside.has(key)) return [];
    const { description = '' } = schema;
    return [
      {
        kind: 'key',
        label: key,
        detail: description,
        ...(schema.enum ? { about: page(key, schema) } : {}),
        range,
        newText: `${dash}${key}:${below(schema, indent)}`,
        goesOn: values(schema).length > 0,
      },
    ];
  });
}

/** What follows the colon: a blank, or the beginning of the lines below. */
function below(schema: Schema, indent: string): string {
  if (schema.type === 'array') return holdsMaps(schema) ? `\n${indent}  - name: ` : `\n${indent}  - `;
  return schema.type === 'object' ? `\n${indent}  ` : ' ';
}

function values({ type, enum: choices, enumDescriptions, examples }: Schema): Omit<Proposal, 'kind' | 'range'>[] {
  const choose = choices ?? (type === 'boolean' ? ['true', 'false'] : (examples ?? []));
  return choose.map((value, index) => {
    const detail = enumDescriptions?.[index] ?? '';
    return { label: value, detail, newText: value, ...(detail ? { filterText: `${value} ${detail}` } : {}) };
  });
}

function page(key: string, schema: Schema): string {
  const { description = '', enum: choices, enumDescriptions } = schema;
  const list = choices?.map((value, index) => `- \`${value}\`　${enumDescriptions?.[index] ?? ''}`) ?? [];
  return [`\`${key}\`　${description}`, ...(list.length > 0 ? [list.join('\n')] : [])].join('\n\n');
}

function rangeOf({ start, end }: HeadPlace, line: number): Range {
  return { start: { line, character: start }, end: { line, character: end } };
}

/** What a new template begins with. */
export function skeleton(): string {
  const lines = HEAD_KEYS.filter((key) => schemaAt([])?.required?.includes(key)).map((key) => `${key}: `);
  return ['---', ...lines, 'fields:', '  - name: ', '---', ''].join('\n');
}
