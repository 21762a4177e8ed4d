/** What a heading or a title counts, against the headings under it: 把握四个环节, and then three 环节; 坚持“三抓”, and then four. */
import words from '../../../data/count-words.json';
import type { Draft, OutlineNode } from '../../document/types';
import { choices, memoByDraft } from '../report';
import type { DocumentFinding } from '../types';
import { COUNT, countOf, isCount } from './_announced';
import { isKnown } from './_items';
import { like } from './_tally';

const MEASURE = '(?:个|大|项|类|种|条)';
/** “四个强化”, “三抓” */
const QUOTED = new RegExp(`“(${COUNT})${MEASURE}?(\\p{Script=Han}{1,4})”`, 'u');
/** 把握四个环节，, 三个阶段 */
const COUNTED = new RegExp(`(${COUNT})个?(${words.announced.nouns.replaceAll(' ', '|')})(?=[，：]|$)`);
/** 从三个方面抓好落实: the headings are those, whatever they are called. */
const FROM = new RegExp(`^从(${COUNT})个?(方面|层面|环节|维度)`);

export const headedSlips = memoByDraft((draft): readonly DocumentFinding[] => {
  const found: DocumentFinding[] = [];
  const walk = (nodes: readonly OutlineNode[]) => {
    for (const node of nodes) {
      if (node.inline) continue;
      const slip = node.children.length > 1 ? slipOf(draft, node) : undefined;
      if (slip) found.push(slip);
      walk(node.children);
    }
  };
  walk(draft.outline);
  return found;
});

function slipOf(draft: Draft, node: OutlineNode): DocumentFinding | undefined {
  const from = FROM.exec(node.title);
  const match = from ?? QUOTED.exec(node.title) ?? COUNTED.exec(node.title);
  if (!match) return undefined;
  const [whole, numeral = '', core = ''] = match;
  const count = countOf(numeral);
  const points = headingsUnder(node);
  const name = whole.replace(/[“”从]/g, '');
  // 从五个方面整改，已完成三个方面
  if (node.title.split(new RegExp(`(?:${COUNT})个?${core}`)).length > 2) return undefined;
  if (count === undefined || points.length < 2 || points.length === count || isKnown(name)) return undefined;
  if (!from && !points.every(({ title }) => isOf(title, core))) return undefined;
  const start = draft.blocks[node.line]?.text.indexOf(name, node.span.start) ?? -1;
  if (start < 0 || !isCount(draft.blocks[node.line]?.text ?? '', start)) return undefined;
  return {
    block: node.line,
    span: { start, end: start + name.length },
    message: `这里说“${name}”，下面列了${points.length}条`,
    related: points.map(({ line, span, title }, index) => ({
      block: line,
      span,
      message: `第${index + 1}条：${title}`,
    })),
    fixes: choices({ start, end: start + numeral.length }, like(numeral, points.length)),
  };
}

/** The headings of the next level, where they are numbered through from one. */
function headingsUnder({ children }: OutlineNode): readonly OutlineNode[] {
  const [first] = children;
  const points = children.filter(({ heading }) => heading?.atLineStart && heading.style === first?.heading?.style);
  return points.every(({ heading }, index) => heading?.value === index + 1) ? points : [];
}

/** 学习教育环节 is a 环节, 抓思想，凝聚共识 a 抓. */
function isOf(title: string, core: string): boolean {
  const [clause = ''] = title.replace(/[“”\s]/g, '').split(/[，。：（]/);
  return clause.startsWith(core) || (core.length > 1 && clause.endsWith(core));
}
