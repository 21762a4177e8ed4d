/** The tables of the rules: every 误例 is found by the rule of the same name, every 正例 leaves it silent, every line has a source. */
import assert from 'node:assert/strict';
import { readDraft } from '../../server/src/document/read';
import type { DocumentKind } from '../../server/src/document/types';
import { Checker } from '../../server/src/rules/engine';
import { LARGE_TABLES } from '../../server/src/rules/large-tables';
import { RULES } from '../../server/src/rules/registry';
import { columnsOf, readTable } from '../../server/src/rules/table';
import { TABLES } from '../../server/src/rules/tables';
import { activeRules, DEFAULT_SETTINGS } from '../../server/src/service/settings';

/** Rules that speak only in texts of one kind. */
const KIND_OF: Readonly<Record<string, DocumentKind>> = { 'style/vague': 'info' };

const ALL = { ...TABLES, ...LARGE_TABLES };
const linesOf = (name: keyof typeof ALL) => ALL[name].trimEnd().split('\n');

for (const name of Object.keys(ALL) as (keyof typeof ALL)[]) {
  const columns = columnsOf(name);
  describe(`表 ${name}`, () => {
    const rule = RULES.find(({ id }) => id === name);
    const found = (text: string) => {
      assert.ok(rule);
      const active = activeRules(DEFAULT_SETTINGS, new Set([rule.id]));
      const { reports, failures } = new Checker(active).check(readDraft(text, 'gongwen', KIND_OF[name] ?? 'notice'));
      assert.deepEqual([...failures.values()], []);
      return reports;
    };

    it('每行的列数不多于表头，且有来源', () => {
      for (const line of linesOf(name).slice(1)) assert.ok(line.split('\t').length <= columns.length, line);
      for (const fields of readTable(name)) assert.notEqual(fields('来源'), '', fields(columns[0] ?? ''));
    });

    it('没有重复的行', () => {
      const lines = linesOf(name);
      assert.equal(new Set(lines).size, lines.length);
    });

    if (rule && columns.includes('误例')) {
      it('误例报出，正例不报', () => {
        for (const fields of readTable(name)) {
          const bad = fields('误例').replaceAll('~', columns.includes('误') ? fields('误') : '~');
          if (bad !== '') assert.notEqual(found(bad).length, 0, `误例“${bad}”没有报出`);
          const good = columns.includes('正例') ? fields('正例') : '';
          if (good !== '') assert.equal(found(good)[0]?.message, undefined, `正例“${good}”报出`);
        }
      });
    }
  });
}
