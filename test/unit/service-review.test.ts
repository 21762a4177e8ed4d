/** What the service reviews, what it leaves alone, and that it stays sound whatever rules and texts do. */
import assert from 'node:assert/strict';
import type { Rule } from '../../server/src/rules/types';
import { MOST_CHARACTERS } from '../../server/src/service/is-draft';
import { MemoryDocument, NEVER, serviceWith } from './support/service';

const DRAFT = '关于做好防汛工作的通知\n\n各镇人民政府：\n　　二O二四年汛期将至，现就有关事项通知如下。\n';

async function stateOf(text: string, languageId: string, documents: 'chinese' | 'all' | 'none' = 'chinese') {
  const review = await serviceWith({ documents }).service.review(new MemoryDocument(text, languageId), NEVER);
  return review?.state;
}

describe('服务：检查哪些文档', () => {
  it('公文语言总是检查', async () => assert.equal(await stateOf('', 'gongwen'), 'reviewed'));
  it('中文为主的纯文本和Markdown检查', async () => {
    assert.equal(await stateOf(DRAFT, 'plaintext'), 'reviewed');
    assert.equal(await stateOf(`# 工作总结\n\n${DRAFT}`, 'markdown'), 'reviewed');
  });
  it('数字多的文稿也检查', async () =>
    assert.equal(
      await stateOf('2024年，全区GDP增长5.3%，完成投资128.6亿元，新增就业12800人。', 'plaintext'),
      'reviewed',
    ));
  it('英文、代码、日志、数据和空文档不管', async () => {
    for (const text of [
      '',
      '\n\n  \n',
      'The quick brown fox jumps over the lazy dog. '.repeat(30),
      'const total = items.reduce((sum, item) => sum + item.price, 0); // 合计\n'.repeat(20),
      '2024-07-05 12:30:01.123 INFO [main] com.example.Login - 用户登录成功 id=1024\n'.repeat(20),
      '{"name": "张三", "department": "办公室", "phone": "010-12345678"}\n'.repeat(20),
    ])
      assert.equal(await stateOf(text, 'plaintext'), 'not-a-draft', text.slice(0, 40));
  });
  it('其他语言不管', async () => assert.equal(await stateOf(DRAFT, 'python', 'all'), 'not-a-draft'));
  it('设置说了算', async () => {
    assert.equal(await stateOf('English text', 'plaintext', 'all'), 'reviewed');
    assert.equal(await stateOf(DRAFT, 'plaintext', 'none'), 'not-a-draft');
  });
  it('写稿人要求检查的就检查', async () => {
    const { workspace, service } = serviceWith();
    const document = new MemoryDocument('Agenda: 会议 agenda for the meeting', 'plaintext');
    assert.equal((await service.review(document, NEVER))?.state, 'not-a-draft');
    workspace.forced.add(document.uri);
    assert.equal((await service.review(document, NEVER))?.state, 'reviewed');
  });
  it('过大的文稿不检查，英文大文件不作声', async () => {
    assert.equal(await stateOf('讲'.repeat(MOST_CHARACTERS + 1), 'plaintext'), 'too-large');
    assert.equal(await stateOf('log '.repeat(MOST_CHARACTERS / 4 + 1), 'plaintext'), 'not-a-draft');
  });
});

describe('服务：检查', () => {
  it('同一版本只查一次，改动后重查', async () => {
    const { service } = serviceWith();
    const document = new MemoryDocument(DRAFT);
    const first = await service.review(document, NEVER);
    assert.equal(await service.review(document, NEVER), first);
    document.change(DRAFT.replace('二O二四年', '二〇二四年'));
    const second = await service.review(document, NEVER);
    assert.ok(first?.reports.some(({ rule }) => rule.id === 'number/zero'));
    assert.ok(second?.reports.every(({ rule }) => rule.id !== 'number/zero'));
  });

  it('设置和文种改变后重查', async () => {
    const { service, workspace } = serviceWith();
    const document = new MemoryDocument(DRAFT);
    assert.equal((await service.summary(document, NEVER))?.kind, 'notice');
    workspace.kinds.set(document.uri, 'speech');
    assert.deepEqual(pick(await service.summary(document, NEVER)), { kind: 'speech', chosen: true });
    workspace.kinds.delete(document.uri);
    assert.deepEqual(pick(await service.summary(document, NEVER)), { kind: 'notice', chosen: false });
    workspace.settingsNow = {
      ...workspace.settingsNow,
      kinds: { '讲话稿.txt': 'minutes' },
      severity: { 'number/zero': 'off' },
    };
    assert.deepEqual(pick(await service.summary(document, NEVER)), { kind: 'minutes', chosen: true });
    const review = await service.review(document, NEVER);
    assert.ok(review?.reports.every(({ rule }) => rule.id !== 'number/zero'));
  });

  it('取消后没有答案', async () => {
    const { service } = serviceWith();
    assert.equal(await service.review(new MemoryDocument(DRAFT), { isCancellationRequested: true }), undefined);
  });

  it('检查长文稿时让出时间，中途取消或改动即停', async () => {
    const slow: Rule = {
      ...silent('test/slow'),
      check: () => {
        const until = performance.now() + 2;
        while (performance.now() < until);
        return [];
      },
    };
    const lines = Array.from({ length: 100 }, (_, index) => `第${index}行要抓好落实。`).join('\n');
    const { service } = serviceWith({}, [slow]);
    const token = { isCancellationRequested: false };
    const cancelled = service.review(new MemoryDocument(lines), token, () => {
      token.isCancellationRequested = true;
    });
    assert.equal(await cancelled, undefined);
    const document = new MemoryDocument(lines);
    const stale = service.review(document, NEVER, () => document.change('短'));
    assert.equal(await stale, undefined);
    assert.equal((await service.review(document, NEVER))?.version, document.version);
  });

  it('规则出错不影响其他规则，只告知一次', async () => {
    const bad: Rule = {
      ...silent('test/bad'),
      check: () => {
        throw new Error('坏了');
      },
    };
    const good: Rule = {
      ...silent('test/good'),
      *check() {
        yield { span: { start: 0, end: 1 }, message: '有' };
      },
    };
    const { service, workspace } = serviceWith({}, [bad, good]);
    const review = await service.review(new MemoryDocument('要抓好落实。\n要抓好督查。'), NEVER);
    assert.equal(review?.reports.length, 2);
    assert.deepEqual(workspace.failures, ['test/bad']);
  });

  it('怪异的文本有答案', async function () {
    this.timeout(20_000);
    for (const text of [
      '',
      '\0',
      '\uD800'.repeat(1000),
      '\uDC00一、\uD800标题',
      '\r\r\n\n',
      '\uFEFF',
      '一'.repeat(100_000),
    ]) {
      const { service, workspace } = serviceWith();
      const document = new MemoryDocument(text);
      assert.ok(await service.review(document, NEVER));
      assert.ok(await service.documentSymbols(document, NEVER));
      assert.ok(await service.foldingRanges(document, NEVER));
      assert.ok(await service.selectionRanges(document, [{ line: 9, character: 9 }], NEVER));
      assert.ok(await service.fixAll(document, NEVER));
      assert.deepEqual(workspace.failures, []);
    }
  });
});

function silent(id: string) {
  return {
    id,
    scope: 'block',
    gate: 'language',
    severity: 'warning',
    source: '测试',
    authority: 'practice',
    title: '测试',
    why: '测试',
    examples: { bad: [], good: [] },
  } as const satisfies Omit<Rule, 'check'>;
}

function pick(summary: { kind: string; chosen: boolean } | undefined) {
  return summary && { kind: summary.kind, chosen: summary.chosen };
}
