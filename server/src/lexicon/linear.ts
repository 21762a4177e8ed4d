/**
 * Runs the expressions of lists that others wrote: in linear time, and with a limit to the work done for one block, so that
 * no expression can hang the server. The limit counts steps and not time, so the same block always gives the same answer.
 */
import type { RE2JS } from 're2js';
import { BadRow, type CompileConditions } from './row';

/** Characters before and behind a wrong form that its conditions see. */
const WINDOW = 64;

/** So many characters of a block are looked through for an expression; a paragraph has a few hundred. */
const LONGEST = 5000;

/** Expressions in length of source, and in instructions of the compiled program. */
const LONGEST_SOURCE = 500;
const LARGEST_PROGRAM = 300;

/** Characters times instructions for one block: a fifth of a second at the worst. */
const MOST_STEPS = 10_000_000;

export interface Found {
  readonly start: number;
  readonly text: string;
  /** The groups of the expression, `''` for one that took no part; `[0]` is the whole. */
  readonly groups: readonly string[];
}

/** One pattern as a search over a text. */
export type Search = (text: string) => Iterable<Found>;

export class Linear {
  readonly #engine: typeof RE2JS;
  #steps = 0;

  private constructor(engine: typeof RE2JS) {
    this.#engine = engine;
  }

  /** Loads the engine, which is not needed where no list has an expression. */
  static async load(): Promise<Linear> {
    const { RE2JS } = await import('re2js');
    return new Linear(RE2JS);
  }

  /** The next block: the work done so far no longer counts. */
  begin(): void {
    this.#steps = 0;
  }

  readonly conditions: CompileConditions = (wrong, conditions) => {
    const tests = conditions.map(({ side, wanted, pattern }) => {
      const expression = this.#compile(side === '前' ? `(?:${pattern})\\z` : `\\A(?:${pattern})`, '条件');
      const size = expression.programSize();
      return (text: string, start: number) => {
        const end = start + wrong.length;
        const window = side === '前' ? text.slice(Math.max(0, start - WINDOW), start) : text.slice(end, end + WINDOW);
        return this.#afford(size * window.length) && expression.matcher(window).find() === wanted;
      };
    });
    return (text, start) => tests.every((test) => test(text, start));
  };

  /** @throws {BadRow} when the expression cannot be understood, is too long, or matches nothing at all */
  search(pattern: string): Search {
    const expression = this.#compile(pattern, '误');
    if (expression.matcher('').find()) throw new BadRow('“误”里的表达式不能什么都不写也相合');
    const size = expression.programSize();
    const found = this.#found.bind(this);
    return (text) => found(expression, size, text.slice(0, LONGEST));
  }

  *#found(expression: RE2JS, size: number, text: string): Iterable<Found> {
    const matcher = expression.matcher(text);
    let from = 0;
    while (this.#afford(size * (text.length - from)) && matcher.find()) {
      from = matcher.end();
      const groups = Array.from({ length: matcher.groupCount() + 1 }, (_, group) => matcher.group(group) ?? '');
      yield { start: matcher.start(), text: groups[0] ?? '', groups };
    }
  }

  #afford(steps: number): boolean {
    this.#steps += steps;
    return this.#steps <= MOST_STEPS;
  }

  #compile(pattern: string, column: string): RE2JS {
    if (pattern.length > LONGEST_SOURCE) throw new BadRow(`“${column}”里的表达式过长`);
    let expression: RE2JS;
    try {
      expression = this.#engine.compile(pattern);
    } catch {
      throw new BadRow(`“${column}”里的表达式有误，或者用了前后断言、反向引用这些不支持的写法`);
    }
    if (expression.programSize() > LARGEST_PROGRAM) throw new BadRow(`“${column}”里的表达式重复次数过多`);
    return expression;
  }
}
