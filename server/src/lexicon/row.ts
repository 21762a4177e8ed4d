/** Reads a row of a word list: what is wrong, what is right, and under which conditions. */

/** The columns of a word list, in order; the writer's own lists have the same. */
export const COLUMNS = ['误', '正', '条件', '例外', '级别', '误例', '正例', '来源', '说明'] as const;
export type Column = (typeof COLUMNS)[number];

/** Marks the wrong form in an example. */
export const PLACE = '~';

/** Stands in 正 for a wrong form that is to be deleted. */
const DELETED = '（删）';

/** From the gravest to the lightest. */
export const LEVELS = ['error', 'warning', 'info', 'hint'] as const;
export type Level = (typeof LEVELS)[number];

const LEVEL: Readonly<Record<string, Level>> = { 错误: 'error', 警告: 'warning', 建议: 'info', 提示: 'hint' };

export interface Row {
  /** The list it stands in. */
  readonly list: string;
  readonly wrong: string;
  /** What to write instead, the likeliest first; empty for advice without a replacement, `''` in it for deletion. */
  readonly rights: readonly string[];
  /** What must stand around the wrong form, as a sticky expression that matches at its beginning. */
  readonly around: RegExp | undefined;
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

/** A row that cannot be read; the message says which column and why. */
export class BadRow extends Error {}

/** One condition: `前=`, `前≠`, `后=`, `后≠` with an expression, `词界`, or `引文`. */
const CONDITION = /^(?:(前|后)([=≠])(.+)|词界|引文)$/;

/**
 * Reads one row; columns at the end may be missing.
 * @throws {BadRow} when a column cannot be understood
 */
export function parseRow(list: string, fields: readonly string[]): Row {
  const field = (column: Column) => fields[COLUMNS.indexOf(column)]?.trim() ?? '';
  const wrong = field('误');
  if (wrong === '') throw new BadRow('“误”不能为空');
  const severity = LEVEL[field('级别') || '警告'];
  if (!severity) throw new BadRow(`“级别”应为${Object.keys(LEVEL).join('、')}之一`);
  const conditions = field('条件').split(' ').filter(Boolean);
  const bad = field('误例') || PLACE;
  return {
    list,
    wrong,
    rights: readRights(field('正')),
    around: readAround(wrong, conditions),
    needsWords: conditions.includes('词界'),
    inQuotation: severity === 'error' || conditions.includes('引文'),
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

function readAround(wrong: string, conditions: readonly string[]): RegExp | undefined {
  let before = '';
  let after = '';
  for (const condition of conditions) {
    const match = CONDITION.exec(condition);
    if (!match) throw new BadRow(`“条件”里的“${condition}”看不懂`);
    const [, side, sign, pattern] = match;
    if (side === '前') before += `(?<${sign === '=' ? '=' : '!'}${pattern})`;
    else if (side === '后') after += `(?${sign === '=' ? '=' : '!'}${pattern})`;
  }
  if (before === '' && after === '') return undefined;
  const literal = wrong.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  try {
    return new RegExp(`${before}${literal}${after}`, 'y');
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
