/** Quoted names told with their members: “三张清单”（责任清单、任务清单、问题清单）, “三治”，即自治、法治、德治. */
import type { Block } from '../../document/types';
import { matchesIn } from '../../text/matches';
import type { Span } from '../../text/span';
import { clue } from '../clues';
import { isProse, memoByBlock } from '../report';

export interface Definition {
  readonly name: string;
  /** The name without its quotation marks. */
  readonly span: Span;
  readonly members: readonly string[];
  /** From the first member to the last. */
  readonly list: Span;
}

/** “三张清单”（…） and “三张清单”工作机制，即… and “三张清单”： */
const NAME =
  /“([^“”《》，。；：、\d]{2,12})”[^，。；：、“”（）()]{0,6}(?:[（(](?:即|指)?[：:]?|，?(?:即|就是|是指|指的是)[：:]?|[：:]|——)/g;
/** What does not stand in a plain list of members. */
const NO_LIST = /等|以及其他|[！？…]|\d/;
const LONGEST_MEMBER = 14;
/** 责任清单、任务清单、问题清单, up to what ends the list */
const IN_BRACKETS = /^[^（）()]*(?=[）)])/;
const TO_STOP = /^[^，。；（）()]*(?=[。；]|$)/;
const TO_COMMA = /^[^，。；（）()]*(?=[，。；]|$)/;

const NONE: readonly never[] = [];

const namesSomething = clue('”');
const listsSomething = clue('、');

/** True where something is quoted and something listed. */
export function mayDefine(block: Block): boolean {
  return namesSomething(block) && listsSomething(block);
}

/** The definitions of a block, in order. */
export function definitionsOf(block: Block): readonly Definition[] {
  return mayDefine(block) ? kept(block) : NONE;
}

const kept = memoByBlock((block: Block): readonly Definition[] => {
  const { text } = block;
  if (!isProse(block)) return NONE;
  return matchesIn(text, NAME).flatMap((match): Definition | readonly [] => {
    const start = match.index + match[0].length;
    const inBrackets = /[（(](?:即|指)?[：:]?$/.test(match[0]);
    const pattern = inBrackets ? IN_BRACKETS : /[即指是][：:]?$/.test(match[0]) ? TO_COMMA : TO_STOP;
    const list = pattern.exec(text.slice(start))?.[0];
    const members = list === undefined || NO_LIST.test(list) || /[，；：]/.test(list) ? [] : membersIn(list);
    if (members.length < 2 || members.some((member) => member === '' || member.length > LONGEST_MEMBER)) return [];
    const name = match[1] ?? '';
    return {
      name,
      span: { start: match.index + 1, end: match.index + 1 + name.length },
      members,
      list: { start, end: start + (list?.length ?? 0) },
    };
  });
});

/** 自治、法治和德治 is three. */
function membersIn(list: string): string[] {
  const items = list.replace(/[“”‘’\s]/g, '').split('、');
  const last = items.at(-1) ?? '';
  const halves = items.length > 1 ? /^(.{2,})(?:以及|和|与|及)(.{2,})$/.exec(last) : null;
  return halves ? [...items.slice(0, -1), halves[1] ?? '', halves[2] ?? ''] : items;
}
