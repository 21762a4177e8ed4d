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

/** Several documents in one file, with something in them for every rule that looks at more than one line. */
const COLLECTION = [
  '桐庐县人民政府关于做好2026年防汛工作的通知',
  '各镇人民政府、各街道办事处，县政府各部门：',
  '　　今年（2025年）是“十五五”规划的开局之年，我县由县发展和改革委员会（以下简称“县发改委”）牵头，请于3月1日前报送。',
  '　　一、提高认识。下面讲三点意见：一是加强学习，二是改进作风。',
  '　　富阳区要压实责任，桐庐县委书记王建国主持会议，县发展改革委配合。会议定于3月12日（星期三）召开。',
  '　　二、突出重点。一方面要摸清底数。做到“四个到位”：责任到位、人员到位、措施到位。',
  '　　共16人，其中男10人、女5人。第一批名单已经公布，第2批下月公布。全年完成投资三十亿元，比去年增长百分之十以上，高于全省平均水平。',
  '　　（一）抓好调查研究。“三张清单”（责任清单、任务清单、问题清单）要用好。依照《河道条例》第五条、《河道条例》第6条执行。',
  '附件：1. 任务分工表',
  '　　　2. 联系人名单',
  '桐庐县人民政府',
  '2026年3月5日',
  '附件1',
  '任务分工表',
  '　　县委书记王建军强调，要抓好落实，作出贡献、做出贡献。“三张清单”（责任清单、任务清单、负面清单）见附件2。',
  '　　全年完成投资三十亿元，比去年增长百分之十以上，高于全省平均水平。',
  '在全县办公室工作会议上的讲话',
  '（2024年7月5日）',
  '同志们：',
  '　　第一，要办文，“办文要严谨。去年我县获奖3项，其中5项是省级；首先，要办会。',
  '　　第三，要办事，他说：“要抓好《办法》的落实。',
  '关于申请经费的请示',
  '市财政局：',
  '　　你县来函收悉。到“十四五”末，力争完成投资12.36亿元，共12.36万元。特此通知。妥否，请批示。',
  '桐庐县教育局',
  '2025年6月31日',
];

interface LineEdit {
  readonly document: number;
  readonly at: number;
  readonly how: 'type' | 'split' | 'join' | 'delete' | 'move' | 'insert' | 'title' | 'undo' | 'two-places';
  readonly unchecked: boolean;
}

const lineEdit: fc.Arbitrary<LineEdit> = fc.record({
  document: fc.constantFrom(0, 0, 0, 1),
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  how: fc.constantFrom('type', 'type', 'split', 'join', 'delete', 'move', 'insert', 'title', 'undo', 'two-places'),
  unchecked: fc.nat(5).map((number) => number === 0),
});

/** The lines after an edit; what is deleted may come back from the collection. */
function edited({ lines, before }: { lines: string[]; before: string[] }, { at, how }: LineEdit): string[] {
  const line = Math.floor(at * lines.length);
  const other = (line * 7 + 3) % Math.max(1, lines.length);
  const own = lines[line] ?? '';
  const middle = Math.floor(own.length / 2);
  const put = (count: number, ...texts: string[]) => lines.toSpliced(line, count, ...texts);
  if (how === 'undo') return before;
  if (how === 'type') return put(1, `${own.slice(0, middle)}新${own.slice(middle)}`);
  if (how === 'split') return put(1, own.slice(0, middle), own.slice(middle));
  if (how === 'join') return put(2, own + (lines[line + 1] ?? ''));
  if (how === 'delete') return put(1);
  if (how === 'title') return put(0, COLLECTION[[0, 16, 21][line % 3] ?? 0] ?? '');
  if (how === 'insert') return put(0, COLLECTION[(line * 11 + 5) % COLLECTION.length] ?? '');
  if (how === 'two-places') return put(1, `${own}，`).toSpliced(other, 1, `　　${lines[other]}`);
  return lines.toSpliced(line, 1).toSpliced(other, 0, own);
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

  it(`两份多篇文稿轮流编辑${RUNS * EDITS}次，问题同重新检查一样`, () => {
    const own = rules.map((active) =>
      active.rule.scope === 'document' && active.rule.withProfile
        ? { ...active, rule: active.rule.withProfile({ 本地区名: '桐庐县', 上级地区: '浙江省杭州市' }) }
        : active,
    );
    fc.assert(
      fc.property(fc.array(lineEdit, { minLength: EDITS, maxLength: EDITS }), (edits) => {
        const checker = new Checker(own);
        const documents = [COLLECTION, [...COLLECTION].reverse()].map((lines) => ({
          reader: new DraftReader(),
          lines,
          before: lines,
        }));
        edits.forEach((each, index) => {
          const document = documents[each.document];
          if (!document) return;
          const lines = edited(document, each);
          document.before = document.lines;
          document.lines = lines;
          const draft = document.reader.read(lines.join('\n'));
          // a text may be read again before it is checked
          if (each.unchecked) return;
          const kept = findings(checker, draft);
          if (index % 3 !== 2) return;
          assert.deepEqual(kept, findings(new Checker(own), readDraft(lines.join('\n'))));
        });
      }),
      { numRuns: RUNS },
    );
  });

  it('两行一样，其中一行后来才写，段中的标题同重新读的一样', () => {
    const line = '　　多到基层去，把情况摸清楚。（二）抓好督促检查。定期通报。';
    const text = `一、提高认识\n（一）抓好调查研究\n${line}\n二、加强领导`;
    const reader = new DraftReader();
    reader.read(text);
    assert.deepEqual(reader.read(`${text}\n${line}`), readDraft(`${text}\n${line}`));
  });

  it('没有改动的行还是同一个块', () => {
    const reader = new DraftReader();
    const before = reader.read('关于做好防汛工作的通知\n\n一、提高认识\n要抓好落实。\n二、加强领导\n');
    const after = reader.read('关于做好防汛工作的通知\n\n一、提高认识\n新的一行。\n要抓好落实。\n二、加强领导\n');
    assert.equal(after.blocks[2], before.blocks[2]);
    assert.equal(after.blocks[4], before.blocks[3]);
    assert.equal(after.blocks[5], before.blocks[4]);
  });
});
