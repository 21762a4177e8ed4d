/** 简体文稿里的繁体字、旧字形和已停用的字。 */
import type { Block } from '../../document/types';
import { matchesOf } from '../../lexicon';
import type { Match } from '../../lexicon/lexicon';
import { countHan } from '../../text/chars';
import { choices, replace } from '../report';
import type { BlockRule, Finding } from '../types';

/** A line with so large a share of traditional characters is a text in traditional characters, and not a slip. */
const TRADITIONAL_TEXT = 0.15;
const LEAST = 8;

export const rule: BlockRule = {
  id: 'wording/traditional',
  scope: 'block',
  gate: 'language',
  severity: 'error',
  source: '《通用规范汉字表》、《国家通用语言文字法》第三条',
  authority: 'binding',
  title: '繁体字和不规范字',
  why: '公文使用规范汉字；繁体字、异体字和转换中误成的字形应改为规范字。',
  examples: {
    bad: [
      { text: '要合理配臵资源。', found: '臵', fixed: '要合理配置资源。' },
      { text: '請檢查落实情况。', found: '請檢', fixed: '请检查落实情况。' },
      { text: '由於天气原因，活动延期。', found: '於' },
    ],
    good: ['请检查落实情况。', '著名学者来访。', '乾隆年间所建。', '一位署名瞿某的群众来信。'],
  },
  systematic: true,
  of: (block) => block.role !== 'noise' && matchesOf(block, 'traditional').length > 0,
  *check(block) {
    const matches = matchesOf(block, 'traditional');
    if (matches.length >= LEAST && matches.length > countHan(block.text) * TRADITIONAL_TEXT) return;
    for (const run of runsOf(matches)) yield finding(block, run);
  },
};

/** Characters next to each other are one finding. */
function runsOf(matches: readonly Match[]): Match[][] {
  const runs: Match[][] = [];
  for (const match of matches) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last?.span.end === match.span.start && match.row.rights.length === 1 && last.row.rights.length === 1)
      run.push(match);
    else runs.push([match]);
  }
  return runs;
}

function finding({ text }: Block, run: readonly Match[]): Finding {
  const [first] = run;
  const last = run.at(-1);
  if (!first || !last) throw new Error('a run is never empty');
  const span = { start: first.span.start, end: last.span.end };
  const wrong = text.slice(span.start, span.end);
  const single = run.every(({ row }) => row.rights.length === 1);
  const rights = single ? [run.map(({ row }) => row.rights[0] ?? '').join('')] : first.row.rights;
  const certain = single && run.every(({ row }) => row.around === undefined);
  const [right = ''] = rights;
  return {
    span,
    message: `“${wrong}”应为${rights.map((each) => `“${each}”`).join('或')}，公文用规范汉字`,
    severity: run.every(({ row }) => row.severity === 'error') ? 'error' : 'warning',
    fixes: certain ? replace(span, right) : choices(span, ...rights),
  };
}
