/** A template read from its file: checked, compiled when it is first filled. */
import Handlebars from 'handlebars';
import { type DividedSource, divideSource, readHead } from './front-matter';
import { BLOCKS, HELPERS } from './helpers';
import type { ProfileName } from './profile';
import { readText } from './syntax';
import { LIMITS, type TemplateFault, type TemplateHead, TemplateProblem } from './types';

export interface Template extends TemplateHead {
  /** The file as it is. */
  readonly source: string;
  /** Values of the unit profile that its text uses. */
  readonly profile: ReadonlySet<ProfileName>;
  /** Fields that its text uses. */
  readonly used: ReadonlySet<string>;
  readonly compiled: Handlebars.TemplateDelegate<unknown>;
}

/** A template, or what is wrong with it. */
export type ReadTemplate = { readonly template: Template } | { readonly faults: readonly TemplateFault[] };

/** An instance of its own, emptied of the helpers that Handlebars brings. */
const handlebars = Handlebars.create();
for (const name of Object.keys(handlebars.helpers)) handlebars.unregisterHelper(name);

const COMPILE_OPTIONS: CompileOptions = {
  // values are text, not HTML
  noEscape: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries([
    // off, where Handlebars has them on by itself
    ...['helperMissing', 'blockHelperMissing', 'with', 'log', 'lookup'].map((name) => [name, false]),
    ...[...HELPERS.keys(), ...Object.keys(BLOCKS)].map((name) => [name, true]),
  ]),
};

/** Reads a template file. Lines of faults are those of the file, from 0. Never throws. */
export function readTemplate(file: string): ReadTemplate {
  const source = file.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (source.length > LIMITS.source) return { faults: [{ line: 0, message: `模板太长，最多${LIMITS.source}个字符` }] };
  const divided = divideSource(source);
  if (!divided) return { faults: [{ line: 0, message: '文件开头要有元数据，上下各用一行“---”隔开' }] };
  const { head, faults } = readHead(divided.frontMatter);
  if (!head) return { faults };
  try {
    const template = templateOf(head, source, divided);
    // what is wrong in the text is to be known now
    void template.compiled;
    return { template };
  } catch (error) {
    if (error instanceof TemplateProblem)
      return { faults: [{ line: divided.bodyLine + error.line, message: error.message }] };
    // the parser itself gave up on a text bent on breaking it
    return { faults: [{ line: divided.bodyLine, message: '模板的写法无法读懂' }] };
  }
}

/** The template of a head already read; its text is read when it is first asked for, and throws then what is wrong in it. */
export function templateOf(head: TemplateHead, source: string, { body }: Pick<DividedSource, 'body'>): Template {
  let read: Pick<Template, 'profile' | 'used' | 'compiled'> | undefined;
  const text = () => {
    if (read) return read;
    const { program, profile, used } = readText(body, head.fields);
    read = { profile, used, compiled: handlebars.compile(program, COMPILE_OPTIONS) };
    return read;
  };
  return {
    ...head,
    source,
    get profile() {
      return text().profile;
    },
    get used() {
      return text().used;
    },
    get compiled() {
      return text().compiled;
    },
  };
}
