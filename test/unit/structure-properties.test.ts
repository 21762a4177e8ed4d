/** Whatever is done to sections in whatever order: no paragraph loses a character, numbers are in order, undo brings all back. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDraft } from '../../server/src/document/read';
import { rule as sequence } from '../../server/src/rules/heading/sequence';
import { perform } from '../../server/src/service/structure/perform';
import { sectionsOf } from '../../server/src/service/structure/sections';
import type { NumberStyle, StructureOperation } from '../../server/src/service/structure/types';
import { toHanNumeral } from '../../server/src/text/chars';
import { splitLines } from '../../server/src/text/lines';
import { applyEdits } from './support/service';

/** Each sentence is its own, so that a lost or doubled one is seen. */
const WORDS = ['学习', '调研', '督查', '统筹', '宣传', '培训', '考核', '服务', '保障', '创新', '安全', '节约'];

interface Node {
  readonly runIn: boolean;
  readonly paragraphs: number;
  readonly refers: boolean;
  readonly children: readonly Node[];
}

const nodes = (depth: number): fc.Arbitrary<readonly Node[]> =>
  fc.array(
    fc.record({
      runIn: fc.boolean(),
      paragraphs: fc.nat(2),
      refers: fc.boolean(),
      children: depth > 0 ? nodes(depth - 1) : fc.constant([]),
    }),
    { maxLength: depth > 1 ? 4 : 3 },
  );

const LADDERS: readonly (readonly ((value: number) => string)[])[] = [
  [(n) => `${toHanNumeral(n)}、`, (n) => `（${toHanNumeral(n)}）`, (n) => `${n}.`, (n) => `（${n}）`],
  [(n) => `${toHanNumeral(n)}、`, (n) => `${n}、`, (n) => `（${n}）`, (n) => String.fromCodePoint(0x2460 + n - 1)],
  [
    (n) => `第${toHanNumeral(n)}章　`,
    (n) => `第${toHanNumeral(n)}节　`,
    (n) => `（${toHanNumeral(n)}）`,
    (n) => `${n}.`,
  ],
];

const drafts = fc
  .record({
    tree: nodes(3).filter((tree) => tree.length > 0),
    ladder: fc.constantFrom(...LADDERS),
    blanks: fc.boolean(),
    tail: fc.boolean(),
    ends: fc.array(fc.constantFrom('\n', '\r\n', '\r'), { minLength: 1, maxLength: 3 }),
    lastEnd: fc.boolean(),
  })
  .map(({ tree, ladder, blanks, tail, ends, lastEnd }) => {
    let count = 0;
    const word = () => WORDS[count++ % WORDS.length] ?? '';
    const lines = ['关于做好综合工作的通知', '', '各区人民政府：', '　　现就有关事项通知如下。'];
    const write = (list: readonly Node[], depth: number) =>
      list.forEach((node, index) => {
        if (blanks) lines.push('');
        const text = node.runIn ? `。要抓好${word()}${count}项。` : '';
        lines.push(`　　${ladder[depth]?.(index + 1)}抓好${word()}工作${text}`);
        for (let each = 0; each < node.paragraphs; each++)
          lines.push(`　　要把${word()}放在第${count}位${node.refers ? '，如第二部分所述' : ''}。`);
        write(node.children, depth + 1);
      });
    write(tree, 0);
    if (tail) lines.push('　　特此通知。', '临江市农业局', '2026年9月1日');
    const joined = lines.map((line, index) => line + (ends[index % ends.length] ?? '')).join('');
    return lastEnd ? joined : joined.replace(/(?:\r\n|\n|\r)$/, '');
  });

/** Two numbers pick sections; what they pick depends on the text as it is then. */
const commands = fc.array(fc.record({ type: fc.nat(11), first: fc.nat(999), second: fc.nat(999) }), {
  minLength: 1,
  maxLength: 6,
});

function operationOf(text: string, { type, first, second }: { type: number; first: number; second: number }) {
  const sections = sectionsOf(readDraft(text)).flatMap(({ all }) => all);
  if (sections.length === 0) return undefined;
  const lineAt = (index: number) => sections[index % sections.length]?.line ?? 0;
  const [line, other] = [lineAt(first), lineAt(second)];
  const operations: StructureOperation[] = [
    { type: 'up', lines: [line] },
    { type: 'down', lines: [line] },
    { type: 'promote', lines: [line] },
    { type: 'demote', lines: [line] },
    { type: 'promote', lines: [line, other] },
    { type: 'move', lines: [line], place: { before: other } },
    { type: 'move', lines: [line], place: { after: other } },
    { type: 'move', lines: [line, lineAt(first + 1)], place: { into: other } },
    { type: 'move', lines: [line], place: { into: 0 } },
    { type: 'merge', line },
    { type: 'renumber' },
    { type: 'convertStyle', style: (['han', 'han-digit', 'chapter'] as NumberStyle[])[first % 3] ?? 'han' },
  ];
  return operations[type];
}

/** Every paragraph without its number and its references, in no order. */
function words(text: string): string[] {
  return splitLines(text)
    .map((line) =>
      line
        .trim()
        .replace(/^(?:第.{1,3}[章节条]　?|[一二三四五六七八九十]{1,3}、|（.{1,3}）|\d{1,2}[.、]|[①-⑳]) ?/u, '')
        .replace(/如第.{1,3}(?:部分|章|节|条)所述/g, ''),
    )
    .filter((line) => line !== '')
    .sort();
}

function isInOrder(text: string): boolean {
  const draft = readDraft(text);
  return [...sequence.check(draft, {})].length === 0;
}

describe('章节：不管怎么调整', () => {
  it('一字不丢，编号有序，撤销复原，再编不变', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(drafts, commands, (draft, steps) => {
        let text = draft;
        for (const step of steps) {
          const operation = operationOf(text, step);
          if (!operation) return;
          const { edits } = perform(readDraft(text), text, operation);
          const after = applyEdits(text, edits);
          assert.deepEqual(words(after), words(text), JSON.stringify(operation));
          assert.ok(isInOrder(after), `${JSON.stringify(operation)}\n${text}\n---\n${after}`);
          assert.deepEqual(perform(readDraft(after), after, { type: 'renumber' }).edits, []);
          assert.equal(applyEdits(after, inverse(text, edits)), text);
          if (edits.length === 0) assert.equal(after, text);
          text = after;
        }
      }),
      { numRuns: 150 },
    );
  });

  it('重新编号再编一次不变，不论原来多乱', function () {
    this.timeout(60_000);
    const line = fc.oneof(
      fc
        .tuple(fc.integer({ min: 1, max: 12 }), fc.nat(3))
        .map(([n, depth]) => `　　${LADDERS[0]?.[depth]?.(n)}抓好工作`),
      fc.constantFrom(
        '　　要做到：一是抓进度；二是抓质量；二是抓安全。',
        '　　如第三部分所述，按照第（二）项办理，见附件2和图3。',
        '图3 产量情况',
        '表2-1：成本情况',
        '　　附件：1.分工表',
        '　　　　　3.进度表',
        '附件2',
        '第三条　要依照第五条办理。',
      ),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const text = lines.join('\n');
        const once = applyEdits(text, perform(readDraft(text), text, { type: 'renumber' }).edits);
        const { edits } = perform(readDraft(once), once, { type: 'renumber' });
        assert.deepEqual(edits, [], `${text}\n---\n${once}`);
      }),
      { numRuns: 300 },
    );
  });
});

/** The edits that undo edits to a text, as an editor makes them. */
function inverse(text: string, edits: Parameters<typeof applyEdits>[1]): Parameters<typeof applyEdits>[1] {
  const starts = (of: string) => [
    0,
    ...Array.from(of.matchAll(/\r\n|\n|\r/g), (match) => match.index + match[0].length),
  ];
  const before = starts(text);
  const after = applyEdits(text, edits);
  const places = starts(after);
  const at = (offset: number) => {
    const line = places.findLastIndex((start) => start <= offset);
    return { line, character: offset - (places[line] ?? 0) };
  };
  let shift = 0;
  return edits.map(({ range, newText }) => {
    const from = (before[range.start.line] ?? 0) + range.start.character;
    const to = (before[range.end.line] ?? text.length) + range.end.character;
    const start = from + shift;
    shift += newText.length - (to - from);
    return { range: { start: at(start), end: at(start + newText.length) }, newText: text.slice(from, to) };
  });
}
