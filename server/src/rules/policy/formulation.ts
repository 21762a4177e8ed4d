/** 固定提法：成员缺漏、次序颠倒、一字之差，以及搭配和引号不合通行写法。 */
import type { Block } from '../../document/types';
import { choices, isProse } from '../report';
import type { BlockRule, Finding } from '../types';
import { type FindInBlock, isQuoted, wordTable } from '../word-table';
import { adviceOf, datedSource } from './_advice';
import { type Difference, differencesIn, type Formulations, formulationsOf, inFull } from './_members';

const builtIn = wordTable('policy/formulation');

export const rule: BlockRule = {
  id: 'policy/formulation',
  scope: 'block',
  gate: 'policy-wording',
  severity: 'warning',
  source: '党和国家公开文献的通行表述',
  authority: 'practice',
  title: '固定提法写得不准确',
  why: '固定提法的成员、次序、搭配和引号都有通行写法，缺漏、颠倒或者一字之差就是政治性差错；以最新的中央文件为准。',
  examples: {
    bad: [
      { text: '全面贯彻创新、绿色、协调、开放、共享的新发展理念。', found: '创新、绿色、协调、开放、共享' },
      { text: '增强政治意识、大局意识、看齐意识，牢记“四个意识”。', found: '政治意识、大局意识、看齐意识' },
      { text: '反对形式主义、官僚主意、享乐主义和奢靡之风。', found: '官僚主意' },
      { text: '增强“两个维护”。', found: '增强“两个维护”' },
      { text: '贯彻稳中求进总基调。', found: '稳中求进总基调' },
      { text: '增强四个意识。', found: '四个意识' },
    ],
    good: [
      '全面贯彻创新、协调、绿色、开放、共享的新发展理念。',
      '增强“四个意识”、坚定“四个自信”、做到“两个维护”。',
      '统筹推进“五位一体”总体布局，协调推进“四个全面”战略布局。',
      '建设富强民主文明和谐美丽的社会主义现代化强国。',
      '坚持稳中求进工作总基调。',
      '推进产业、人才、文化等方面的工作。',
    ],
  },
  check: (block) => findingsIn(block, builtIn, formulationsOf()),
  withTables: (tables) => {
    const own = tables.finder('policy/formulation') ?? builtIn;
    const formulations = formulationsOf(tables);
    return { ...rule, check: (block) => findingsIn(block, own, formulations) };
  },
};

function* findingsIn(block: Block, matchesOf: FindInBlock, formulations: Formulations): Iterable<Finding> {
  if (!isProse(block)) return;
  const { text } = block;
  for (const match of matchesOf(block))
    if (match.row.wrong.includes('“') || !isQuoted(text, match.span)) yield adviceOf(match);
  for (const difference of differencesIn(text, formulations)) yield findingOf(difference, text);
}

function findingOf({ kind, formulation, span, member }: Difference, text: string): Finding {
  const full = inFull(formulation);
  const about = {
    source: datedSource(formulation.source, formulation.since),
    bad: text.slice(span.start, span.end),
    good: full,
  };
  if (kind === 'miswritten')
    return { span, message: `“${formulation.title}”里应为“${member}”`, fixes: choices(span, member), about };
  const fault = kind === 'order' ? '的次序不对' : `缺“${member}”`;
  return {
    span,
    severity: 'info',
    message: `“${formulation.title}”${fault}，通行写法是“${full}”`,
    fixes: choices(span, full),
    about,
  };
}
