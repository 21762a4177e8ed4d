/** The words of sections, as they go into a text they are dragged to. */
import type { OutlinedDraft } from './drafts';
import type { Entry } from './entries';

/** Whole lines for headings; for a point inside a paragraph its words up to the next one. */
export function textOf(sections: readonly Entry[], { document, entries }: OutlinedDraft): string {
  const eol = document.eol === 2 ? '\r\n' : '\n';
  const last = document.lineCount - 1;
  return sections
    .map((section) => {
      const { line, character, endLine, inline } = section.item;
      if (!inline) {
        const lines = Array.from({ length: Math.min(endLine, last) - line + 1 }, (_, index) => line + index);
        return lines.map((each) => document.lineAt(each).text).join(eol);
      }
      const siblings = section.parent?.children ?? entries;
      const next = siblings[siblings.indexOf(section) + 1]?.item;
      return document
        .lineAt(Math.min(line, last))
        .text.slice(character, next?.line === line ? next.character : undefined);
    })
    .join(eol);
}
