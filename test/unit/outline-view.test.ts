/** What the outline view works out by itself: which entry is which after an edit, where a drop goes, what a filter leaves. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { difference, type Entry, entryAt, flat, reconcile, recounted, topmost } from '../../client/src/outline/entries';
import { labelOf, matchesOf } from '../../client/src/outline/matches';
import { endOf, placeOf, placeOfCopy } from '../../client/src/outline/place';
import type { OutlineItem } from '../../server/src/lsp/messages';

const NONE = { error: 0, warning: 0, info: 0, hint: 0 };
const URI = 'file:///讲话稿.gw';

/** `讲话` above `一 二`: nested by indentation of two blanks; a line beginning with `-` is a point. */
function itemsOf(sketch: string): OutlineItem[] {
  const lines = sketch.trim().split('\n');
  const depthOf = (line = '') => line.search(/\S/) / 2;
  const read = (start: number, end: number, depth: number): OutlineItem[] => {
    const starts = lines.flatMap((line, index) =>
      index >= start && index < end && depthOf(line) === depth ? [index] : [],
    );
    return starts.map((line, index) => {
      const next = starts[index + 1] ?? end;
      const text = (lines[line] ?? '').trim();
      const inline = text.startsWith('-');
      return {
        line,
        character: inline ? 2 : 0,
        endLine: next - 1,
        level: depth,
        number: '',
        title: text,
        inline,
        characters: text.length,
        findings: NONE,
        movable: !inline && depth > 0,
        children: read(line + 1, next, depth + 1),
      };
    });
  };
  return read(0, lines.length, 0);
}

function entriesOf(sketch: string, old: readonly Entry[] = []): Entry[] {
  return reconcile(old, itemsOf(sketch), URI);
}

function find(entries: readonly Entry[], title: string): Entry {
  const entry = flat(entries).find(({ item }) => item.title === title);
  assert.ok(entry, title);
  return entry;
}

const SPEECH = `
讲话
  形势
    成绩
    困难
      -一是
      -二是
  任务
    生产
    销售
  要求
`;

describe('公文大纲：章节的身份', () => {
  const keys = (entries: readonly Entry[]) =>
    Object.fromEntries(flat(entries).map(({ key, item }) => [item.title, key]));

  it('没有变的都是原来的', () => {
    const before = entriesOf(SPEECH);
    const old = keys(before);
    assert.deepEqual(keys(entriesOf(SPEECH, before)), old);
  });

  it('改了标题的还是原来那一节，其下各节不动', () => {
    const before = entriesOf(SPEECH);
    const old = keys(before);
    const now = keys(entriesOf(SPEECH.replace('任务', '今年的任务'), before));
    assert.equal(now.今年的任务, old.任务);
    assert.equal(now.生产, old.生产);
  });

  it('插进一节，其余不动', () => {
    const before = entriesOf(SPEECH);
    const old = keys(before);
    const now = keys(entriesOf(SPEECH.replace('  任务', '  新的\n  任务'), before));
    assert.equal(now.任务, old.任务);
    assert.ok(!Object.values(old).includes(now.新的 ?? 0));
  });

  it('挪到别处、升了级的还是原来那一节，连同折叠', () => {
    const before = entriesOf(SPEECH);
    const old = keys(before);
    find(before, '困难').folded = true;
    const after = entriesOf(
      '讲话\n  形势\n    成绩\n  任务\n    生产\n    销售\n  困难\n    -一是\n    -二是\n  要求',
      before,
    );
    assert.deepEqual(keys(after), old);
    assert.equal(find(after, '困难').folded, true);
    assert.equal(find(after, '困难').parent, find(after, '讲话'));
  });

  it('怎样改，各节都各是各的，上下相连', () => {
    const sketch = fc
      .array(fc.record({ depth: fc.integer({ min: 0, max: 4 }), title: fc.constantFrom('甲', '乙', '丙', '-丁') }), {
        minLength: 1,
        maxLength: 30,
      })
      .map((lines) => {
        let depth = -1;
        return lines
          .map((line) => {
            depth = Math.min(line.depth, depth + 1);
            return '  '.repeat(depth) + line.title;
          })
          .join('\n');
      });
    fc.assert(
      fc.property(fc.array(sketch, { minLength: 2, maxLength: 6 }), (sketches) => {
        let entries: Entry[] = [];
        for (const each of sketches) {
          entries = entriesOf(each, entries);
          const all = flat(entries);
          assert.deepEqual(
            all.map(({ item }) => item.title),
            each.split('\n').map((line) => line.trim()),
          );
          assert.equal(new Set(all.map(({ key }) => key)).size, all.length);
          for (const entry of all) for (const child of entry.children) assert.equal(child.parent, entry);
        }
      }),
    );
  });

  it('分得清没变、只挪了行、看得出的变化', () => {
    const items = itemsOf(SPEECH);
    const [title] = items;
    assert.ok(title);
    assert.equal(difference(items, itemsOf(SPEECH)), 'none');
    assert.equal(difference(items, [{ ...title, endLine: 99 }]), 'places');
    assert.equal(difference(items, [{ ...title, findings: { ...NONE, error: 1 } }]), 'counts');
    assert.equal(difference(items, itemsOf(SPEECH.replace('销售', '营销'))), 'looks');
  });

  it('只变了字数的，标题除外，从上往下各算一处', () => {
    const before = itemsOf(SPEECH);
    const entries = reconcile([], before, URI);
    const now = itemsOf(SPEECH);
    const more = (item: OutlineItem | undefined) => Object.assign(item ?? {}, { characters: 99 });
    more(now[0]);
    more(now[0]?.children[1]);
    more(now[0]?.children[1]?.children[0]);
    assert.equal(difference(before, now), 'counts');
    assert.deepEqual(
      recounted(reconcile(entries, now, URI), before).map(({ item }) => item.title),
      ['任务'],
    );
  });

  it('一千个标题，各归各的', () => {
    const [part] = itemsOf('部分');
    assert.ok(part);
    const item = (index: number, children: OutlineItem[]): OutlineItem => ({
      ...part,
      title: `工作${index}`,
      children,
    });
    const items = Array.from({ length: 20 }, (_, index) =>
      item(
        index * 50,
        Array.from({ length: 49 }, (_, below) => item(index * 50 + below + 1, [])),
      ),
    );
    let entries = reconcile([], items, URI);
    for (const index of [0, 3, 9, 15, 19]) {
      const now = items.with(index, { ...part, title: '新写的', children: items[index]?.children ?? [] });
      entries = reconcile(entries, now, URI);
      assert.equal(entries[index]?.item.title, '新写的');
    }
    assert.equal(flat(entries).length, 1000);
  });

  it('光标在哪一节', () => {
    const entries = entriesOf(SPEECH);
    const at = (line: number, character = 9) => entryAt(entries, line, character)?.item.title;
    assert.equal(at(0), '讲话');
    assert.equal(at(3, 0), '困难');
    assert.equal(at(4, 1), '困难');
    assert.equal(at(4, 2), '-一是');
    assert.equal(at(9), '要求');
    assert.equal(at(99), undefined);
  });

  it('一并选中的上下级，只算上级', () => {
    const entries = entriesOf(SPEECH);
    const chosen = ['要求', '成绩', '形势', '生产'].map((title) => find(entries, title));
    assert.deepEqual(
      topmost(chosen).map(({ item }) => item.title),
      ['形势', '生产', '要求'],
    );
  });
});

describe('公文大纲：拖到哪里', () => {
  const entries = entriesOf(SPEECH);
  const place = (titles: string[], target: string) =>
    placeOf(topmost(titles.map((title) => find(entries, title))), find(entries, target));

  it('往下拖到同级标题上，排在其后；往上拖，排在其前', () => {
    assert.deepEqual(place(['形势'], '要求'), { after: 9 });
    assert.deepEqual(place(['要求'], '形势'), { before: 1 });
    assert.deepEqual(place(['生产'], '成绩'), { before: 2 });
    assert.deepEqual(place(['形势', '要求'], '任务'), { after: 6 });
  });

  it('拖到上级标题上，排在其末尾；拖到标题上，排在全文末尾', () => {
    assert.deepEqual(place(['成绩'], '任务'), { into: 6 });
    assert.deepEqual(place(['成绩'], '形势'), { into: 1 });
    assert.deepEqual(place(['成绩'], '讲话'), { into: 0 });
    assert.deepEqual(place(['形势'], '讲话'), { into: 0 });
  });

  it('拖到下级标题上，降为同级', () => {
    assert.deepEqual(place(['要求'], '生产'), { before: 7 });
    assert.deepEqual(place(['形势'], '生产'), { after: 7 });
  });

  it('拖到段内要点上，算作它所在的一节；拖到自己身上和自己里面，不动', () => {
    assert.deepEqual(place(['销售'], '-一是'), { before: 3 });
    assert.equal(place(['困难'], '-一是'), undefined);
    assert.equal(place(['形势'], '困难'), undefined);
    assert.equal(place(['形势'], '形势'), undefined);
  });

  it('拖自或粘贴自另一篇的，排在同级标题之后、上级标题末尾', () => {
    const other = reconcile([], itemsOf(SPEECH), 'file:///方案.gw');
    assert.deepEqual(placeOf([find(other, '要求')], find(entries, '形势')), { after: 1 });
    assert.deepEqual(placeOfCopy(1, find(entries, '形势')), { after: 1 });
    assert.deepEqual(placeOfCopy(2, find(entries, '形势')), { into: 1 });
    assert.deepEqual(endOf(entries), { into: 0 });
    assert.deepEqual(endOf(find(entries, '讲话').children), { after: 9 });
    assert.equal(endOf([]), undefined);
  });
});

describe('公文大纲：筛选', () => {
  const entries = entriesOf(SPEECH);
  const left = (query: string) => {
    const { shown, count } = matchesOf(query, entries, ({ children }) => children);
    return {
      count,
      titles: flat(entries)
        .filter((each) => shown.has(each))
        .map(labelOf),
      shown,
    };
  };

  it('留下相符的和它们的上级', () => {
    assert.deepEqual(left('销').titles, ['讲话', '任务', '销售']);
    assert.equal(left('销').count, 1);
    assert.deepEqual(left('一 是').titles, ['讲话', '形势', '困难', '-一是']);
    assert.deepEqual(left('没有').titles, []);
  });

  it('标明相符的字，先后不论，不重叠', () => {
    const { shown } = left('是 一是');
    assert.deepEqual(shown.get(find(entries, '-一是')), [[1, 3]]);
    assert.deepEqual(shown.get(find(entries, '困难')), []);
  });
});
