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
const byMember = new Map<string, readonly Division[]>();

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
  const [one = '', other] = labels;
  // 采纳 and 未采纳
  if (labels.length === 2 && [`未${one}`, `不${one}`, `非${one}`].includes(other ?? ''))
    return { members: labels, whole: true };
  const end = labels.length > 1 ? commonEnd(labels) : 0;
  // 城镇 and 乡村 of 城镇人口 and 乡村人口
  for (let cut = 0; cut <= end; cut++) {
    const bare = cut === 0 ? labels : labels.map((label) => label.slice(0, label.length - cut));
    const found = divisionsWith(bare[0] ?? '').find(
      ({ members, whole }) =>
        (!all || !whole || bare.length === members.length) && bare.every((label) => members.includes(label)),
    );
    if (found) return found;
  }
  return undefined;
}

function divisionsWith(member: string): readonly Division[] {
  if (byMember.size === 0)
    for (const division of allDivisions())
      for (const each of division.members) byMember.set(each, [...(byMember.get(each) ?? []), division]);
  return byMember.get(member) ?? [];
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
    [...allDivisions().flatMap(({ whole, members: [member = ''] }) => (whole ? [member] : [])), '[，、；][未不非]']
      .map((member) => `${member}[\\p{Script=Han}]{0,4}\\d`)
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
  const end = commonEnd(labels);
  return end > 0 && labels.every((label) => !OVERLAPPING.test(label.slice(0, -end)));
}

/** 柳河镇, 双桥乡, 东街社区 */
const PLACE = /[省市县区乡镇村旗州]$|街道$/;

export function arePlaces(labels: readonly string[]): boolean {
  return labels.every((label) => PLACE.test(label));
}

/** So far from the total a list of all there is may be for a slip of the pen: of one kind, and of several. */
const NEAR = { above: '0.15', below: '0.1', mixed: '0.08', two: '0.005' };

/**
 * True where the parts may be meant to be all there is: told by name, without overlap, and near the whole. What is left
 * over is less than the least of them, for what is picked out of a whole is the largest.
 */
export function mayMakeAll(parts: readonly Part[], total: Big, sum: Big): boolean {
  const labels = parts.map(({ label }) => label);
  const alike = areAlike(labels) || arePlaces(labels);
  const off = sum.minus(total);
  if (alike && off.gt(0)) return true;
  const fewest = commonEnd(labels) > 1 ? 2 : 3;
  if (new Set(labels).size < labels.length) return false;
  // 好评38571条、差评61条 of 38642条
  if (labels.length < fewest && !(alike && labels.length === 2 && off.abs().div(total).lte(NEAR.two))) return false;
  if (labels.some((label) => OVERLAPPING.test(label))) return false;
  const part = off.abs().div(total);
  if (off.gt(0)) return part.lte(NEAR.above);
  return part.lte(alike ? NEAR.below : NEAR.mixed) && parts.every(({ quantity }) => quantity.value.gt(off.abs()));
}

/** 随迁子女 and 留守儿童 of 随迁子女和留守儿童共93人: what a total is told of. */
export function membersOf(before: string): readonly string[] {
  const members = /共|合计|总/.test(before) ? before.split(/[、和与及]/) : [];
  return members.length > 1 ? members : [];
}

/** True where the parts are called what the total is told of, each once; who is 党员 may be 困难 as well. */
export function areNamed(labels: readonly string[], members: readonly string[]): boolean {
  return (
    labels.length === members.length &&
    labels.every(
      (label, index) =>
        label.length > 1 && members[index]?.includes(label) && !OVERLAPPING.test(label.replace('子女', '')),
    )
  );
}

/** 由县财政承担30万元，乡镇自筹18万元 */
const PAID_BY = /(?:承担|负担|自筹|自理|配套|补助|出资|解决)$/;
const PAID_SELF = /(?:承担|负担|自筹|自理)$/;

/** True for shares of a cost, each told by who pays it; with `all`, for those that leave none. */
export function areShares(labels: readonly string[], all = false): boolean {
  return (
    labels.length > 1 &&
    labels.every((label) => PAID_BY.test(label)) &&
    (!all || labels.some((label) => PAID_SELF.test(label)))
  );
}

/** 已竣工, 正在建设, 尚未开工 */
const STATE = /^(?:均?(已)|正?(在)|[尚仍暂还]?(未))/;

/** True for states of one thing; with `all`, for those that leave no other: 已签约 and 未签约. */
export function isPartition(labels: readonly string[], all = false): boolean {
  const states = labels.map((label) => STATE.exec(label)?.slice(1).join(''));
  if (states.includes(undefined)) return false;
  return !all || (states.includes('已') && states.includes('未') && new Set(states).size === states.length);
}

const NOTHING = new Big(0);

export function sumOf(quantities: readonly Quantity[]): Big {
  return quantities.reduce((to, { value }) => to.plus(value), NOTHING);
}

/** What the rounding of all of them allows. */
export function loosenessOf(quantities: readonly Quantity[]): Big {
  return quantities.reduce((to, { step }) => to.plus(step.div(2)), NOTHING);
}
