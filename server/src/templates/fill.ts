/** Fills a template: values in, text with gaps out, within bounds that hold for every template. */
import type Handlebars from 'handlebars';
import { HELPERS } from './helpers';
import { Gap, type Helper, isFilled, type Scope } from './helpers/types';
import { ITEM } from './syntax';
import type { Template } from './template';
import { LIMITS, TemplateProblem, type Value, type Values } from './types';

/** A filled template: text and gaps in order. */
export type Filled = readonly (string | Gap)[];

/**
 * Fills a template. Values are inserted as they are, whatever characters they hold; a value that is missing becomes a
 * gap, and an optional one becomes nothing. Throws `TemplateProblem` when a bound of `LIMITS` is passed.
 */
export function fillTemplate(template: Template, values: Values): Filled {
  const session = new Session(template, values);
  const text = template.compiled(session.context(), {
    helpers: session.helpers(),
    allowProtoPropertiesByDefault: false,
    allowProtoMethodsByDefault: false,
  });
  return session.divide(text.replace(/^\n+/, '').trimEnd());
}

/** The text as a file holds it, gaps as they show. */
export function toText(filled: Filled): string {
  return `${filled.map((part) => (part instanceof Gap ? part.display : part)).join('')}\n`;
}

/** What the compiled text sees: names to values. It has no prototype, so that there is nothing else to find in it. */
type Context = Record<string, unknown>;
type Argument = Value | Gap | undefined;

/** Characters that no text uses; one that these texts do not hold marks the gaps. */
const FIRST_PRIVATE = 0xe000;
const LAST_PRIVATE = 0xf8ff;

class Session implements Scope {
  readonly #template: Template;
  readonly #values: Values;
  readonly #mark: string;
  readonly #gaps = new Map<string, Gap>();
  readonly #places: { readonly index: number; readonly count: number }[] = [];
  readonly #until = Date.now() + LIMITS.milliseconds;
  #steps = 0;
  #output = 0;

  constructor(template: Template, values: Values) {
    this.#template = template;
    this.#values = values;
    this.#mark = unusedCharacter(`${template.source}${[...values.values()].flat().join('')}`);
  }

  get place() {
    return this.#places.at(-1);
  }

  gap(name: string, display = `【填：${name}】`, choices: readonly string[] = []): Gap {
    // in a list every item has its own
    const key = [name, ...this.#places.map(({ index }) => index)].join('\n');
    const gap = this.#gaps.get(key) ?? new Gap(display, choices, `${this.#mark}${this.#gaps.size}${this.#mark}`);
    this.#gaps.set(key, gap);
    return gap;
  }

  context(): Context {
    const context: Context = Object.create(null);
    const { fields, profile } = this.#template;
    for (const { name, optional } of fields) context[name] = this.#values.get(name) ?? (optional ? '' : this.gap(name));
    for (const name of profile) context[name] = this.#values.get(name) ?? this.gap(name);
    return context;
  }

  /** All that the compiled text can call. */
  helpers(): Record<string, Handlebars.HelperDelegate> {
    const session = this;
    const choose = (filled: boolean, context: Context, { fn, inverse }: Handlebars.HelperOptions) => {
      session.#step();
      return filled ? fn(context) : inverse(context);
    };
    const blocks: Record<string, Handlebars.HelperDelegate> = {
      if(this: Context, condition: unknown, options) {
        return choose(isFilled(condition), this, options);
      },
      unless(this: Context, condition: unknown, options) {
        return choose(!isFilled(condition), this, options);
      },
      each(this: Context, list: unknown, options) {
        return session.#each(this, list, options);
      },
    };
    const inline = [...HELPERS].map(([name, helper]): [string, Handlebars.HelperDelegate] => [
      name,
      (...args: unknown[]) => session.#call(helper, args.slice(0, -1)),
    ]);
    return { ...blocks, ...Object.fromEntries(inline) };
  }

  /** The finished text between and around its gaps. */
  divide(text: string): Filled {
    this.#spend(text);
    const gaps = [...this.#gaps.values()];
    return text
      .split(this.#mark)
      .map((part, index) => (index % 2 === 0 ? part : (gaps[Number(part)] ?? '')))
      .filter((part) => part !== '');
  }

  #each(context: Context, list: unknown, { fn, inverse }: Handlebars.HelperOptions): string {
    // a list not filled yet shows its gap once
    const items: readonly unknown[] = Array.isArray(list) ? list : list instanceof Gap ? [list] : [];
    if (items.length === 0) return inverse(context);
    let text = '';
    items.forEach((item, index) => {
      this.#step();
      this.#places.push({ index, count: items.length });
      const round = fn(Object.assign(Object.create(null), context, { [ITEM]: item }));
      this.#places.pop();
      this.#spend(round);
      text += round;
    });
    return text;
  }

  #call(helper: Helper, args: readonly unknown[]): string | number | boolean | Gap {
    this.#step();
    const values = args as readonly Argument[];
    if (helper.returns === 'boolean')
      return helper.call(values.map((value) => (value instanceof Gap ? undefined : value)));
    const gap = values.find((value) => value instanceof Gap);
    if (gap) return gap;
    const given = values.filter((value): value is Value => value !== undefined && !(value instanceof Gap));
    // an optional field left empty: there is nothing to write a date or a list of
    if (given.some((value, index) => isEmpty(value) && helper.parameters[index]?.type !== 'text')) return '';
    const result = helper.call(given, this);
    this.#spend(String(result));
    return result;
  }

  #step(): void {
    if (++this.#steps > LIMITS.steps || Date.now() > this.#until) throw new TemplateProblem('模板展开的步数太多', 0);
  }

  #spend({ length }: string): void {
    this.#output += length;
    if (this.#output > LIMITS.output) throw new TemplateProblem(`模板展开后太长，最多${LIMITS.output}个字符`, 0);
  }
}

function isEmpty(value: Value): boolean {
  return value === '' || (Array.isArray(value) && value.length === 0);
}

function unusedCharacter(text: string): string {
  const used = new Set(text);
  for (let code = FIRST_PRIVATE; code <= LAST_PRIVATE; code++) {
    const character = String.fromCharCode(code);
    if (!used.has(character)) return character;
  }
  throw new TemplateProblem('模板和填写的内容里生僻符号太多', 0);
}
