/** `biganzi rules`: every rule with its fields. */
import { RULES } from '../rules/registry';
import { AUTHORITIES, type Rule, SEVERITIES } from '../rules/types';
import type { ListFormat } from './outline';
import { print, printJson } from './output';

/** Of the longest id and a gap. */
const WIDTH = Math.max(...RULES.map(({ id }) => id.length)) + 2;

export function rules({ format }: { format: ListFormat }): number {
  if (format === 'json') printJson({ version: 1, rules: RULES.map(plainRule) });
  else print(RULES.map(lineOf).join('\n'));
  return 0;
}

/** All that a rule says of itself; `fixable` where a bad example shows a fix. */
function plainRule({ check: _, ...fields }: Rule): object {
  return { fixAll: false, systematic: false, options: {}, ...fields, fixable: isFixable(fields) };
}

function isFixable({ examples }: Pick<Rule, 'examples'>): boolean {
  return examples.bad.some(({ fixed }) => fixed !== undefined);
}

/** `heading/sequence  错误  规定  结构层次序数连续` */
function lineOf({ id, severity, authority, title }: Rule): string {
  return `${id.padEnd(WIDTH)}${SEVERITIES[severity]}　${AUTHORITIES[authority]}　${title}`;
}
