/** The word lists of `server/data/words`, and the traditional characters with their simplified ones. */

import pairs from '../../data/traditional-pairs.txt' with { type: 'text' };
import confusable from '../../data/words/confusable.tsv' with { type: 'text' };
import duplicate from '../../data/words/duplicate.tsv' with { type: 'text' };
import measure from '../../data/words/measure.tsv' with { type: 'text' };
import negation from '../../data/words/negation.tsv' with { type: 'text' };
import redundant from '../../data/words/redundant.tsv' with { type: 'text' };
import traditional from '../../data/words/traditional.tsv' with { type: 'text' };
import variant from '../../data/words/variant.tsv' with { type: 'text' };
import variantDraft from '../../data/words/variant-draft.tsv' with { type: 'text' };

/** In the order in which they are read: where two have the same form, the first one speaks. */
export const WORD_LISTS = {
  confusable,
  variant,
  'variant-draft': variantDraft,
  traditional,
  redundant,
  negation,
  measure,
  duplicate,
} as const;

/** Their rows, a line each; a line that begins with `#` names the list of the rows below it. */
export const LISTS = Object.entries(WORD_LISTS)
  .map(([name, text]) => `\n#${name}${text.slice(text.indexOf('\n')).trimEnd()}`)
  .join('');

/** 個个國国: derived from the dictionaries of OpenCC (Apache-2.0). */
export const TRADITIONAL = pairs.trimEnd();
