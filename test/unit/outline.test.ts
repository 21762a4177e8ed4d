/** The outline of whole drafts: nesting, run-in and buried headings, points, pieces. */
import assert from 'node:assert/strict';
import { readDraft } from '../../server/src/document/read';
import type { Language, OutlineNode } from '../../server/src/document/types';

/** One line a node: depth by indentation, level, number, title, lines; inline ones are marked with ~. */
function picture(text: string, language: Language = 'gongwen'): string[] {
  const lines: string[] = [];
  const draw = (node: OutlineNode, indent: string) => {
    lines.push(
      `${indent}${node.inline ? '~' : ''}${node.level} ${node.number}${node.title} ${node.line}-${node.endLine}`,
    );
    for (const child of node.children) draw(child, `${indent}  `);
  };
  for (const node of readDraft(text, language).outline) draw(node, '');
  return lines;
}

describe('大纲', () => {
  it('一、（一）1.（1）逐级相套', () => {
    const text =
      '在全市工作会议上的讲话\n同志们：\n今天召开这次会议，很重要。\n一、认清形势\n（一）看到成绩\n1.增长稳。全市经济稳中有进。\n（1）工业增长快。\n（二）看到差距\n二、抓好落实\n要压实责任。';
    assert.deepEqual(picture(text), [
      '0 在全市工作会议上的讲话 0-9',
      '  1 一、认清形势 3-7',
      '    2 （一）看到成绩 4-6',
      '      3 1.增长稳 5-6',
      '        4 （1）工业增长快 6-6',
      '    2 （二）看到差距 7-7',
      '  1 二、抓好落实 8-9',
    ]);
  });

  it('一、下面直接用1.，级别仍随序数', () => {
    assert.deepEqual(picture('一、抓落实\n1.压实责任。要细化分工。\n2.严格督查。要定期通报。'), [
      '1 一、抓落实 0-2',
      '  3 1.压实责任 1-1',
      '  3 2.严格督查 2-2',
    ]);
  });

  it('序数独占一行，标题在下一行', () => {
    assert.deepEqual(picture('（一）\n加强领导。要压实责任。\n（二）\n严格督查\n定期通报。'), [
      '2 （一）加强领导 0-1',
      '2 （二）严格督查 2-4',
    ]);
  });

  it('小数不是序数，挨着序数的才是', () => {
    assert.deepEqual(picture('1.80周岁以上老人；\n2.纯老家庭人员。\n共3类。'), [
      '3 1.80周岁以上老人 0-0',
      '3 2.纯老家庭人员 1-2',
    ]);
    assert.deepEqual(picture('1.80个百分点的降幅。\n2.30户企业受益。'), []);
  });

  it('小数编号的预案：1 总则、1.1、1.1.1，目录不算', () => {
    const text =
      '某某县防汛应急预案\n目录\n1 总则\n1.1 编制目的\n1.2 适用范围\n2 组织体系\n2.1 指挥机构\n1 总则\n1.1 编制目的\n为做好防汛工作，制定本预案。\n1.2分级分类\n1.2.1按照影响大小分为四级。\n（1）特别重大。\n（2）重大。\n2 组织体系\n2.1 指挥机构\n县政府设立指挥部。\n3 附则\n本预案自印发之日起施行。';
    assert.deepEqual(picture(text), [
      '0 某某县防汛应急预案 0-18',
      '  1 1总则 7-13',
      '    2 1.1编制目的 8-9',
      '    2 1.2分级分类 10-13',
      '      3 1.2.1按照影响大小分为四级 11-13',
      '        4 （1）特别重大 12-12',
      '        4 （2）重大 13-13',
      '  1 2组织体系 14-16',
      '    2 2.1指挥机构 15-16',
      '  1 3附则 17-18',
    ]);
  });

  it('1. 下面的1.1，第一章下面的1.1', () => {
    assert.deepEqual(picture('1. 总则\n1.1 目的\n1.2 依据\n1.3 原则\n2. 职责\n2.1 机构'), [
      '3 1.总则 0-3',
      '  4 1.1目的 1-1',
      '  4 1.2依据 2-2',
      '  4 1.3原则 3-3',
      '3 2.职责 4-5',
      '  4 2.1机构 5-5',
    ]);
    assert.deepEqual(
      picture('第一章 总则\n1.1 目的\n为了做好工作。\n1.2 依据\n1.3 原则\n第二章 职责\n2.1 机构\n2.2 分工'),
      [
        '1 第一章总则 0-4',
        '  2 1.1目的 1-2',
        '  2 1.2依据 3-3',
        '  2 1.3原则 4-4',
        '1 第二章职责 5-7',
        '  2 2.1机构 6-6',
        '  2 2.2分工 7-7',
      ],
    );
  });

  it('条下面的一、和（一），一层低一级', () => {
    assert.deepEqual(
      picture('第一章　总则\n第一条　按下列分工管理。\n一、领导机构。\n（一）领导小组负责；\n（二）办公室负责。'),
      [
        '1 第一章总则 0-4',
        '  2 第一条按下列分工管理 1-4',
        '    3 一、领导机构 2-4',
        '      4 （一）领导小组负责 3-3',
        '      4 （二）办公室负责 4-4',
      ],
    );
  });

  it('行首的小数不是标题', () => {
    assert.deepEqual(picture('1.1亿元用于水利。\n1.2亿元用于交通。\n1.3亿元用于教育。\n1.4亿元用于卫生。'), []);
    assert.deepEqual(picture('2.5个百分点\n3.1 有关情况\n4.7 有关情况\n5.2 有关情况'), []);
  });

  it('段首和段中的点', () => {
    const text =
      '一、抓落实\n一是压实责任。首先，要明确任务；其次，要细化分工。\n二是严格督查。\n全市上下要做到：第一，认识到位；第二，措施到位。';
    assert.deepEqual(picture(text), [
      '1 一、抓落实 0-3',
      '  ~2 一是压实责任 1-1',
      '    ~3 首先要明确任务 1-1',
      '    ~3 其次要细化分工 1-1',
      '  ~2 二是严格督查 2-2',
      '  ~2 第一，认识到位 3-3',
      '  ~2 第二，措施到位 3-3',
    ]);
  });

  it('单独的“一是”“首先”不算点', () => {
    assert.deepEqual(picture('一、抓落实\n首先要统一思想。\n一是一，二是二，要实事求是。'), ['1 一、抓落实 0-2']);
  });

  it('埋在长段里的标题', () => {
    const text =
      '今天召开会议。下面，我讲三点意见。 一、提高认识 办公室是中枢，地位重要，要强化担当。 二、突出重点 要抓住关键，办好实事，务求实效。一要找准问题，二要解决问题。 三、加强领导 要压实责任，狠抓落实，见到成效。';
    assert.deepEqual(
      picture(text).map((line) => line.trim()),
      [
        '~1 一、提高认识 0-0',
        '~1 二、突出重点 0-0',
        '~2 一要找准问题 0-0',
        '~2 二要解决问题 0-0',
        '~1 三、加强领导 0-0',
      ],
    );
  });

  it('章条：条在章下，款项在条下', () => {
    assert.deepEqual(
      picture(
        '某某管理办法\n第一章　总　则\n第一条　为了规范管理，制定本办法。\n第二条　下列情形适用本办法：\n（一）新建项目；\n（二）改建项目。\n第二章　附　则\n第三条　本办法自印发之日起施行。',
      ),
      [
        '0 某某管理办法 0-7',
        '  1 第一章总　则 1-5',
        '    2 第一条为了规范管理，制定本办法 2-2',
        '    2 第二条下列情形适用本办法 3-5',
        '      3 （一）新建项目 4-4',
        '      3 （二）改建项目 5-5',
        '  1 第二章附　则 6-7',
        '    2 第三条本办法自印发之日起施行 7-7',
      ],
    );
  });

  it('汇编里的每一篇各成一支', () => {
    const text =
      '全市会议讲话 篇1\n同志们：\n会议很重要。\n一、提高认识\n要统一思想。\n全市会议讲话 篇2\n同志们：\n会议很及时。\n一、加强领导\n要压实责任。';
    assert.deepEqual(picture(text), [
      '0 全市会议讲话 篇1 0-4',
      '  1 一、提高认识 3-4',
      '0 全市会议讲话 篇2 5-9',
      '  1 一、加强领导 8-9',
    ]);
  });

  it('Markdown 的标题、列表和代码', () => {
    const text =
      '---\ntitle: 稿\n---\n# 关于开展检查的通知\n\n各科室：\n\n## 一、总体要求\n\n要**坚持**问题导向。\n\n### 工作原则\n\n1. 统筹推进。\n2. 分类指导。\n\n```js\n// 一、不是标题\n```\n\n## 二、工作安排\n';
    assert.deepEqual(picture(text, 'markdown'), [
      '0 关于开展检查的通知 3-20',
      '  1 一、总体要求 7-18',
      '    2 工作原则 11-18',
      '      3 1.统筹推进 13-13',
      '      3 2.分类指导 14-18',
      '  1 二、工作安排 20-20',
    ]);
  });

  it('空文、只有空行、只有乱码都给出空大纲', () => {
    for (const text of ['', '\n\n', '\u0000\u0001', '\uD800'.repeat(50), 'hello world'])
      assert.deepEqual(
        picture(text).filter((line) => !line.startsWith('0')),
        [],
      );
  });
});
