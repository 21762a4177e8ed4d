/** Makes findings of what a word list has matched: the message, its severity, and the fix. */
import type { Block } from '../../document/types';
import { matchesOf } from '../../lexicon';
import type { Match } from '../../lexicon/lexicon';
import { isCertain, type Row } from '../../lexicon/row';
import type { Word } from '../../segment/types';
import { explanationOf } from '../explanation';
import { choices, replace } from '../report';
import type { Finding, Fix } from '../types';

/** The findings of one list in a block. */
export function findingsOf(block: Block, list: string, words?: readonly Word[]): readonly Finding[] {
  return block.role === 'noise' ? [] : matchesOf(block, list, words).map(findingOf);
}

export function findingOf(match: Match): Finding {
  const { row, span } = match;
  return { span, message: messageOf(row), severity: row.severity, fixes: fixesOf(match), about: explanationOf(row) };
}

function messageOf({ wrong, rights, severity, note }: Row): string {
  const [first] = rights;
  const because = note === '' ? '' : `：${note}`;
  if (first === undefined) return note === '' ? `“${wrong}”用得不当` : note;
  if (rights.length === 1 && first === '') return `“${wrong}”多余${because}`;
  const words = rights.filter((right) => right !== '').map((right) => `“${right}”`);
  const should = severity === 'error' || severity === 'warning' ? '应为' : '宜为';
  return `“${wrong}”${should}${words.join('或')}${because}`;
}

/** Only what is wrong wherever it stands, with one right form, is mended without asking. */
function fixesOf({ row, span }: Match): Fix[] {
  const [first] = row.rights;
  const grave = row.severity === 'error' || row.severity === 'warning';
  if (grave && isCertain(row) && row.rights.length === 1 && first !== undefined) return replace(span, first);
  return choices(span, ...row.rights);
}
