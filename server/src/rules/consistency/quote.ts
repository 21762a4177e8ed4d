/** 带引号的名称，成员前后一致：同一个名称两处展开得不一样，或者与通行提法的成员不合。 */
import type { Draft } from '../../document/types';
import { overlaps } from '../../text/span';
import { collect, linesWhere } from '../collect';
import { differencesIn, type Formulation, type Formulations, formulationsOf } from '../policy/_members';
import { choices } from '../report';
import type { DocumentFinding, DocumentRule } from '../types';
import { type Definition, definitionsOf, mayDefine } from './_definitions';
import { isRunning } from './_lines';
import { listsBeside } from './_named-lists';

const definitionsIn = collect(definitionsOf);
/** Lines that may name a formulation beside an enumeration. */
const quotingLines = linesWhere((block) => isRunning(block) && mayDefine(block));

export const rule: DocumentRule = {
  id: 'consistency/quote',
  scope: 'document',
  gate: 'policy-wording',
  severity: 'warning',
  source: '公文校核通行做法',
  authority: 'practice',
  title: '带引号的名称，成员前后一致',
  why: '“三张清单”前面是三张，后面成了两张，或者次序、叫法变了，读的人不知以哪一处为准。',
  examples: {
    bad: [
      {
        text: '建立“三张清单”（责任清单、任务清单、问题清单）。\n落实“三张清单”（责任清单、任务清单、整改清单）。',
        found: '责任清单、任务清单、整改清单',
      },
      {
        text: '建立“三张清单”（责任清单、任务清单、问题清单）。\n落实“三张清单”（责任清单、任务清单）。',
        found: '责任清单、任务清单',
      },
      { text: '统筹推进“五位一体”（经济建设、政治建设、文化建设）总体布局。', found: '经济建设、政治建设、文化建设' },
      { text: '深化“放管服”（简政放权、优化服务、放管结合）改革。', found: '简政放权、优化服务、放管结合' },
    ],
    good: [
      '建立“三张清单”（责任清单、任务清单、问题清单）。\n落实“三张清单”（责任清单、任务清单、问题清单）。',
      '建立“三张清单”（责任清单、任务清单等）。\n落实“三张清单”（责任清单、问题清单等）。',
      '深化“放管服”（简政放权、放管结合、优化服务）改革。',
      '甲镇的“三个一”（一支队伍、一本台账、一套制度）见效快。\n乙镇的“三个一”（一条热线、一个窗口、一张网）受欢迎。',
    ],
  },
  check: (draft) => findingsIn(draft, formulationsOf()),
  withTables: (tables) => ({ ...rule, check: (draft) => findingsIn(draft, formulationsOf(tables)) }),
};

function* findingsIn(draft: Draft, formulations: Formulations): Iterable<DocumentFinding> {
  yield* besideTheirNames(draft, formulations);
  const known = new Map<string, { readonly definition: Definition; readonly block: number }>();
  for (const { index: block, block: each, items } of definitionsIn(draft)) {
    for (const definition of items) {
      const formulation = formulations.all.find(
        ({ title, names }) => title === definition.name || names.includes(definition.name),
      );
      const before = known.get(definition.name);
      if (formulation) {
        const told = toldByPolicy(each.text, definition, formulations);
        const isLonger = goesOn(each.text, definition, formulation);
        const fault = told || isLonger ? undefined : differenceFrom(definition, formulation);
        if (fault) yield { block, span: definition.list, severity: 'info', ...fault };
      } else if (!before) {
        known.set(definition.name, { definition, block });
      } else {
        const finding = differenceBetween(draft, before, { definition, block });
        if (finding) yield finding;
      }
    }
  }
}

/** 经济建设、政治建设、文化建设、社会建设、党的建设“五位一体”: told without a bracket. */
function* besideTheirNames(draft: Draft, formulations: Formulations): Iterable<DocumentFinding> {
  for (const { index, block } of quotingLines(draft)) {
    for (const named of listsBeside(block.text, formulations)) {
      const isTold =
        toldByPolicy(block.text, named, formulations) ||
        definitionsOf(block).some(({ list }) => overlaps(list, named.list));
      const full = named.formulation.members.join('、');
      if (isTold) continue;
      yield {
        block: index,
        span: named.list,
        severity: 'info',
        message: `“${named.formulation.title}”没有“${named.stranger}”，通行写法是“${full}”`,
        fixes: choices(named.list, full),
      };
    }
  }
}

/** Another rule speaks of well-known enumerations wherever they stand. */
function toldByPolicy(text: string, { list }: Pick<Definition, 'list'>, formulations: Formulations): boolean {
  return [...differencesIn(text, formulations)].some(({ span }) => overlaps(span, list));
}

/** “三严三实”即严以修身、严以用权、严以律己，谋事要实…: behind the mark the list goes on. */
function goesOn(text: string, { list }: Definition, { members }: Formulation): boolean {
  const rest = text.slice(list.end).replace(/^[，、；]/, '');
  return members.some((member) => rest.startsWith(member));
}

function differenceFrom({ members, list }: Pick<Definition, 'members' | 'list'>, formulation: Formulation) {
  const right = formulation.members;
  const strangers = members.filter((member) => !right.includes(member));
  const inOrder = members.every((member, index) => right[index] === member);
  // the words of a list that has sentences for members are told in many ways
  if (right.some((member) => member.includes('、')) || strangers.length > 1) return undefined;
  if (members.length === right.length && inOrder) return undefined;
  if (members.length - strangers.length < 2) return undefined;
  const missing = right.filter((member) => !members.includes(member));
  const fault =
    strangers.length > 0 ? `没有“${strangers[0]}”` : missing.length > 0 ? `还有“${missing.join('”“')}”` : '的次序不对';
  const full = right.join('、');
  return { message: `“${formulation.title}”${fault}，通行写法是“${full}”`, fixes: choices(list, full) };
}

interface Placed {
  readonly definition: Definition;
  readonly block: number;
}

function differenceBetween({ blocks }: Draft, first: Placed, second: Placed): DocumentFinding | undefined {
  const [one, other] = [first.definition.members, second.definition.members];
  const shared = one.filter((member) => other.includes(member)).length;
  const most = Math.max(one.length, other.length);
  // two things of one name, or nothing to tell
  if (shared < 2 || shared < most - 1 || one.join() === other.join()) return undefined;
  const what = shared < most ? '各项不一致' : '次序不一致';
  const textOf = ({ definition: { list }, block }: Placed) => blocks[block]?.text.slice(list.start, list.end) ?? '';
  return {
    block: second.block,
    span: second.definition.list,
    ...(shared < most ? {} : { severity: 'info' as const }),
    message: `“${second.definition.name}”与前面展开的${what}，前面是“${textOf(first)}”`,
    fixes: [
      ...choices(second.definition.list, textOf(first)),
      {
        title: '把前面的改成这里的写法',
        edits: [{ block: first.block, span: first.definition.list, newText: textOf(second) }],
        preferred: false,
      },
    ],
    related: [{ block: first.block, span: first.definition.list, message: '前面的写法' }],
  };
}
