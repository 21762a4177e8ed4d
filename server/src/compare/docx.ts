/** The text of a Word document, a line for each paragraph: what stands on the page, without what was deleted or is hidden. */
import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** The part of the package that holds the text. */
const BODY = 'word/document.xml';
/** A book has less; what is beyond this is no document but something that was meant to fill the memory. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Parts of the body that are not read: what was deleted, field codes, and the second copy of a text box for old programs. */
const UNREAD: ReadonlySet<string> = new Set(['del', 'moveFrom', 'instrText', 'Fallback']);

/** The paragraphs, divided by line ends; `undefined` where the bytes are no readable Word document. Never throws. */
export function textOfDocx(bytes: Uint8Array): string | undefined {
  try {
    const body = unzipSync(bytes, { filter: ({ name, originalSize }) => name === BODY && originalSize <= MOST_BYTES })[
      BODY
    ];
    return body && paragraphsOf(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

function paragraphsOf(xml: string): string {
  const lines: string[] = [];
  /** Text boxes stand inside paragraphs and have paragraphs of their own. */
  const open: string[] = [];
  let unread = 0;
  let inText = false;
  const add = (words: string) => {
    if (unread === 0 && open.length > 0) open.push((open.pop() ?? '') + words);
  };
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    const tag = localName(name);
    if (UNREAD.has(tag)) unread++;
    else if (tag === 'p') open.push('');
    else if (tag === 't') inText = true;
    else if (tag === 'tab') add('\t');
    else if (tag === 'br' || tag === 'cr') add('\n');
  });
  parser.on('closetag', ({ name }) => {
    const tag = localName(name);
    if (UNREAD.has(tag)) unread--;
    else if (tag === 't') inText = false;
    else if (tag === 'p' && unread === 0) lines.push(open.pop() ?? '');
    else if (tag === 'p') open.pop();
  });
  parser.on('text', (words) => {
    if (inText) add(words);
  });
  parser.write(xml).close();
  return lines.join('\n');
}

/** `w:t` is `t`, whatever prefix the program chose. */
function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
