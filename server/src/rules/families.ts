/** The families of rules, in the order in which lists show them. */
import type { Rule } from './types';

export const FAMILIES: Readonly<Record<string, string>> = {
  title: '标题',
  heading: '层次序数',
  form: '格式',
  punctuation: '标点',
  number: '数字',
  wording: '用词',
  grammar: '语法',
  style: '文风',
  policy: '提法',
  info: '信息',
  consistency: '前后一致',
  residue: '旧稿残留',
  leftover: '残留',
};

/** The part of a rule's id before the slash. */
export function familyOf({ id }: Pick<Rule, 'id'>): string {
  return id.slice(0, id.indexOf('/'));
}
