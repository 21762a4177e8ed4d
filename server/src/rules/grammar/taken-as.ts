/** “以……为……”漏写“为”：以此次检查契机、以党的创新理论指导。 */
import { jointClues } from '../../lexicon/joint-index';
import { isProse } from '../report';
import type { BlockRule } from '../types';
import { widened } from '../widened';

/** What something is taken as; of 指导 only behind what guides, since others 给以指导. */
const ROLE = '契机|主线|抓手|突破口|着力点|落脚点|切入点|主题|(?<=思想|精神|理论)指导';
/** What a block has one of where the rule finds something. */
const hasRole = jointClues(() => ROLE.replace(/\(.*?\)/g, '').split('|'));
/** A verb between the two has taken the noun already: 以此抓住契机。 */
const VERB = '为作抓把是有成找选用紧聚突贯打当提明坚树于';
/** 以专项检查契机， */
const PATTERN = new RegExp(
  `(?=以)(?<=(?:^|[，。；：、])(?:[　\\s]*|[^，。；：、]{0,6}[要将]))(?<open>以[^，。；：、${VERB}]{2,24}?)(?<role>${ROLE})(?=[，。；])`,
  'g',
);

export const rule: BlockRule = {
  id: 'grammar/taken-as',
  scope: 'block',
  gate: 'language',
  severity: 'warning',
  source: '《现代汉语八百词》',
  authority: 'practice',
  title: '“以……为……”缺“为”',
  why: '“以……为契机”“以……为主题”的“为”不能少，漏了就不成句。',
  examples: {
    bad: [
      {
        text: '要以专项检查契机，堵塞管理漏洞。',
        found: '以专项检查契机',
        fixed: '要以专项检查为契机，堵塞管理漏洞。',
      },
      { text: '会上，以“春耕”主题，展出新农机。', found: '以“春耕”主题', fixed: '会上，以“春耕”为主题，展出新农机。' },
    ],
    good: [
      '要以专项检查为契机，堵塞管理漏洞。',
      '以此抓住契机，乘势而上。',
      '以学习教育引导干部，突出主题。',
      '对基层要多予以指导。',
    ],
  },
  clues: '以',
  of: (block) => hasRole(block) && isProse(block),
  *check(block) {
    for (const { index, groups } of widened(block).matchAll(PATTERN)) {
      const { open = '', role = '' } = groups ?? {};
      const at = index + open.length;
      yield {
        span: { start: index, end: at + role.length },
        message: `“${open}${role}”缺“为”，应为“${open}为${role}”`,
        fixes: [{ title: '补“为”', edits: [{ span: { start: at, end: at }, newText: '为' }], preferred: true }],
      };
    }
  },
};
