/** Whatever is typed, deleted or pasted: a draft read line by line as it changes equals the draft read afresh. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DraftReader, readDraft } from '../../server/src/document/read';
import type { Draft, Language } from '../../server/src/document/types';
import { Checker } from '../../server/src/rules/engine';
import { activeRules, DEFAULT_SETTINGS } from '../../server/src/service/settings';

const RUNS = 30;
const EDITS = 40;

/** What writers paste and type; some of it makes or breaks titles, headings, signatures and Markdown. */
const SNIPPETS = [
  '在全区办公室工作会议上的讲话',
  '关于做好防汛工作的通知',
  '（2024年7月5日）',
  '同志们：',
  '各镇人民政府，区直各部门：',
  '一、提高认识',
  '二、突出重点。要抓好落实。',
  '三、加强领导',
  '（一）抓好调查研究。多到基层去。',
  '(二)抓好督促检查',
  '1.办文要严谨',
  '1、办会要周密',
  '2．办事要稳妥',
  '第一章　总则',
  '第一条　为了规范公文处理，制定本办法。',
  '一是加强学习；二是改进作风；三是严守纪律。',
  '首先，要摸清底数。其次，要分类施策。',
  '二O二四年，全区工作稳中有进。',
  '办公室工作千头万绪,必须统筹安排.',
  '他说：“要抓好《办法》的落实。',
  '附件：1. 任务分工表',
  '附件1',
  '全区先进事迹材料 篇2',
  '江北区人民政府办公室',
  '2024年7月5日',
  '　　',
  '# 总体要求',
  '```',
  '[链接](https://example.org/a)',
  '---',
  '\u{20000}字与\u{1F600}',
  '\uD800',
  '，',
  '。',
  '”',
  ' ',
];
const LINE_ENDS = ['\n', '\r\n', '\r'];

interface Edit {
  /** Where it starts and how much it takes away, as shares of the text. */
  readonly at: number;
  readonly length: number;
  readonly wholeLines: boolean;
  readonly inserted: readonly string[];
  readonly lineEnd: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.double({ min: 0, max: 0.3, noNaN: true })),
  wholeLines: fc.boolean(),
  inserted: fc.array(fc.constantFrom(...SNIPPETS), { maxLength: 4 }),
  lineEnd: fc.constantFrom(...LINE_ENDS),
});

function apply(text: string, { at, length, wholeLines, inserted, lineEnd }: Edit): string {
  const toLine = (offset: number) => (wholeLines ? Math.max(0, text.lastIndexOf('\n', offset)) : offset);
  const start = toLine(Math.floor(at * text.length));
  const end = Math.max(start, toLine(Math.min(text.length, start + Math.floor(length * text.length))));
  const words = inserted.join(lineEnd);
  return text.slice(0, start) + (wholeLines && words !== '' ? lineEnd + words : words) + text.slice(end);
}

function findings(checker: Checker, draft: Draft): unknown {
  const { reports, failures } = checker.check(draft);
  assert.deepEqual([...failures.keys()], []);
  return reports.map(({ rule, severity, block, span, message, fixes, related, others }) => ({
    rule: rule.id,
    severity,
    block,
    span,
    message,
    fixes,
    related,
    others: others.map((other) => ({ block: other.block, span: other.span })),
  }));
}

describe('增量与全量一致', function () {
  this.timeout(60_000);
  const rules = activeRules(DEFAULT_SETTINGS);

  for (const language of ['gongwen', 'markdown'] as const satisfies Language[]) {
    it(`${language}：随意编辑${RUNS * EDITS}次，问题与大纲同重新检查一样`, () => {
      const text = fc.array(fc.constantFrom(...SNIPPETS), { maxLength: 40 }).map((lines) => lines.join('\n'));
      fc.assert(
        fc.property(text, fc.array(edit, { minLength: EDITS, maxLength: EDITS }), (start, edits) => {
          const reader = new DraftReader(language);
          const checker = new Checker(rules);
          let current = start;
          findings(checker, reader.read(current));
          edits.forEach((each, index) => {
            current = apply(current, each);
            const draft = reader.read(current);
            const kept = findings(checker, draft);
            if (index % 4 !== 3) return;
            const fresh = readDraft(current, language);
            assert.deepEqual(draft, fresh);
            assert.deepEqual(kept, findings(new Checker(rules), fresh));
          });
        }),
        { numRuns: RUNS },
      );
    });
  }

  it('没有改动的行还是同一个块', () => {
    const reader = new DraftReader();
    const before = reader.read('关于做好防汛工作的通知\n\n一、提高认识\n要抓好落实。\n二、加强领导\n');
    const after = reader.read('关于做好防汛工作的通知\n\n一、提高认识\n新的一行。\n要抓好落实。\n二、加强领导\n');
    assert.equal(after.blocks[2], before.blocks[2]);
    assert.equal(after.blocks[4], before.blocks[3]);
    assert.equal(after.blocks[5], before.blocks[4]);
  });
});
