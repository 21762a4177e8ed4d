/** Documents that a draft gives a short name, and then calls by a third: 《某某市河道管理办法》 as 《办法》, later 《管理办法》. */
import type { Block, Draft, Piece } from '../../document/types';
import type { Span } from '../../text/span';
import { collectPlaced, type Line } from '../collect';
import { choices } from '../report';
import type { DocumentFinding } from '../types';
import { isRunning } from './_lines';
import type { Introduced } from './_short-names';

/** 《管理办法》 */
const SHORT_TITLE = /(?<!印发|转发|公布|制定|修订|出台|起草|关于)《(?<name>[^《》（）()]{2,60})》(?![（(])/dg;

/** A third form is as short as the second; what is longer may be another document. */
const LONGEST = 6;

interface Titled {
  readonly name: string;
  readonly span: Span;
}

function titlesIn({ text }: Block): readonly Titled[] {
  if (!text.includes('《')) return [];
  return [...text.matchAll(SHORT_TITLE)].map((match) => {
    const [start = 0, end = 0] = match.indices?.groups?.name ?? [];
    return { name: match.groups?.name ?? '', span: { start, end } };
  });
}

const titledIn = collectPlaced(titlesIn, isRunning);
/** 《某某市河道管理办法（试行）》 without what comes after the name. */
const TRIAL = /^《|（[^（）]*）|\([^()]*\)|》$/g;

/** Judged where no other document of the draft ends in the same words. */
export function* thirdTitles(
  draft: Draft,
  piece: Piece,
  introduced: readonly (Introduced & Line)[],
): Iterable<DocumentFinding> {
  const books = introduced.filter(({ full, short }) => full.startsWith('《') && short.startsWith('《'));
  if (books.length === 0) return;
  const all = titledIn(draft, piece);
  for (const place of books) {
    const [full, short] = [place.full.replace(TRIAL, ''), place.short.replace(TRIAL, '')];
    const found = all.find(
      ({ name, index, span }) =>
        (index > place.index || (index === place.index && span.start > place.shortSpan.end)) &&
        name.length <= LONGEST &&
        name !== short &&
        name !== full &&
        full.endsWith(name) &&
        !books.some((other) => other !== place && other.full.includes(name)) &&
        !all.some((other) => other.name !== name && other.name !== full && other.name.endsWith(name)),
    );
    if (!found) continue;
    yield {
      block: found.index,
      span: found.span,
      severity: 'info',
      message: `《${full}》前文已简称《${short}》，这里又称《${found.name}》`,
      related: [{ block: place.index, span: place.shortSpan, message: `前文的简称《${short}》` }],
      fixes: choices(found.span, short),
    };
  }
}
