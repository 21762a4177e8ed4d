/** What the row of a word list says to explain its finding: source and examples. */
import type { Row } from '../lexicon/row';
import type { Explanation } from './types';

/** Where the row gives no right example, its wrong one put right is shown. */
export function explanationOf({ wrong, rights, bad, good, source }: Row): Explanation {
  const [first] = rights;
  return { source, bad, good: good || (first === undefined ? '' : bad.replace(wrong, () => first)) };
}
