/** Fields, helpers and blocks, proposed between the braces of a template and explained when pointed at. */
import type { Range } from '../../text/span';
import { BLOCKS, HELPERS, isBlockName } from '../helpers';
import type { Helper, HelperExample, Parameter } from '../helpers/types';
import { isProfileName, PROFILE } from '../profile';
import { ITEM } from '../syntax';
import { FIELD_TYPES, type FieldType } from '../types';
import type { Proposal, Told } from './proposal';
import { type TagPlace, tagPlace } from './tag-place';

/** What the text of a template can name, as far as its front matter can be read. */
export interface KnownField {
  readonly name: string;
  readonly type: FieldType;
  readonly about: string;
}

export function proposeInTag(
  text: string,
  offset: number,
  fields: readonly KnownField[],
  rangeAt: (start: number, end: number) => Range,
): Proposal[] {
  const place = tagPlace(text, offset);
  if (!place) return [];
  const range = rangeAt(place.start, place.end);
  const before = text.slice(0, text.lastIndexOf('{{', offset - 1));
  return namesFor(place, openBlocks(before), fields).map((each) => ({ ...each, range }));
}

/** Explains the helper, block, field or value of the unit profile at the place. */
export function tellOfTag(
  text: string,
  offset: number,
  fields: readonly KnownField[],
  rangeAt: (start: number, end: number) => Range,
): Told | undefined {
  const place = tagPlace(text, offset);
  const word = place && text.slice(place.start, place.end).replace(/^[#/]/, '');
  const contents = word && aboutName(word, fields);
  return contents ? { range: rangeAt(place.end - word.length, place.end), contents } : undefined;
}

type Name = Omit<Proposal, 'range'>;

/** @param open the blocks that are open here, the innermost last */
function namesFor(place: TagPlace, open: readonly string[], fields: readonly KnownField[]): Name[] {
  const { sign, before, nested } = place;
  const [head] = before;
  if (sign === '/') return open.slice(-1).map(blockEnd);
  if (sign === '#' && head === undefined && !nested) return Object.keys(BLOCKS).map((name) => block(name, ''));
  const values = (wanted: Parameter['type'] | 'condition') => [
    ...fields.filter(({ type }) => fits(type, wanted)).map(field),
    ...(wanted === 'text' || wanted === 'any' || wanted === 'condition' ? profileNames() : []),
    ...(open.includes('each') && fits('text', wanted) ? [item()] : []),
  ];
  if (head === undefined) {
    const helpers = [...HELPERS].filter(([, { returns }]) => nested || returns !== 'boolean').map(helper);
    if (nested) return helpers;
    const blocks = Object.keys(BLOCKS).map((name) => block(name, '#'));
    return [...values('text'), ...helpers, ...blocks];
  }
  if (isBlockName(head) || sign === '#') return values(head === 'each' ? 'list' : 'condition');
  const called = HELPERS.get(head);
  const parameter = called && (called.parameters[before.length - 1] ?? (called.repeats && called.parameters.at(-1)));
  return parameter ? values(parameter.type) : [];
}

function fits(type: FieldType, wanted: Parameter['type'] | 'condition'): boolean {
  if (wanted === 'any' || wanted === 'condition') return true;
  return wanted === 'text' ? type !== 'list' && type !== 'boolean' : type === wanted;
}

function field({ name, type, about }: KnownField): Name {
  return { kind: 'field', label: name, detail: `${FIELD_TYPES[type]}字段`, about, newText: name };
}

function profileNames(): Name[] {
  return Object.entries(PROFILE).map(([name, about]) => ({
    kind: 'field',
    label: name,
    detail: '单位资料',
    about,
    newText: name,
  }));
}

function item(): Name {
  return { kind: 'field', label: ITEM, detail: '列表里的这一项', newText: ITEM };
}

function helper([name, { parameters, summary, examples }]: [string, Helper]): Name {
  return {
    kind: 'helper',
    label: name,
    detail: signature(name, parameters),
    about: page(summary, examples),
    newText: parameters.length > 0 ? `${name} ` : name,
    goesOn: parameters[0]?.type !== 'text',
  };
}

function block(name: string, sign: string): Name {
  if (!isBlockName(name)) throw new Error(`no block: ${name}`);
  const { summary, examples } = BLOCKS[name];
  return {
    kind: 'block',
    label: `${sign}${name}`,
    detail: `{{#${name} …}}…{{/${name}}}`,
    about: page(summary, examples),
    newText: `${sign}${name} `,
    goesOn: true,
  };
}

function blockEnd(name: string): Name {
  return { kind: 'block', label: name, detail: `结束{{#${name}}}`, newText: name };
}

/** {{#if …}}, {{/if}} */
const BLOCK_MARK = /\{\{~?(?<sign>[#/])\s*(?<name>[^\s}~]+)/g;

/** The blocks still open at the end of this text, the innermost last. */
function openBlocks(text: string): string[] {
  const open: string[] = [];
  for (const { groups } of text.matchAll(BLOCK_MARK)) {
    if (groups?.sign === '/') open.pop();
    else open.push(groups?.name ?? '');
  }
  return open;
}

function aboutName(word: string, fields: readonly KnownField[]): string | undefined {
  const called = HELPERS.get(word);
  if (called) return `\`${signature(word, called.parameters)}\`\n\n${page(called.summary, called.examples)}`;
  if (isBlockName(word)) return page(BLOCKS[word].summary, BLOCKS[word].examples);
  const known = fields.find(({ name }) => name === word);
  if (known) return `\`${word}\`　${FIELD_TYPES[known.type]}字段${known.about ? `：${known.about}` : ''}`;
  if (isProfileName(word)) return `\`${word}\`　单位资料：${PROFILE[word]}`;
  return word === ITEM ? `\`${ITEM}\`　列表里的这一项` : undefined;
}

/** {{年份 日期 [差几年]}} */
export function signature(name: string, parameters: readonly Parameter[]): string {
  return `{{${[name, ...parameters.map((each) => (each.optional ? `[${each.name}]` : each.name))].join(' ')}}}`;
}

/** Most examples of one helper. */
const MOST_EXAMPLES = 2;

function page(summary: string, examples: readonly HelperExample[]): string {
  const shown = examples.slice(0, MOST_EXAMPLES).map(({ template, result }) => `${template}\n→ ${result.trimEnd()}`);
  return [summary, ...shown.map((example) => `\`\`\`\n${example}\n\`\`\``)].join('\n\n');
}
