/** Reads the front matter of a template: YAML between two lines `---`, every fault with its line. */
import { DOCUMENT_KINDS, type DocumentKind } from '../document/types';
import { isFlatYaml } from './bounds';
import { CalendarDate } from './date';
import { readValue } from './fields';
import { HELPERS } from './helpers';
import { isProfileName, PROFILE } from './profile';
import { FIELD_KEYS, HEAD_KEYS } from './schema';
import { ITEM } from './syntax';
import { FIELD_TYPES, type Field, type FieldType, LIMITS, type TemplateFault, type TemplateHead } from './types';
import { parseYamlMap, Source, type YamlMap } from './yaml-map';

/** A template file divided: its front matter, and the text with the line it begins on. */
export interface DividedSource {
  readonly frontMatter: string;
  readonly body: string;
  readonly bodyLine: number;
}

const FENCES = /^---[ \t]*\r?\n(?<yaml>(?:.*\r?\n)*?)---[ \t]*(?:\r?\n|$)/;

/** Divides a template file; `undefined` when it does not begin with front matter. */
export function divideSource(source: string): DividedSource | undefined {
  const match = FENCES.exec(source);
  if (!match) return undefined;
  const [fenced] = match;
  return {
    frontMatter: match.groups?.yaml ?? '',
    body: source.slice(fenced.length),
    bodyLine: fenced.split('\n').length - 1,
  };
}

/** 会议名称, 附件2; short, so that it is read as a name in the text. */
const FIELD_NAME = /^\p{L}[\p{L}\p{N}]{0,19}$/u;
/** notice-meeting, 会议通知 */
const TEMPLATE_NAME = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,59}$/u;
/** Any day will do to see whether a default or a sample can be read. */
const SOME_DAY = CalendarDate.today(new Date(2026, 0, 5));
/** Front matter begins on the line below the first fence. */
const FIRST_LINE = 1;

/** Reads the front matter; the head is missing when there is any fault. Never throws. */
export function readHead(yaml: string): { head?: TemplateHead; faults: readonly TemplateFault[] } {
  const source = new Source(FIRST_LINE);
  if (yaml.length > LIMITS.frontMatter) {
    return { faults: [{ line: FIRST_LINE, message: `元数据太长，最多${LIMITS.frontMatter}个字符` }] };
  }
  if (!isFlatYaml(yaml)) return { faults: [{ line: FIRST_LINE, message: '元数据套得太深' }] };
  const map = parseYamlMap(yaml, source, HEAD_KEYS);
  if (!map) return { faults: source.faults };
  const name = map.required('name');
  if (name !== '' && !TEMPLATE_NAME.test(name)) map.fault('name', 'name只能用汉字、字母、数字和连字符');
  const kind = map.required('kind');
  if (kind !== '' && !isKind(kind)) map.fault('kind', `kind不对，可选${Object.keys(DOCUMENT_KINDS).join('、')}`);
  const head: TemplateHead = {
    name,
    title: map.required('title'),
    group: map.required('group'),
    kind: isKind(kind) ? kind : 'unknown',
    description: map.required('description'),
    fields: readFields(map),
    sampleProfile: readSampleProfile(map),
  };
  return source.faults.length > 0 ? { faults: source.faults } : { head, faults: [] };
}

function readFields(head: YamlMap): Field[] {
  const maps = head.maps('fields', FIELD_KEYS);
  if (maps.length > LIMITS.fields) head.fault('fields', `字段太多，最多${LIMITS.fields}个`);
  const names = new Set<string>();
  return maps.slice(0, LIMITS.fields).map((map) => {
    const field = readField(map);
    if (names.has(field.name)) map.fault('name', `字段“${field.name}”写了两次`);
    names.add(field.name);
    return field;
  });
}

function readField(map: YamlMap): Field {
  const name = map.required('name');
  // a name that every object has, such as constructor, could be mistaken for what it is there
  if (name !== '' && (!FIELD_NAME.test(name) || name in {}))
    map.fault('name', `字段名“${name.slice(0, 30)}”不能用，请用20个以内的汉字或字母`);
  if (HELPERS.has(name) || name === ITEM) map.fault('name', `“${name}”是辅助函数的名字，字段请换一个名字`);
  if (isProfileName(name)) map.fault('name', `“${name}”是单位资料，不用再作字段`);
  const type = map.text('type') ?? 'text';
  if (!isFieldType(type)) map.fault('type', `type不对，可选${Object.keys(FIELD_TYPES).join('、')}`);
  const choices = map.texts('choices');
  if (type === 'choice' && !choices) map.fault('type', 'type是choice时要写明choices');
  const field: Field = {
    name,
    title: map.text('title') ?? name,
    type: isFieldType(type) ? type : 'text',
    optional: type === 'boolean' || map.flag('optional'),
    ...present('hint', map.text('hint')),
    ...present('default', map.textOrTexts('default')),
    ...present('sample', map.textOrTexts('sample')),
    ...present('choices', choices),
    ...present('minimum', map.number('minimum')),
    ...present('maximum', map.number('maximum')),
  };
  for (const key of ['default', 'sample'] as const) {
    const typed = field[key];
    const answer = typed === undefined ? undefined : readValue(field, typed, SOME_DAY);
    if (answer && 'problem' in answer) map.fault(key, `${key}不对，${answer.problem}`);
  }
  return field;
}

function present<K extends string, T>(key: K, value: T | undefined): { readonly [each in K]?: T } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [each in K]: T });
}

function readSampleProfile(head: YamlMap): Map<string, string> {
  const map = head.map('sample', Object.keys(PROFILE));
  return new Map(map ? [...map.names].map((name) => [name, map.required(name)]) : []);
}

function isKind(kind: string): kind is DocumentKind {
  return Object.hasOwn(DOCUMENT_KINDS, kind);
}

function isFieldType(type: string): type is FieldType {
  return Object.hasOwn(FIELD_TYPES, type);
}
