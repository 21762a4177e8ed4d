/** Every built-in template, filled with its sample, is a document of its kind in which our own rules find only gaps. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readDraft } from '../../server/src/document/read';
import type { OutlineNode } from '../../server/src/document/types';
import { Checker } from '../../server/src/rules/engine';
import { layOut as formatterEdits } from '../../server/src/service/format/layout';
import { activeRules, DEFAULT_SETTINGS } from '../../server/src/service/settings';
import { CalendarDate, fillTemplate, layOut, sampleValues, toSnippet, toText } from '../../server/src/templates';
import { countHan } from '../../server/src/text/chars';
import { CATALOGUE, SAMPLE_PROFILE } from './support/catalogue';
import { readSnippet } from './support/snippet';

/** An ordinary day, the last of a year and the first: dates reckoned from today must stay right. */
const DAYS = [new Date(2026, 10, 22), new Date(2026, 11, 31), new Date(2028, 0, 1)].map(CalendarDate.today);
const GAPS_RULE = 'leftover/placeholder';
/** A skeleton shorter than this is no help to a writer. */
const FEWEST_HAN = 150;
const FEWEST_COMMENTS = 3;

describe('内置模板', () => {
  it('都读得懂', () => {
    assert.deepEqual(CATALOGUE.faulty, []);
  });
  it('标题不重复', () => {
    const titles = CATALOGUE.templates.map(({ template }) => template.title);
    assert.equal(new Set(titles).size, titles.length);
  });
  it('说明文档里都列了', () => {
    const page = readFileSync('docs/templates.md', 'utf8');
    const missing = CATALOGUE.templates.filter(({ template }) => !page.includes(template.title));
    assert.deepEqual(missing, []);
  });
});

for (const { path, template } of CATALOGUE.templates) {
  describe(`内置模板 ${path}`, () => {
    const filledOn = (day: CalendarDate) => fillTemplate(template, sampleValues(template, SAMPLE_PROFILE, day));
    const [today] = DAYS as [CalendarDate, ...CalendarDate[]];
    const text = toText(filledOn(today));

    it('字段都用上了，必填的都有样例，每处填空之外有写作说明', () => {
      const unused = template.fields.filter(({ name }) => !template.used.has(name));
      assert.deepEqual(unused, []);
      const empty = template.fields.filter((field) => field.sample === undefined && field.default === undefined);
      assert.deepEqual(empty, []);
      assert.ok((template.source.match(/\{\{!--/g)?.length ?? 0) >= FEWEST_COMMENTS);
    });

    it('言之有物，没有漏出来的模板记号', () => {
      assert.ok(countHan(text) >= FEWEST_HAN, `只有${countHan(text)}字`);
      assert.doesNotMatch(text, /\{\{|\}\}|--|undefined|null|\[object/);
      assert.doesNotMatch(text, /\n{3}|[ \t　]\n/);
    });

    for (const day of DAYS) {
      it(`${day}填样例：文种对，只报未填的空`, () => {
        const draft = readDraft(toText(filledOn(day)));
        assert.equal(draft.kind, template.kind);
        const { reports, failures } = new Checker(activeRules(DEFAULT_SETTINGS)).check(draft);
        assert.deepEqual([...failures.values()], []);
        const others = reports
          .filter(({ rule }) => rule.id !== GAPS_RULE)
          .map(({ rule, message, block }) => `${rule.id} ${message}：${draft.blocks[block]?.source}`);
        assert.deepEqual(others, []);
      });
    }

    it('结构层次依次排列', () => {
      const inOrder = (nodes: readonly OutlineNode[]) => {
        const numbered = nodes.filter(({ heading, inline }) => heading && !inline);
        const values = numbered.map(({ heading }) => heading?.value ?? 0);
        // the numbers of 条 run on through all chapters
        const first = numbered[0]?.heading?.style === 'article' ? values[0] : 1;
        assert.deepEqual(
          values,
          values.map((_, index) => (first ?? 1) + index),
        );
        for (const { children } of nodes) inOrder(children);
      };
      inOrder(readDraft(text).outline);
    });

    it('每一处空都报得出', () => {
      const draft = readDraft(text);
      const rules = activeRules(DEFAULT_SETTINGS, new Set([GAPS_RULE]));
      const { reports } = new Checker(rules).check(draft);
      draft.blocks.forEach(({ source }, index) => {
        for (const { index: at, 0: gap } of source.matchAll(/【填：[^】]*】/g)) {
          const told = reports.some(({ block, span }) => block === index && span.start <= at && span.end >= at + 2);
          assert.ok(told, gap);
        }
      });
    });

    it('按设置去掉空行、段首的空格，再格式化也没有可改的', () => {
      for (const style of [
        { blankLines: 'none', indent: 'keep' },
        { blankLines: 'none', indent: 'none' },
      ] as const) {
        const inserted = toText(layOut(filledOn(today), style));
        assert.equal(inserted.replace(/[\n　]/g, ''), text.replace(/[\n　]/g, ''));
        assert.deepEqual(formatterEdits(readDraft(inserted), style), []);
      }
    });

    it('代码片段与正文一字不差', () => {
      const snippet = readSnippet(toSnippet(filledOn(today)));
      assert.equal(snippet.text, text);
      assert.equal(snippet.stops.at(-1), 0);
    });
  });
}
