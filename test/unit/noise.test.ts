/** Residue of web pages is told from prose: never a character of the text is taken for noise. */
import assert from 'node:assert/strict';
import { findScraps, isResidueLine } from '../../server/src/document/noise';

/** What is left of a line when its scraps are gone. */
function withoutScraps(line: string): string {
  return findScraps(line)
    .reverse()
    .reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), line)
    .trim();
}

describe('网页乱码', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['抓好落实。3 k% v( T9 Z* N4 W$ q', '抓好落实。'],
    ['% s. C- B6 m+ ~6 y 抓好落实。', '抓好落实。'],
    ['8 d. j~ a% P! s% ~新春伊始，万象更新。', '新春伊始，万象更新。'],
    ['& I* T2 `2 C3 c# a/ E: o& H (二)抓好落实', '(二)抓好落实'],
    ['- r6 p" I_ D; V8 K( R N, b$ 2026年，抓好落实。', '2026年，抓好落实。'],
    ['- r6 p" I_ D; V8 K( R N, b$ 5G网络已经建成。', '5G网络已经建成。'],
    ['要做到“三个突出”:. T( D; n! v9 x) J [9', '要做到“三个突出”:'],
    ['参会人数共25 t! l5 E7 R1 ~/ s: n7', '参会人数共25'],
    ['(详见附件) k! l5 E7 R1 ~/ s: n7', '(详见附件)'],
    ['+ k* G; l( E) c7 ~a 二、抓好落实; q9 ~9 T) U, K+ h0', '二、抓好落实'],
    ['* x" y* g+ G" f G2 d2 g+', ''],
  ];
  for (const [line, prose] of cases) it(line, () => assert.equal(withoutScraps(line), prose));

  for (const line of [
    '选项为A. B. C. D. E. F.',
    '公式为y = k1 * x1 + b2 / c3',
    'A B C D E F G',
    'Our plan is to build a new road, and so on. 同意。',
    '1. 2. 3. 4. 5. 6.',
    '抓好落实。',
    '',
  ]) {
    it(`不是乱码：${line}`, () => assert.deepEqual(findScraps(line), []));
  }
});

describe('网页残留的行', () => {
  for (const line of [
    '2026-03-05下载文档一键复制全文',
    '当前文档由用户上传发布，收益归属用户',
    '因篇幅问题不能全部显示，请点此查看更多内容',
    '当前位置：首页 > 范文 > 讲话稿',
    '上一篇：在表彰会上的讲话',
    '发布时间：2026-03-05 来源：本站 浏览：12',
    '【打印】 【关闭】',
    '第3页 共7页',
    '- 3 -',
    '｜',
    '下面是小编为大家整理的讲话稿，欢迎阅读！',
    '（未完，全文共6831字，当前仅显示2399字）',
    '点击上方蓝字关注我们',
    '↑↑↑点击上方“蓝字”，关注我们！',
    '长按二维码，关注“云岭发布”',
    '扫描下方二维码报名',
    '点个“在看”再走',
    '阅读原文',
  ]) {
    it(line, () => assert.ok(isResidueLine(line)));
  }
  for (const line of [
    '本站要保证春运服务质量。',
    '点名道姓通报，在看得见的地方公示',
    '扫描二维码登录系统；逐项填报，不得漏项',
    '点赞基层一线',
    '二维码门牌管理',
    '本网站内容建设要抓紧抓实。',
    '上一页所列问题已经整改。',
    '相关文章要认真学习。',
    '扫一扫二维码，即可报名参加活动。',
    '分享到各村各户，让群众都知道。',
    '下载文档后，请认真学习。',
    '转载文章应当注明出处。',
    '首页宣传要突出重点。',
    '——在全市工作会议上的讲话',
    '第3页',
    '作者：李四',
    '本站职工要整理好站容站貌。',
    '全文共六部分。',
  ]) {
    it(`不是残留：${line}`, () => assert.ok(!isResidueLine(line)));
  }
});

it('十万字的长行不拖垮', function () {
  this.timeout(3000);
  for (const unit of ['a+ ', 'A', '7', ' ', '　', '首页', '(1)', '【打印】', '抓好落实。', '本站', 'b$ {2 ']) {
    const line = unit.repeat(Math.ceil(100_000 / unit.length));
    findScraps(line);
    isResidueLine(line.slice(0, 200));
  }
});
