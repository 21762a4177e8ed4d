/** Fixes, fix-all, renumbering and ignoring: only what is named changes, and what is ignored stays silent. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ignoreHere, ignoreInDocument, withoutIgnored } from '../../server/src/service/ignore';
import { Patch, type Replacement } from '../../server/src/service/patch';
import { applyEdits, MemoryDocument, NEVER, serviceWith } from './support/service';

const DRAFT = '在全区办公室工作会议上的讲话\n\n　　二O二四年，各项工作稳中有进。\r\n　　到二零二五年,任务全面完成。\n';

async function actionsAt(text: string, line: number, character: number, settings = {}) {
  const { service } = serviceWith(settings);
  const at = { line, character };
  return (await service.codeActions(new MemoryDocument(text), { start: at, end: at }, NEVER)) ?? [];
}

describe('服务：改正', () => {
  it('光标处的问题有首选改法', async () => {
    const [fix] = await actionsAt(DRAFT, 2, 3);
    assert.ok(fix?.type === 'fix' && fix.preferred);
    assert.equal(applyEdits(DRAFT, fix.edits), DRAFT.replace('二O二四', '二〇二四'));
  });

  it('同类问题一并改正', async () => {
    const action = (await actionsAt(DRAFT, 2, 3)).find(({ type }) => type === 'fix-rule');
    assert.ok(action?.type === 'fix-rule');
    assert.equal(action.mended, 2);
    assert.equal(applyEdits(DRAFT, action.edits), DRAFT.replace('二O二四', '二〇二四').replace('二零二五', '二〇二五'));
  });

  it('没有问题的地方没有操作', async () => assert.deepEqual(await actionsAt(DRAFT, 0, 3), []));

  it('修正全部确定性问题：一次改完，再改无变化', async () => {
    const { service } = serviceWith();
    const document = new MemoryDocument(DRAFT);
    const mending = await service.fixAll(document, NEVER);
    assert.equal(mending?.version, 1);
    const fixed = applyEdits(DRAFT, mending?.edits ?? []);
    assert.match(fixed, /二〇二四年[\s\S]*\r\n　　到二〇二五年/);
    document.change(fixed);
    assert.deepEqual((await service.fixAll(document, NEVER))?.edits, []);
  });

  it('降为提示的规则不自动改', async () => {
    const { service } = serviceWith({ severity: { 'number/zero': 'hint' } });
    const mending = await service.fixAll(new MemoryDocument('二O二四年以来，全市经济稳中有进。'), NEVER);
    assert.deepEqual(mending?.edits, []);
  });

  it('重新编号', async () => {
    const text = '一、提高认识\n要抓好落实。\n三、突出重点\n要抓好督查。\n四、加强领导\n要压实责任。';
    const { service } = serviceWith();
    const mending = await service.renumber(new MemoryDocument(text), NEVER);
    assert.equal(mending?.mended, 2);
    assert.equal(applyEdits(text, mending?.edits ?? []), text.replace('三、', '二、').replace('四、', '三、'));
  });
});

describe('服务：忽略', () => {
  const path = '讲话稿.txt';

  it('忽略此处：只这一处，移到别处仍然忽略', async () => {
    const ignore = (await actionsAt(DRAFT, 2, 3)).find(({ type }) => type === 'ignore-here');
    assert.ok(ignore?.type === 'ignore-here');
    assert.match(ignore.entry, /^number\/zero@讲话稿\.txt#[0-9a-f]{12}$/);
    const { service } = serviceWith({ ignored: [ignore.entry] });
    for (const text of [DRAFT, DRAFT.replace('\n\n', '\n\n新加一行。\n')]) {
      const review = await service.review(new MemoryDocument(text), NEVER);
      const zeros = review?.reports.filter(({ rule }) => rule.id === 'number/zero') ?? [];
      assert.deepEqual(
        zeros.map(({ block, span }) => review?.draft.blocks[block]?.source.slice(span.start, span.end)),
        ['二零二五'],
      );
    }
    const rewritten = await service.review(new MemoryDocument(DRAFT.replace('稳中有进', '全面推进')), NEVER);
    assert.equal(rewritten?.reports.filter(({ rule }) => rule.id === 'number/zero').length, 2);
  });

  it('忽略的问题不自动改', async () => {
    const ignore = (await actionsAt(DRAFT, 2, 3)).find(({ type }) => type === 'ignore-here');
    assert.ok(ignore?.type === 'ignore-here');
    const { service } = serviceWith({ ignored: [ignore.entry] });
    const mending = await service.fixAll(new MemoryDocument(DRAFT), NEVER);
    assert.match(applyEdits(DRAFT, mending?.edits ?? []), /二O二四[\s\S]*二〇二五/);
  });

  it('本文不再检查：别的文档照常', async () => {
    const { service } = serviceWith({ ignored: [ignoreInDocument('number/zero', path)] });
    const own = await service.review(new MemoryDocument(DRAFT), NEVER);
    const other = await service.review(new MemoryDocument(DRAFT, 'gongwen', 'file:///drafts/简报.txt'), NEVER);
    assert.equal(own?.reports.filter(({ rule }) => rule.id === 'number/zero').length, 0);
    assert.equal(other?.reports.filter(({ rule }) => rule.id === 'number/zero').length, 2);
  });

  it('写坏的条目不起作用', async () => {
    const { service } = serviceWith();
    const review = await service.review(new MemoryDocument(DRAFT), NEVER);
    assert.ok(review && review.reports.length > 0);
    const bad = ['', '@', '#', 'number/zero', '@讲话稿.txt', 'number/zero@', 'number/zero@讲话稿.txt#'];
    assert.deepEqual(withoutIgnored(review.draft, review.reports, bad, path), review.reports);
    const [first] = review.reports;
    assert.ok(first);
    assert.equal(withoutIgnored(review.draft, [first], [ignoreHere(review.draft, first, path)], path).length, 0);
  });
});

describe('服务：多轮改动并作一次', () => {
  const round = fc.array(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(4),
      newText: fc.string({ maxLength: 3 }),
    }),
    { maxLength: 4 },
  );

  function replacementsIn(text: string, edits: readonly { at: number; length: number; newText: string }[]) {
    let from = 0;
    return edits
      .map(({ at, length, newText }) => ({ start: Math.floor(at * text.length), length, newText }))
      .sort((a, b) => a.start - b.start)
      .flatMap(({ start, length, newText }): Replacement[] => {
        if (start < from) return [];
        from = Math.min(text.length, start + length);
        return [{ start, end: from, newText }];
      });
  }

  function replaced(text: string, replacements: readonly Replacement[]): string {
    return [...replacements]
      .reverse()
      .reduce((now, { start, end, newText }) => now.slice(0, start) + newText + now.slice(end), text);
  }

  it('结果与逐轮改动相同', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.array(round, { maxLength: 5 }), (text, rounds) => {
        const patch = new Patch(text);
        let current = text;
        for (const edits of rounds) {
          const replacements = replacementsIn(current, edits);
          patch.apply(replacements);
          current = replaced(current, replacements);
          assert.equal(patch.text(), current);
        }
        assert.equal(replaced(text, patch.replacements()), current);
      }),
    );
  });
});
