/** `biganzi template list|show|render`: the templates, the source of one, and the finished text of one. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  CalendarDate,
  type Catalogue,
  defaultValue,
  fillTemplate,
  type ListedTemplate,
  parseDate,
  readCatalogue,
  readProfile,
  readTemplate,
  readValue,
  sampleValues,
  type Template,
  type TemplateFile,
  TemplateProblem,
  toText,
  type Value,
  type Values,
} from '../templates';
import { decodeText } from '../text/encoding';
import { readBytes } from './input';
import type { ListFormat } from './outline';
import { print, printJson, printRaw, remark } from './output';
import { CliProblem } from './problem';

const EXTENSION = '.hbs';
/** Values of the unit profile with which the built-in templates are shown. */
const SAMPLE_PROFILE = 'profile.json';

/** Returns the exit status. */
export function listTemplates({ format }: { format: ListFormat }): number {
  const { templates } = builtIn();
  if (format === 'json') printJson(templates.map(({ template }) => plainTemplate(template)));
  else print(linesOf(templates).join('\n'));
  return 0;
}

/** `name` is a template's name, or the path of an own one. Throws `CliProblem`. */
export async function showTemplate(name: string): Promise<number> {
  printRaw((await findTemplate(name)).source);
  return 0;
}

export interface RenderOptions {
  /** A JSON file of values by field name. */
  readonly data?: string;
  /** Stands for today where a date is reckoned from it. */
  readonly date?: string;
}

/** Throws `CliProblem`. */
export async function renderTemplate(name: string, { data, date }: RenderOptions): Promise<number> {
  const template = await findTemplate(name);
  const today = dayOf(date);
  const values =
    data === undefined ? sampleValues(template, sampleProfile(), today) : await valuesFrom(data, template, today);
  printRaw(textFrom(template, values));
  return 0;
}

function textFrom(template: Template, values: Values): string {
  try {
    return toText(fillTemplate(template, values));
  } catch (error) {
    throw error instanceof TemplateProblem ? new CliProblem(`${template.name}：${error.message}。`) : error;
  }
}

/** A template as the contract has it. */
function plainTemplate({ name, title, group, kind, description, fields }: Template): object {
  return { name, title, group, kind, description, fields };
}

/** 讲话稿 and below it `　　speech-mobilization　动员部署会讲话` */
function linesOf(templates: readonly ListedTemplate[]): string[] {
  let group = '';
  return templates.flatMap(({ template }) => {
    const line = `　　${template.name.padEnd(26)}${template.title}`;
    if (template.group === group) return [line];
    group = template.group;
    return [group, line];
  });
}

async function findTemplate(name: string): Promise<Template> {
  if (name.endsWith(EXTENSION)) return ownTemplate(name);
  const found = builtIn().templates.find(({ template }) => template.name === name || template.title === name);
  if (!found) throw new CliProblem(`没有“${name}”这个模板，请用 biganzi template list 查看。`);
  return found.template;
}

async function ownTemplate(file: string): Promise<Template> {
  const read = readTemplate(await textOf(file));
  if ('template' in read) return read.template;
  throw new CliProblem(read.faults.map(({ line, message }) => `${file}:${line + 1}：${message}。`).join('\n'));
}

async function valuesFrom(file: string, template: Template, today: CalendarDate): Promise<Values> {
  const entries = entriesOf(file, await textOf(file));
  const values = new Map<string, Value>(readProfile(Object.fromEntries(entries)));
  const missing: string[] = [];
  for (const field of template.fields) {
    const given = entries.get(field.name);
    const answer = isTyped(given) ? readValue(field, given, today) : { value: defaultValue(field, today) };
    if ('problem' in answer) throw new CliProblem(`${file}：${answer.problem}。`);
    if (answer.value !== undefined) values.set(field.name, answer.value);
    else if (!field.optional && template.used.has(field.name)) missing.push(field.title);
  }
  missing.push(...[...template.profile].filter((name) => !values.has(name)));
  if (missing.length > 0) remark(`没有填写：${missing.join('、')}；文中已用【填：…】标出。`);
  const known = new Set<string>([...template.fields.map(({ name }) => name), ...values.keys()]);
  const unknown = [...entries.keys()].filter((key) => !known.has(key));
  if (unknown.length > 0) remark(`${file}：模板里没有这些字段：${unknown.join('、')}。`);
  return values;
}

function entriesOf(file: string, text: string): Map<string, unknown> {
  try {
    const data: unknown = JSON.parse(text);
    if (typeof data === 'object' && data !== null && !Array.isArray(data)) return new Map(Object.entries(data));
  } catch {
    // said below
  }
  throw new CliProblem(`${file}：应是JSON，形如 {"会议名称": "全市安全生产工作会议"}。`);
}

function isTyped(value: unknown): value is string | number | boolean | string[] {
  if (Array.isArray(value)) return value.every((item) => typeof item === 'string');
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function dayOf(date: string | undefined): CalendarDate {
  if (date === undefined) return CalendarDate.today();
  const day = /^\d{4}-\d{2}-\d{2}$/.test(date) ? parseDate(date, CalendarDate.today()) : undefined;
  if (!day) throw new CliProblem(`日期“${date}”不对，应写成 2026-11-22 的形式。`);
  return day;
}

async function textOf(file: string): Promise<string> {
  const decoded = decodeText(await readBytes(file));
  if (typeof decoded === 'string') throw new CliProblem(`${file}：不是UTF-8或GB18030编码的文本文件。`);
  return decoded.text;
}

function builtIn(): Catalogue {
  const folder = builtInFolder();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(EXTENSION))
    .sort()
    .map((name): TemplateFile => {
      return { path: name, text: readFileSync(path.join(folder, name), 'utf8'), origin: 'built-in' };
    });
  const catalogue = readCatalogue(files);
  for (const { path: name, faults } of catalogue.faulty)
    for (const { line, message } of faults) remark(`内置模板${name}第${line + 1}行：${message}。`);
  return catalogue;
}

function sampleProfile(): Map<string, string> {
  return readProfile(JSON.parse(readFileSync(path.join(builtInFolder(), SAMPLE_PROFILE), 'utf8')));
}

/** `templates/` beside the nearest package.json above the program. */
function builtInFolder(): string {
  for (let folder = __dirname; ; folder = path.dirname(folder)) {
    const templates = path.join(folder, 'templates');
    if (existsSync(path.join(folder, 'package.json')) && existsSync(templates)) return templates;
    if (folder === path.dirname(folder)) throw new CliProblem('找不到内置模板，请重新安装。');
  }
}
