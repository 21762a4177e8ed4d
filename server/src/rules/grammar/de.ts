/** “的、地、得”用错：认真的抓好、做的很好、重要地意义。只说有把握的。 */
import { jointIndex } from '../../lexicon/joint-index';
import type { Word } from '../../segment/types';
import { matchSpan, type Span } from '../../text/span';
import { choices, isProse, memoByBlock, replace } from '../report';
import { readTable, wordsOf } from '../table';
import type { BlockRule, Finding } from '../types';
import { widened } from '../widened';

interface Pattern {
  /** Sticky, begins with the particle; groups `before` and `after` are its neighbours. */
  readonly pattern: RegExp;
  readonly right: string;
  /** Of what several lines of the table say of one particle, the first stands. */
  readonly order: number;
  readonly certain: boolean;
  /** Speaks only where the words agree: the match begins with a word, the particle is one, and a verb follows. */
  readonly askWords: boolean;
}

/** {状语}: a group of de-words.tsv. */
const GROUP = /\{([^{}\d,]+)\}/g;

/** A word right before the particle, at which a pattern is tried. */
interface Clue {
  readonly clue: string;
  readonly row: Pattern;
}

const cluesIn = jointIndex(cluesOfTable);

export const rule: BlockRule = {
  id: 'grammar/de',
  scope: 'block',
  gate: 'language',
  severity: 'warning',
  source: '《现代汉语八百词》',
  authority: 'practice',
  title: '“的、地、得”用错',
  why: '定语后面用“的”，状语后面用“地”，补语前面用“得”。',
  examples: {
    bad: [
      { text: '要认真的抓好落实。', found: '认真的抓好', fixed: '要认真地抓好落实。' },
      { text: '这项工作做的很好。', found: '做的很好', fixed: '这项工作做得很好。' },
      { text: '这件事显的尤为重要。', found: '显的尤为', fixed: '这件事显得尤为重要。' },
      { text: '这次会议具有重要地意义。', found: '重要地意义', fixed: '这次会议具有重要的意义。' },
      { text: '问题得到有效地解决。', found: '得到有效地解决', fixed: '问题得到有效的解决。' },
    ],
    good: [
      '要认真地抓好落实，发挥积极的推动作用。',
      '这项工作做得很好，我们要做的还很多。',
      '成绩值得肯定，价值的肯定要靠实践。',
      '占有重要地位，打下坚实的基础。',
      '有效地解决问题，问题得到有效的解决。',
    ],
  },
  needsWords: (block) => isProse(block) && matchesOf(block).some(({ row }) => row.askWords),
  of: (block) => isProse(block) && matchesOf(block).length > 0,
  *check(block, _, words) {
    const text = widened(block);
    const told = new Set<number>();
    const byStart = new Map(words?.map((word) => [word.span.start, word]));
    for (const { at, span, row } of matchesOf(block)) {
      const { right, certain, askWords } = row;
      if (told.has(at.start) || (askWords && !agree(byStart, span.start, at))) continue;
      told.add(at.start);
      const particle = text.slice(at.start, at.end);
      const finding: Finding = {
        span,
        message: `“${text.slice(span.start, span.end)}”的“${particle}”${certain ? '应' : '宜'}为“${right}”`,
        fixes: certain ? replace(at, right) : choices(at, right),
      };
      yield certain ? finding : { ...finding, severity: 'hint' };
    }
  },
};

interface Match {
  readonly row: Pattern;
  readonly span: Span;
  /** The particle. */
  readonly at: Span;
}

const NONE: readonly Match[] = [];

const matchesOf = memoByBlock((block): readonly Match[] => {
  const clues = cluesIn(block);
  if (clues.length === 0) return NONE;
  const text = widened(block);
  const tried = new Map<number, Set<Pattern>>();
  const found: Match[] = [];
  for (const {
    start,
    value: { clue, row },
  } of clues) {
    const place = start + clue.length;
    const rows = tried.get(place) ?? new Set();
    if (rows.has(row)) continue;
    tried.set(place, rows.add(row));
    row.pattern.lastIndex = place;
    const match = row.pattern.exec(text);
    if (!match) continue;
    const { before = '', after = '' } = match.groups ?? {};
    const at = matchSpan(match);
    found.push({ at, span: { start: at.start - before.length, end: at.end + after.length }, row });
  }
  return found.sort((a, b) => a.row.order - b.row.order);
});

function* cluesOfTable(): Iterable<readonly [string, Clue]> {
  const groups = new Map(readTable('grammar/de-words').map((fields) => [fields('组'), fields('词')]));
  const source = (field: string) => field.replace(GROUP, (_, name: string) => groups.get(name) ?? '');
  for (const [order, fields] of readTable('grammar/de').entries()) {
    const particles = fields('误');
    const row: Pattern = {
      pattern: new RegExp(
        `[${particles}](?=(?<after>${source(fields('后'))}))(?<=(?<before>${source(fields('前'))})[${particles}])`,
        'y',
      ),
      right: fields('正'),
      order,
      certain: fields('级别') === '警告',
      askWords: fields('词性') !== '',
    };
    const words = fields('必含') === '' ? [''] : wordsOf(source(fields('必含')));
    for (const clue of words) for (const particle of particles) yield [clue + particle, { clue, row }];
  }
}

/** Without parts of speech, never. */
function agree(byStart: ReadonlyMap<number, Word>, start: number, particle: Span): boolean {
  return (
    byStart.has(start) &&
    byStart.get(particle.start)?.span.end === particle.end &&
    (byStart.get(particle.end)?.tag?.startsWith('v') ?? false)
  );
}
