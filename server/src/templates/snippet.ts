/** Writes a filled template as a VS Code snippet: gaps become tab stops, all else is literal text. */
import type { Filled } from './fill';
import { Gap } from './helpers/types';

/**
 * The snippet for `SnippetString`. The same gap is the same tab stop; `$0` stands at the end. Insert it with its white
 * space kept, for the indent of two full-width blanks.
 */
export function toSnippet(filled: Filled): string {
  const stops = new Map<Gap, number>();
  const parts = filled.map((part) => {
    if (!(part instanceof Gap)) return escapeText(part);
    const known = stops.get(part);
    if (known !== undefined) return `\${${known}}`;
    stops.set(part, stops.size + 1);
    return stopOf(part, stops.size);
  });
  return `${parts.join('')}\n$0`;
}

function stopOf({ display, choices }: Gap, order: number): string {
  if (choices.length > 1) return `\${${order}|${choices.map(escapeChoice).join(',')}|}`;
  return `\${${order}:${escapeText(display)}}`;
}

/** `$`, `}` and `\` have a meaning in snippets. */
function escapeText(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** In choices `,` and `|` have one too; `$` has none, and a backslash before it would stay in the text. */
function escapeChoice(choice: string): string {
  return choice.replace(/[\\,|]/g, '\\$&');
}
