/** Slogans and services in quotation marks that differ in one character: “情暖重阳　爱在社区”, “情满重阳　爱在社区”. */
import type { Block } from '../../document/types';
import type { Span } from '../../text/span';
import { clue } from '../clues';
import type { Line } from '../collect';
import { choices } from '../report';
import type { DocumentFinding } from '../types';
import { difference } from './_cited';

export interface Slogan {
  readonly name: string;
  /** 小程序 behind a short name; `''` for a slogan. */
  readonly head: string;
  /** It is told for the name of something: “…”专场推介会, 主题为“…”. */
  readonly isTitle: boolean;
  readonly span: Span;
}

/** “某某快办”小程序, “情暖重阳　爱在社区” */
const QUOTED =
  /“(?:(?<service>[\p{Script=Han}]{4,6})”(?=(?:微信)?(?<head>小程序|公众号|客户端))|(?<slogan>[\p{Script=Han}　 ，]{7,24})”)/dgu;
/** 主题：“ */
const THEME = /(?:主题|题目|品牌|口号)(?:为|是|：)?$/;
/** ”文艺汇演 */
const OF_EVENT =
  /^(?:[\p{Script=Han}]{0,4}?)(?:活动|行动|汇演|演出|晚会|专场|推介|比赛|竞赛|大赛|论坛|品牌|工程|讲座|展览|征文)/u;
/** What makes another thing of a name: 第二, 春季, 东区; 就是 and 也是 tell two sayings. */
const OTHER_THING =
  /[一二三四五六七八九十两双百千万新老大小上下前后东西南北中春夏秋冬分总副非不无未省市县区镇乡村专我你他的也就和与]/;

const hasQuote = clue('”');

export function slogansIn(block: Block): readonly Slogan[] {
  if (!hasQuote(block)) return [];
  return [...block.text.matchAll(QUOTED)].map((match) => {
    const { service, slogan = '', head = '' } = match.groups ?? {};
    const [start = 0, end = 0] = match.indices?.groups?.[service ? 'service' : 'slogan'] ?? [];
    const isTitle =
      service !== undefined ||
      slogan.includes('　') ||
      THEME.test(block.text.slice(Math.max(0, start - 5), start - 1)) ||
      OF_EVENT.test(block.text.slice(end + 1, end + 9));
    return { name: service ?? slogan, head, isTitle, span: { start, end } };
  });
}

/** Every slogan one character of which differs from one before it, in another paragraph: side by side each is meant. */
export function* misquoted(all: readonly (Slogan & Line)[]): Iterable<DocumentFinding> {
  const byHalf = new Map<string, Slogan & Line>();
  const names = new Set<string>();
  for (const here of all) {
    const { name, head } = here;
    // two names of one length that differ in one place share a half
    const half = name.length >> 1;
    const keys = [`${name.slice(0, half)}…`, `…${name.slice(half)}`].map((part) => `${part} ${name.length} ${head}`);
    const there = names.has(name)
      ? undefined
      : keys.map((key) => byHalf.get(key)).find((each) => each && areOne(each, here));
    names.add(name);
    for (const key of keys) if (!byHalf.has(key)) byHalf.set(key, here);
    if (there) yield finding(here, there);
  }
}

function areOne(one: Slogan & Line, other: Slogan & Line): boolean {
  if (!one.isTitle && !other.isTitle) return false;
  const [left, right] = difference(one.name, other.name);
  return one.index !== other.index && left.length === 1 && right.length === 1 && !OTHER_THING.test(left + right);
}

function finding(here: Slogan & Line, there: Slogan & Line): DocumentFinding {
  return {
    block: here.index,
    span: here.span,
    severity: 'info',
    message: `前文是“${there.name}”，这里是“${here.name}”，名称不一`,
    related: [{ block: there.index, span: there.span, message: `前文“${there.name}”` }],
    fixes: [
      ...choices(here.span, there.name),
      {
        title: `前文改为“${here.name}”`,
        edits: [{ block: there.index, span: there.span, newText: here.name }],
        preferred: false,
      },
    ],
  };
}
