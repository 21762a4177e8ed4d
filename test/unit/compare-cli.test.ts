/** `biganzi compare` keeps its contract: forms, positions, exit statuses, one clear sentence where something is wrong. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { encode } from 'iconv-lite';
import type { Comparison } from '../../server/src/compare/compare';
import { biganzi, temporaryFolder } from './support/command-line';

const SHARED = '河道清淤安排在枯水期进行，十二台挖机分三段同时作业，运出的淤泥全部还田，沿岸一百八十户没有一户停水。';
const OTHER = '县里的老年大学今年开了书法、戏曲、手机摄影等九个班，报名第一天就满员，最大的学员八十六岁。';

describe('命令行查重', function () {
  this.timeout(20_000);
  const folder = temporaryFolder();
  const at = (name: string) => path.join(folder(), name);
  const put = (name: string, content: string | Buffer) => {
    mkdirSync(path.dirname(at(name)), { recursive: true });
    writeFileSync(at(name), content);
  };
  const run = (...args: string[]) => biganzi(folder(), ['compare', '--index', '索引', ...args]);
  const compared = (...args: string[]): Comparison & { version: number; file: string } =>
    JSON.parse(run('--format', 'json', ...args).stdout);

  it('JSON是约定的形式', () => {
    put('新稿.txt', `${OTHER}\r\n　　${SHARED}\r\n`);
    put('旧稿/2023/讲话.txt', `开头。\n\n　　首先说水利。${SHARED}\n`);
    const { status } = run('--format', 'json', '新稿.txt', '旧稿');
    assert.equal(status, 0);
    const length = SHARED.length;
    assert.deepEqual(compared('新稿.txt', '旧稿'), {
      version: 1,
      file: '新稿.txt',
      passages: [
        {
          range: { start: { line: 1, character: 2 }, end: { line: 1, character: 2 + length } },
          source: path.join('旧稿', '2023', '讲话.txt'),
          sourceRange: { start: { line: 2, character: 8 }, end: { line: 2, character: 8 + length } },
          similarity: 1,
        },
      ],
      share: Math.round((length / (length + OTHER.length)) * 10_000) / 10_000,
    });
  });

  it('文本格式说出处和占比，行列从1数起', () => {
    put('新稿.txt', `${OTHER}\n　　${SHARED}\n`);
    put('甲/讲话.txt', `${SHARED}\n`);
    put('乙/别的.txt', '没有关系的一篇。\n');
    const { status, stdout } = run('新稿.txt', '甲', '乙');
    assert.equal(status, 0);
    const [first, last] = stdout.trim().split('\n');
    assert.equal(first, `新稿.txt:2:3 与 ${path.join('甲', '讲话.txt')}:1:1 相似100%：${SHARED}`);
    assert.match(last ?? '', /^同2篇旧稿比较，1处文字同旧稿相同或者相近，占全文\d+\.\d%。$/);
  });

  it('没有沿用的也退出0', () => {
    put('新稿.txt', OTHER);
    put('旧稿/讲话.txt', SHARED);
    const { status, stdout } = run('新稿.txt', '旧稿');
    assert.deepEqual([status, stdout], [0, '同1篇旧稿比较，没有发现沿用旧稿的文字。\n']);
  });

  it('文件夹里没有旧稿，说清楚', () => {
    put('新稿.txt', OTHER);
    put('旧稿/讲话.pdf', SHARED);
    const { status, stdout } = run('新稿.txt', '旧稿');
    assert.equal(status, 0);
    assert.match(stdout, /^文件夹里没有可比较的旧稿。/);
    assert.deepEqual(compared('新稿.txt', '旧稿').passages, []);
  });

  it('文稿在文件夹里，不同自己比', () => {
    put('旧稿/新稿.txt', SHARED);
    put('旧稿/讲话.txt', OTHER);
    assert.deepEqual(compared('旧稿/新稿.txt', '旧稿').passages, []);
  });

  it('文稿可以是标准输入、GB18030和Word文档', () => {
    put('旧稿/讲话.txt', SHARED);
    const { stdout } = biganzi(folder(), ['compare', '--index', '索引', '--format', 'json', '-', '旧稿'], SHARED);
    assert.equal(JSON.parse(stdout).share, 1);
    put('新稿.txt', encode(SHARED, 'gb18030'));
    assert.equal(compared('新稿.txt', '旧稿').share, 1);
  });

  it('旧稿读不出来，说明原因，不算失败', () => {
    put('新稿.txt', SHARED);
    put('旧稿/讲话.txt', SHARED);
    put('旧稿/加密.docx', Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    const { status, stderr } = run('新稿.txt', '旧稿');
    assert.deepEqual(
      [status, stderr],
      [0, `${path.join('旧稿', '加密.docx')}：有密码，或者是旧格式的Word文档，没有比较。\n`],
    );
  });

  it('索引损坏，重新建立并说明', () => {
    put('新稿.txt', SHARED);
    put('旧稿/讲话.txt', SHARED);
    run('新稿.txt', '旧稿');
    for (const entry of readdirSync(at('索引'), { recursive: true, withFileTypes: true }))
      if (entry.isFile()) writeFileSync(path.join(entry.parentPath, entry.name), '坏了');
    const { status, stdout, stderr } = run('新稿.txt', '旧稿');
    assert.equal(status, 0);
    assert.match(stdout, /占全文100\.0%/);
    assert.equal(stderr, '查重的索引有损坏，已重新建立损坏的部分。\n');
    assert.equal(run('新稿.txt', '旧稿').stderr, '');
  });

  it('索引不放在旧稿的文件夹里', () => {
    put('新稿.txt', SHARED);
    put('旧稿/讲话.txt', SHARED);
    run('新稿.txt', '旧稿');
    assert.deepEqual(readdirSync(at('旧稿')), ['讲话.txt']);
    assert.ok(existsSync(at('索引')));
  });

  it('用法不对、读不了，退出2，用一句话说明', () => {
    put('新稿.txt', SHARED);
    put('图.txt', Buffer.from([1, 0, 2]));
    mkdirSync(at('旧稿'));
    const wrong: [string[], RegExp][] = [
      [[], /^没有写明文件名，请用 biganzi --help 查看用法。\n$/],
      [['新稿.txt'], /^没有写明文件夹，请用 biganzi --help 查看用法。\n$/],
      [['没有.txt', '旧稿'], /^没有\.txt：找不到这个文件/],
      [['图.txt', '旧稿'], /^图\.txt：含有空字节/],
      [['没有.docx', '旧稿'], /^没有\.docx：文件已不在/],
      [['新稿.txt', '没有'], /^没有：找不到这个文件夹/],
      [['新稿.txt', '新稿.txt'], /^新稿\.txt：不是文件夹/],
      [['新稿.txt', '旧稿', '--format', 'xml'], /可选 text、json/],
    ];
    for (const [args, sentence] of wrong) {
      const { status, stdout, stderr } = run(...args);
      assert.deepEqual([status, stdout], [2, ''], args.join(' '));
      assert.match(stderr, sentence);
    }
  });
});
