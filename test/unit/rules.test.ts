/** Every example of every rule is a test: the bad ones are found and mended, the good ones leave the rule silent. */
import assert from 'node:assert/strict';
import { readDraft } from '../../server/src/document/read';
import { Checker } from '../../server/src/rules/engine';
import { RULES } from '../../server/src/rules/registry';
import type { Word } from '../../server/src/segment/types';
import { fixText } from '../../server/src/service/fix-all';
import { activeRules, DEFAULT_SETTINGS } from '../../server/src/service/settings';

/** 大家 要 戒 娇 戒 躁: the words of a line, each with some part of speech. */
function wordsFrom(segmented: string): Word[] {
  let start = 0;
  return segmented.split(' ').map((word) => {
    const span = { start, end: start + word.length };
    start = span.end;
    return { span, tag: 'n' };
  });
}

for (const rule of RULES) {
  describe(`规则 ${rule.id}`, () => {
    const settings = { ...DEFAULT_SETTINGS, severity: { [rule.id]: rule.severity } };
    const plain = activeRules(settings, new Set([rule.id]));
    const check = (text: string, kind?: Parameters<typeof readDraft>[2], only = plain, segmented?: string) => {
      const draft = readDraft(text, 'gongwen', kind);
      const { reports, failures } = new Checker(only, () => (segmented ? wordsFrom(segmented) : undefined)).check(
        draft,
      );
      assert.deepEqual([...failures.values()], []);
      return { draft, reports };
    };

    it('只有规定或确定的错字才是错误', () => {
      if (rule.severity === 'error') assert.equal(rule.authority, 'binding');
    });

    for (const { text, found, fixed, kind, profile, segmented } of rule.examples.bad) {
      const only = profile ? activeRules({ ...settings, profile }, new Set([rule.id])) : plain;
      it(`误例：${text.slice(0, 30)}`, () => {
        const { draft, reports } = check(text, kind, only, segmented);
        const [first] = reports;
        assert.ok(first, '没有报出');
        const source = draft.blocks[first.block]?.source ?? '';
        assert.equal(source.slice(first.span.start, first.span.end), found);
        for (const { fixes = [] } of reports) assert.ok(fixes.filter(({ preferred }) => preferred).length <= 1);
        const result = fixText(text, only, 'gongwen', kind);
        assert.equal(result.text, fixed ?? text);
      });
    }

    for (const example of rule.examples.good) {
      const { text, kind, segmented } = typeof example === 'string' ? { text: example } : example;
      it(`正例：${text.slice(0, 30)}`, () => {
        assert.deepEqual(
          check(text, kind, plain, segmented).reports.map(({ message }) => message),
          [],
        );
      });
    }

    it('十万字的长行不拖垮', function () {
      this.timeout(5000);
      for (const unit of [
        '一是加强领导，“落实”《意见》（试行）1.5%，',
        '。，、',
        '（（（“““《',
        '123456',
        '二O二四年',
        '——……',
      ])
        check(unit.repeat(Math.ceil(100_000 / unit.length)));
    });
  });
}
