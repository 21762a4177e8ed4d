/** Reads a row of a word list: what is wrong, what is right, and under which conditions. */

/** The columns of a word list, in order; the writer's own lists have the same. */
export const COLUMNS = ['误', '正', '条件', '例外', '级别', '误例', '正例', '来源', '说明'] as const;
export type Column = (typeof COLUMNS)[number];

/** Marks the wrong form in an example. */
export const PLACE = '~';

/** Stands in 正 for a wrong form that is to be deleted. */
export const DELETED = '（删）';

/** From the gravest to the lightest. */
export const LEVELS = ['error', 'warning', 'info', 'hint'] as const;
export type Level = (typeof LEVELS)[number];

export const LEVEL: Readonly<Record<string, Level>> = { 错误: 'error', 警告: 'warning', 建议: 'info', 提示: 'hint' };

export interface Row {
  /** The list it stands in. */
  readonly list: string;
  readonly wrong: string;
  /** What to write instead, the likeliest first; empty for advice without a replacement, `''` in it for deletion. */
  readonly rights: readonly string[];
  /** What must stand around the wrong form; left out where it is wrong wherever it stands. */
  readonly around: Around | undefined;
  /** True when both ends must be word boundaries, so that nothing is said before a segmenter has spoken. */
  readonly needsWords: boolean;
  /** True when it is wrong in a quotation of another text too. */
  readonly inQuotation: boolean;
  /** Right words that hold the wrong form, with the place of the wrong form in them. */
  readonly exceptions: readonly Exception[];
  readonly severity: Level;
  /** A sentence with the wrong form, and one in which it is right; the second may be missing. */
  readonly bad: string;
  readonly good: string;
  readonly source: string;
  readonly note: string;
}

export interface Exception {
  readonly text: string;
  readonly offset: number;
}

/** True when the conditions hold for the wrong form that begins at `start`. */
export type Around = (text: string, start: number) => boolean;

/** `前≠台风`: what must, or must not, stand directly before or behind the wrong form. */
export interface Condition {
  readonly side: '前' | '后';
  readonly wanted: boolean;
  readonly pattern: string;
}

/**
 * Makes a test of the conditions of a wrong form.
 * @throws {BadRow} when an expression cannot be understood
 */
export type CompileConditions = (wrong: string, conditions: readonly Condition[]) => Around;

/** A row that cannot be read; the message says which column and why. */
export class BadRow extends Error {}

/** One condition: `前=`, `前≠`, `后=`, `后≠` with an expression, `词界`, or `引文`. */
const CONDITION = /^(?:(前|后)([=≠])(.+)|词界|引文)$/;

/**
 * Reads one row; columns at the end may be missing.
 * @param compile what runs the expressions: the engine of JavaScript for our own rows, another for those of others
 * @throws {BadRow} when a column cannot be understood
 */
export function parseRow(list: string, fields: readonly string[], compile: CompileConditions = backtracking): Row {
  const field = (column: Column) => fields[COLUMNS.indexOf(column)]?.trim() ?? '';
  const wrong = field('误');
  if (wrong === '') throw new BadRow('“误”不能为空');
  const severity = LEVEL[field('级别') || '警告'];
  if (!severity) throw new BadRow(`“级别”应为${Object.keys(LEVEL).join('、')}之一`);
  const conditions = readConditions(field('条件'));
  const bad = field('误例') || PLACE;
  return {
    list,
    wrong,
    rights: readRights(field('正')),
    around: conditions.around.length > 0 ? compile(wrong, conditions.around) : undefined,
    needsWords: conditions.words.includes('词界'),
    inQuotation: severity === 'error' || conditions.words.includes('引文'),
    exceptions: field('例外')
      .split('、')
      .filter(Boolean)
      .flatMap((text) => exceptions(wrong, text)),
    severity,
    bad: bad.replaceAll(PLACE, wrong),
    good: field('正例'),
    source: field('来源'),
    note: field('说明'),
  };
}

/** True when the form is wrong wherever it stands as a word. */
export function isCertain({ around }: Row): boolean {
  return around === undefined;
}

function readRights(field: string): string[] {
  return field === '' ? [] : field.split('|').map((right) => (right === DELETED ? '' : right));
}

function readConditions(field: string): { around: Condition[]; words: string[] } {
  const around: Condition[] = [];
  const words: string[] = [];
  for (const condition of field.split(' ').filter(Boolean)) {
    const match = CONDITION.exec(condition);
    if (!match) throw new BadRow(`“条件”里的“${condition}”看不懂`);
    const [, side, sign, pattern] = match;
    if (pattern === undefined) words.push(condition);
    else around.push({ side: side === '前' ? '前' : '后', wanted: sign === '=', pattern });
  }
  return { around, words };
}

/** One sticky expression that matches at the beginning of the wrong form. */
function backtracking(wrong: string, conditions: readonly Condition[]): Around {
  const before = conditions
    .filter(({ side }) => side === '前')
    .map(({ wanted, pattern }) => `(?<${wanted ? '=' : '!'}${pattern})`);
  const after = conditions
    .filter(({ side }) => side === '后')
    .map(({ wanted, pattern }) => `(?${wanted ? '=' : '!'}${pattern})`);
  const literal = wrong.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  try {
    const expression = new RegExp(`${before.join('')}${literal}${after.join('')}`, 'y');
    return (text, start) => {
      expression.lastIndex = start;
      return expression.test(text);
    };
  } catch {
    throw new BadRow('“条件”里的表达式有误');
  }
}

/** One exception for each place in which the right word holds the wrong form. */
function exceptions(wrong: string, text: string): Exception[] {
  const found: Exception[] = [];
  for (let offset = text.indexOf(wrong); offset >= 0; offset = text.indexOf(wrong, offset + 1))
    found.push({ text, offset });
  if (found.length === 0) throw new BadRow(`“例外”里的“${text}”不含“${wrong}”`);
  return found;
}
