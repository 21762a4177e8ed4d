/** Written cases: each `test/cases/<family>/<name>.yaml` tells what one rule says of many short drafts, two thirds of them right ones. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { readDraft } from '../../server/src/document/read';
import type { DocumentKind } from '../../server/src/document/types';
import { Checker } from '../../server/src/rules/engine';
import { RULES } from '../../server/src/rules/registry';
import { fixText } from '../../server/src/service/fix-all';
import { activeRules, parseSettings } from '../../server/src/service/settings';

interface Case {
  readonly name: string;
  readonly text: string;
  readonly kind?: DocumentKind;
  /** The words that each finding marks, in order of the text; empty where the draft is right. */
  readonly finds: readonly string[];
  /** The text after every preferred fix; left out when no fix is preferred. */
  readonly fixed?: string;
  /** The unit's own profile, as `biganzi.profile` holds it. */
  readonly profile?: Readonly<Record<string, unknown>>;
}

const FIELDS = new Set(['name', 'text', 'kind', 'finds', 'fixed', 'profile']);
const FOLDER = 'test/cases';

const files = existsSync(FOLDER) ? readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }) : [];
for (const file of files.filter((each) => each.endsWith('.yaml')).sort()) {
  const id = file.slice(0, -'.yaml'.length).split(path.sep).join('/');
  const cases: readonly Case[] = parse(readFileSync(path.join(FOLDER, file), 'utf8'));
  describe(`案例 ${id}`, () => {
    const rule = RULES.find((each) => each.id === id);

    it('三分之二是形似而实对的', () => {
      const good = cases.filter(({ finds }) => finds.length === 0).length;
      assert.ok(good * 3 >= cases.length * 2, `${cases.length}例里只有${good}例是对的`);
    });

    for (const each of cases) {
      it(`${each.finds.length > 0 ? '误' : '正'}：${each.name}`, () => {
        assert.ok(rule, `没有规则 ${id}`);
        for (const field of Object.keys(each)) assert.ok(FIELDS.has(field), `没有这一项：${field}`);
        const { text, kind, finds, fixed, profile } = each;
        const settings = parseSettings({ severity: { [id]: rule.severity }, profile });
        const only = activeRules(settings, new Set([id]));
        const draft = readDraft(text, 'gongwen', kind);
        const { reports, failures } = new Checker(only).check(draft);
        assert.deepEqual([...failures.values()], []);
        const marked = reports.map(({ block, span }) => draft.blocks[block]?.source.slice(span.start, span.end));
        const told = reports.map(({ message }) => message).join('\n');
        assert.deepEqual(marked, finds, told);
        assert.equal(fixText(text, only, 'gongwen', kind).text, fixed ?? text);
      });
    }
  });
}
