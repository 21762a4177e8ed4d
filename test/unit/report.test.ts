/** 校核报告: what stands in it, that a draft cannot smuggle markup into it, and its command. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { countCharacters } from '../../server/src/service/characters';
import { biganzi, temporaryFolder } from './support/command-line';
import { MemoryDocument, NEVER, serviceWith } from './support/service';

const DRAFT = [
  '在全市办公室工作会议上的讲话',
  '',
  '　　同志们：',
  '　　这次会议很重要。下面，我讲两点意见。',
  '　　一、提高认识',
  '　　要做好布署，压实责任；要抓好落实。',
  '　　二、加强领导',
  '　　要讲<b>政治</b>，守规矩,把工作做实。',
].join('\n');

async function written(format: 'body' | 'md' | 'html', text = DRAFT): Promise<string> {
  const answer = await serviceWith().service.report(new MemoryDocument(text), format, NEVER);
  assert.ok(answer);
  return answer.text;
}

describe('校核报告', () => {
  it('说明标题、文种、字数和结果', async () => {
    const text = await written('md');
    assert.match(text, /^- 标题：在全市办公室工作会议上的讲话$/m);
    assert.match(text, /^- 文种：讲话稿$/m);
    assert.match(text, new RegExp(`^- 字数：${countCharacters(DRAFT)}字，6段$`, 'm'));
    assert.match(text, /^- 结果：错误2/m);
  });

  it('四关各列各的问题，没有问题的也写明', async () => {
    const text = await written('md');
    const [, ...gates] = text.split(/^## /m);
    const of = (title: string) => gates.find((gate) => gate.startsWith(title)) ?? assert.fail(title);
    assert.equal(of('政治关').trim(), '政治关\n\n没有发现问题。');
    assert.match(of('文字关'), /第6行（错误）“布署”应为“部署”：.*（wording\/confusable）/);
    assert.match(of('文字关'), /第8行（错误）半角“,”应为全角“，”/);
  });

  it('各部分的字数加起来是全文的字数', async () => {
    const rows = [...(await written('md')).matchAll(/^\| (.+) \| 第(\d+)行 \| (\d+) \|/gm)];
    assert.deepEqual(
      rows.map(([, title, line]) => [title, line]),
      [
        ['第一个标题之前', '1'],
        ['一、提高认识', '5'],
        ['二、加强领导', '7'],
      ],
    );
    const sum = rows.reduce((total, [, , , characters]) => total + Number(characters), 0);
    assert.equal(sum, countCharacters(DRAFT));
  });

  it('句子按长短分档，一句不少', async () => {
    const text = await written('md');
    const [, count] = /共(\d+)句/.exec(text) ?? assert.fail(text);
    const bands = [...text.matchAll(/^\| \d+(?:—\d+字|字以上) \| (\d+) \|/gm)];
    assert.equal(bands.length, 7);
    assert.equal(
      bands.reduce((sum, [, band]) => sum + Number(band), 0),
      Number(count),
    );
  });

  it('文稿里的标记和脚本只当文字', async () => {
    const hostile = `${DRAFT}\n　　三、<script>alert(1)</script>布署 <img src=x onerror="a()"> [甲](javascript:b)`;
    for (const format of ['body', 'html'] as const) {
      const page = await written(format, hostile);
      assert.doesNotMatch(page, /<script|<img|<b>/);
      assert.match(page, /&lt;script&gt;/);
    }
    assert.doesNotMatch(await written('md', hostile), /(?<!\\)<script|(?<!\\)\[甲/);
  });

  it('网页自成一份，不取任何外面的东西', async () => {
    const page = await written('html');
    assert.match(page, /^<!DOCTYPE html>/);
    assert.match(page, /default-src 'none'/);
    assert.doesNotMatch(page, /https?:|<link|@import|url\(/);
    assert.doesNotMatch(page, /data-line/);
  });

  it('面板里每个问题都有去处', async () => {
    const body = await written('body');
    assert.match(body, /<a href="#" data-line="5" data-character="\d+">第6行<\/a>/);
    const ids = [...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const [, id] of body.matchAll(/(?:labelledby="|href="#)([^"]+)"/g)) assert.ok(ids.includes(id ?? ''), id);
  });

  it('空文稿也有报告', async () => {
    for (const format of ['md', 'html', 'body'] as const) assert.match(await written(format, ''), /没有标题/);
  });
});

describe('命令行 report', function () {
  this.timeout(20_000);
  const folder = temporaryFolder();

  it('写出Markdown和网页，读不到文件时用一句话说明', () => {
    writeFileSync(path.join(folder(), '讲话.txt'), DRAFT);
    const md = biganzi(folder(), ['report', '讲话.txt']);
    assert.equal(md.status, 0);
    assert.match(md.stdout, /^# 校核报告\n/);
    const html = biganzi(folder(), ['report', '讲话.txt', '--format', 'html']);
    assert.match(html.stdout, /^<!DOCTYPE html>/);
    const missing = biganzi(folder(), ['report', '没有.txt']);
    assert.equal(missing.status, 2);
    assert.equal(missing.stdout, '');
    assert.match(missing.stderr, /^没有\.txt：.+。\n$/);
  });
});
