/** How a draft is laid out when it is formatted: `biganzi.format.*`. */

/** 连续的空行并作一个，或者都去掉. */
export const BLANK_LINES = ['keep', 'none'] as const;
/** 段首照原样，顶格，或者空两字. */
const INDENTS = ['keep', 'none', 'two'] as const;

export interface FormatStyle {
  readonly blankLines: (typeof BLANK_LINES)[number];
  readonly indent: (typeof INDENTS)[number];
}

export const DEFAULT_STYLE: FormatStyle = { blankLines: 'keep', indent: 'keep' };

/** @param entries settings without `biganzi.`, as an editor gives them (`format: { indent }`) or a file (`format.indent`) */
export function styleOf(entries: Readonly<Record<string, unknown>>): FormatStyle {
  const { format } = entries;
  const own = typeof format === 'object' && format !== null ? Object.fromEntries(Object.entries(format)) : {};
  const blankLines: unknown = own.blankLines ?? entries['format.blankLines'];
  const indent: unknown = own.indent ?? entries['format.indent'];
  return {
    blankLines: BLANK_LINES.find((each) => each === blankLines) ?? DEFAULT_STYLE.blankLines,
    indent: INDENTS.find((each) => each === indent) ?? DEFAULT_STYLE.indent,
  };
}
