/** Campaigns and the bodies that lead them, named with a word more or less: “百日攻坚”行动, “百日攻坚战”行动. */

import type { Block } from '../../document/types';
import { matchesIn } from '../../text/matches';
import type { Span } from '../../text/span';
import { clue } from '../clues';
import type { Line } from '../collect';
import { choices } from '../report';
import type { DocumentFinding } from '../types';
import { areAlike } from '../wording/_alike';
import { difference } from './_cited';
import { unquoted } from './_lines';

export interface Named {
  readonly kind: 'campaign' | 'body';
  /** 百日攻坚; for a body the clause up to its last character */
  readonly name: string;
  /** What is done or who does it: 行动, 领导小组 */
  readonly head: string;
  readonly span: Span;
}

/** “百日攻坚”专项行动 */
const CAMPAIGN = /“(?<name>[\p{Script=Han}]{4,14})”(?:专项|集中|主题)?(?<head>行动|活动|工程|计划|攻坚战|竞赛|改革)/dgu;
/** 清江县森林草原防灭火指挥部 */
const BODY = /(?<name>[\p{Script=Han}]{6,30}?(?<head>领导小组|指挥部|联席会议|工作专班|委员会))/dgu;
/** 人民代表大会常务委员会, 村民委员会 are spoken of in many ways. */
const ELECTED = /人民代表大会|人大|村民|居民|业主|选举/;
/** What joins words and is no part of a name: 市人民代表大会及其常务委员会. */
const FUNCTION_WORD = /[的和与及其各该本有可应或负由在对将为被]|领导|通过|[设建]立|成立|组建/;
/** 市主管部门审批前应当听取专家委员会: a clause and no name. */
const CLAUSE = /应当|应该|听取|会同/;
/** What makes another thing of a name: 第二, 春季, 东区. */
const OTHER_THING = /[一二三四五六七八九十两双百千万新老大小上下前后东西南北中春夏秋冬分总副非不未省市县区镇乡村专]/;

const hasQuote = clue('”');
const hasBody = clue('组挥席班会');

export function namedIn(block: Block): readonly Named[] {
  const { text } = block;
  const found: Named[] = [];
  const add = (kind: Named['kind'], words: string, pattern: RegExp) => {
    for (const match of matchesIn(words, pattern)) {
      const { name = '', head = '' } = match.groups ?? {};
      const [start = 0, end = 0] = match.indices?.groups?.name ?? [];
      found.push({ kind, name, head, span: { start, end } });
    }
  };
  if (hasQuote(block)) add('campaign', text, CAMPAIGN);
  if (hasBody(block) && /小组|指挥部|联席|专班|委员会/.test(text)) add('body', unquoted(block), BODY);
  return found;
}

/** Every name that has a word more or less than one before it. */
export function* renamed(all: readonly (Named & Line)[]): Iterable<DocumentFinding> {
  const told = new Set<string>();
  for (const [order, here] of all.entries()) {
    for (const there of all.slice(0, order)) {
      if (here.kind !== there.kind || here.head !== there.head) continue;
      const pair = here.kind === 'campaign' ? campaigns(here, there) : bodies(here, there);
      if (!pair || told.has(pair.mine)) continue;
      told.add(pair.mine).add(pair.theirs);
      yield finding(here, there, pair);
      break;
    }
  }
}

/** The two names, as they are shown and mended. */
interface Pair {
  readonly mine: string;
  readonly theirs: string;
}

function campaigns(here: Named, there: Named): Pair | undefined {
  const [mine, theirs] = [here.name, there.name];
  const [left, right] = difference(mine, theirs);
  if (mine === theirs || left.length > 1 || right.length > 1 || OTHER_THING.test(left + right)) return undefined;
  return left === '' || right === '' || areAlike(left, right) ? { mine, theirs } : undefined;
}

/** The stretch that one of two names has and the other has not, at whatever place. */
function wordMore(one: string, other: string): string | undefined {
  const [longer, shorter] = one.length > other.length ? [one, other] : [other, one];
  let start = 0;
  while (start < shorter.length && longer[start] === shorter[start]) start++;
  const length = longer.length - shorter.length;
  return length > 0 && longer.slice(start + length) === shorter.slice(start)
    ? longer.slice(start, start + length)
    : undefined;
}

/** 县森林草原防灭火指挥部, 县森林防灭火指挥部: the level, some characters, a word more or less, the same end. */
const LEVEL = /(?:国务院|全国|国家|中央|[省市县区州旗]|[镇乡](?!村))(?!.*(?:[省市县区州旗]|[镇乡](?!村)))/;

function bodies(here: Named, there: Named): Pair | undefined {
  const [mine, theirs] = [fromLevel(here.name), fromLevel(there.name)];
  if (mine === undefined || theirs === undefined) return undefined;
  const [own, other] = [core(mine, here.head), core(theirs, here.head)];
  if (Math.min(own.length, other.length) < 4 || ELECTED.test(own) || CLAUSE.test(own)) return undefined;
  if (own === other) return mine === theirs ? undefined : { mine, theirs };
  const more = wordMore(own, other);
  if (more === undefined || more.length > 2 || OTHER_THING.test(more) || FUNCTION_WORD.test(more)) return undefined;
  // 市设立专家委员会: a verb behind the level
  if ([own, other].some((name) => name.slice(1).startsWith(more)) && own[0] === other[0]) return undefined;
  // 奖励委员会 and 奖励评审委员会 are two
  const isLast = own.endsWith(more) !== other.endsWith(more);
  return isLast && !GENERAL.test(more) ? undefined : { mine, theirs };
}

/** Words that a name may do without wherever it ends. */
const GENERAL = /^(?:战略|行动|活动)$/;

/** 县乡村振兴 of 县乡村振兴工作领导小组 */
function core(name: string, head: string): string {
  return name.slice(0, -head.length).replace(/工作$/, '');
}

/** 县森林防灭火指挥部 of 成立清江县森林防灭火指挥部 */
function fromLevel(name: string): string | undefined {
  const at = LEVEL.exec(name)?.index;
  return at === undefined ? undefined : name.slice(at);
}

function finding(here: Named & Line, there: Named & Line, { mine, theirs }: Pair): DocumentFinding {
  const spanOf = ({ span: { end } }: Named, words: string) => ({ start: end - words.length, end });
  const [at, before] = [spanOf(here, mine), spanOf(there, theirs)];
  return {
    block: here.index,
    span: at,
    severity: 'info',
    message: `前文是“${theirs}”，这里是“${mine}”，名称不一`,
    related: [{ block: there.index, span: before, message: `前文“${theirs}”` }],
    fixes: [
      ...choices(at, theirs),
      {
        title: `前文改为“${mine}”`,
        edits: [{ block: there.index, span: before, newText: mine }],
        preferred: false,
      },
    ],
  };
}
