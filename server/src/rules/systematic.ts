/** Tells a fault that runs through the whole draft once, not at each place. */
import type { Report } from './active';
import { MANY, type Rule } from './types';

/** Of many findings of one group of a systematic rule the first stays and stands for the others. */
export function gatherSystematic(reports: readonly Report[]): readonly Report[] {
  const groups = new Map<Rule, Map<string, Report[]>>();
  for (const report of reports) {
    const { rule, group = '' } = report;
    if (!rule.systematic) continue;
    const ofRule = groups.get(rule) ?? new Map<string, Report[]>();
    groups.set(rule, ofRule);
    const list = ofRule.get(group);
    if (list) list.push(report);
    else ofRule.set(group, [report]);
  }
  return reports.flatMap((report) => {
    const { rule, group = '', message } = report;
    const list = groups.get(rule)?.get(group);
    if (!list || list.length < (report.toldOnceFrom ?? MANY)) return report;
    if (list[0] !== report) return [];
    return { ...report, message: `${message}（全文共${list.length}处）`, others: list.slice(1) };
  });
}
