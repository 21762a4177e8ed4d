/** The parts of a whole, by what they are called: 男 and 女, 税收收入 and 非税收入. */
import Big from 'big.js';
import words from '../../../data/count-words.json';
import { readTable, wordsOf } from '../table';
import type { Quantity } from './_quantities';

/** What a part is called and how much it is. */
export interface Part {
  readonly label: string;
  readonly quantity: Quantity;
}

/** Labels that exclude each other; `whole` where together they are all there is. */
export interface Division {
  readonly members: readonly string[];
  readonly whole: boolean;
}

let divisions: readonly Division[] | undefined;
let allMembers: readonly string[] | undefined;

function allDivisions(): readonly Division[] {
  divisions ??= readTable('consistency/parts').map((fields) => ({
    members: wordsOf(fields('members')),
    whole: fields('whole') === '是',
  }));
  return divisions;
}

/** The division all labels belong to, each once; with all its members where it is a whole one. */
export function divisionOf(labels: readonly string[], all = true): Division | undefined {
  if (new Set(labels).size !== labels.length) return undefined;
  const end = labels.length > 1 ? commonEnd(labels) : 0;
  return allDivisions().find(({ members, whole }) => {
    if (all && whole && labels.length !== members.length) return false;
    const has = (cut: number) => labels.every((label) => members.includes(label.slice(0, label.length - cut)));
    // 城镇 and 乡村 of 城镇人口 and 乡村人口
    for (let cut = 0; cut <= end; cut++) if (has(cut)) return true;
    return false;
  });
}

/** How many characters all labels end in. */
function commonEnd([first = '', ...others]: readonly string[]): number {
  let length = 0;
  while (length < first.length && others.every((other) => other.at(-1 - length) === first.at(-1 - length))) length++;
  return length;
}

let first: RegExp | undefined;

/** False for a line that names no part of a whole division: all but few are. */
export function mentionsWhole(text: string): boolean {
  first ??= new RegExp(
    allDivisions()
      .filter(({ whole }) => whole)
      .map(({ members: [member = ''] }) => `${member}[\\p{Script=Han}]{0,4}\\d`)
      .join('|'),
    'u',
  );
  return first.test(text);
}

/** The first label of a list may have words before it: 评议结果优秀. */
export function ownLabel(label: string): string {
  allMembers ??= allDivisions()
    .flatMap((division) => division.members)
    .sort((a, b) => b.length - a.length);
  return allMembers.find((member) => label.endsWith(member)) ?? label;
}

/** Labels that overlap with others: 党员, 女同志, 高级职称. */
const OVERLAPPING = new RegExp(words.overlapping.words.replaceAll(' ', '|'));

/** 党委会6次、办公会5次: of one kind, and one is not in the other. */
export function areAlike(labels: readonly string[]): boolean {
  return labels.every((label) => label.at(-1) === labels[0]?.at(-1) && !OVERLAPPING.test(label));
}

const NOTHING = new Big(0);

export function sumOf(quantities: readonly Quantity[]): Big {
  return quantities.reduce((to, { value }) => to.plus(value), NOTHING);
}

/** What the rounding of all of them allows. */
export function loosenessOf(quantities: readonly Quantity[]): Big {
  return quantities.reduce((to, { step }) => to.plus(step.div(2)), NOTHING);
}
