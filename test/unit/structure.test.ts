/** Sections in hand: moved, promoted, merged and renumbered, with everything that refers to them; and nothing is lost. */
import assert from 'node:assert/strict';
import { readDraft } from '../../server/src/document/read';
import type { Language } from '../../server/src/document/types';
import { outlineItems } from '../../server/src/service/structure/outline';
import { perform } from '../../server/src/service/structure/perform';
import type { OutlineItem, Place, StructureOperation } from '../../server/src/service/structure/types';
import { splitLines } from '../../server/src/text/lines';
import { applyEdits, MemoryDocument, NEVER, serviceWith } from './support/service';

const NOTICE = `关于做好秋季农业生产工作的通知

各区人民政府：
　　为做好秋季农业生产工作，现通知如下。
　　一、提高认识
　　（一）统一思想。各级要认真学习。
　　（二）明确目标。如第三部分所述，要压实责任。
　　二、突出重点
　　（一）抓好秋收
　　1.组织机具。按照第（二）项要求准备。
　　2.落实人员。
　　（二）抓好秋种
　　三、加强领导
　　层层落实责任，详见附件2。
　　特此通知。
　　附件：1.任务分工表
　　　　　2.进度安排表
临江市农业局
2026年9月1日
`;

function lineOf(text: string, words: string): number {
  const line = splitLines(text).findIndex((each) => each.includes(words));
  assert.ok(line >= 0, `no line with ${words}`);
  return line;
}

function run(text: string, operation: StructureOperation, language: Language = 'gongwen') {
  const answer = perform(readDraft(text, language), text, operation);
  const after = applyEdits(text, answer.edits);
  for (const { range, text: words } of answer.unresolved) {
    const line = splitLines(after)[range.start.line] ?? '';
    assert.equal(line.slice(range.start.character, range.end.character), words);
  }
  return { ...answer, after, lines: splitLines(after).map((line) => line.trim()) };
}

/** The lines of a text between two of them, both included, without indentation. */
function between(lines: readonly string[], first: string, last: string): string[] {
  const start = lines.findIndex((line) => line.includes(first));
  const end = lines.findIndex((line) => line.includes(last));
  return lines.slice(start, end + 1);
}

describe('章节：移动', () => {
  it('上移一节，序数和引用跟着改，落款和附件不动', () => {
    const { lines, select, unresolved } = run(NOTICE, { type: 'up', lines: [lineOf(NOTICE, '三、加强')] });
    assert.deepEqual(between(lines, '一、提高', '进度安排表'), [
      '一、提高认识',
      '（一）统一思想。各级要认真学习。',
      '（二）明确目标。如第二部分所述，要压实责任。',
      '二、加强领导',
      '层层落实责任，详见附件2。',
      '三、突出重点',
      '（一）抓好秋收',
      '1.组织机具。按照第（二）项要求准备。',
      '2.落实人员。',
      '（二）抓好秋种',
      '特此通知。',
      '附件：1.任务分工表',
      '2.进度安排表',
    ]);
    assert.deepEqual(select?.start, { line: 7, character: 4 });
    assert.deepEqual(unresolved, []);
  });

  it('移到别的层次，级别和样式跟着变，下面各级一起变', () => {
    const place: Place = { after: lineOf(NOTICE, '（二）明确') };
    const { lines } = run(NOTICE, { type: 'move', lines: [lineOf(NOTICE, '二、突出')], place });
    assert.deepEqual(between(lines, '（二）明确', '二、加强'), [
      '（二）明确目标。如第二部分所述，要压实责任。',
      '（三）突出重点',
      '1.抓好秋收',
      '（1）组织机具。按照第（二）项要求准备。',
      '（2）落实人员。',
      '2.抓好秋种',
      '二、加强领导',
    ]);
  });

  it('目标换了样式，引用不猜，列出来', () => {
    const place: Place = { after: lineOf(NOTICE, '（二）明确') };
    const { unresolved } = run(NOTICE, { type: 'move', lines: [lineOf(NOTICE, '二、突出')], place });
    assert.deepEqual(
      unresolved.map(({ text }) => text),
      ['第（二）项'],
    );
  });

  it('几节一起移，空行留在两节之间', () => {
    const text = '一、甲事\n\n甲的内容。\n\n二、乙事\n\n乙的内容。\n\n三、丙事\n\n丙的内容。';
    const { after } = run(text, { type: 'move', lines: [0, 4], place: { after: 8 } });
    assert.equal(after, '一、丙事\n\n丙的内容。\n\n二、甲事\n\n甲的内容。\n\n三、乙事\n\n乙的内容。');
    const down = run(text, { type: 'up', lines: [8] });
    assert.equal(down.after, '一、甲事\n\n甲的内容。\n\n二、丙事\n\n丙的内容。\n\n三、乙事\n\n乙的内容。');
  });

  it('行末符号各守各的，最后一行没有换行也一样', () => {
    const text = '一、甲事\r\n甲的内容。\r\n二、乙事\r\n乙的内容。';
    assert.equal(run(text, { type: 'down', lines: [0] }).after, '一、乙事\r\n乙的内容。\r\n二、甲事\r\n甲的内容。');
    const old = '一、甲事\r甲的内容。\r二、乙事\r乙的内容。\r';
    assert.equal(run(old, { type: 'up', lines: [2] }).after, '一、乙事\r乙的内容。\r二、甲事\r甲的内容。\r');
  });

  it('光标在正文里，动的是所在的那一节', () => {
    const inside = run(NOTICE, { type: 'up', lines: [lineOf(NOTICE, '层层落实')] });
    assert.equal(inside.after, run(NOTICE, { type: 'up', lines: [lineOf(NOTICE, '三、加强')] }).after);
  });

  it('做不到的说明原因，什么也不改', () => {
    const messageOf = (operation: StructureOperation, text = NOTICE) => {
      const { message, after } = run(text, operation);
      assert.equal(after, text);
      return message;
    };
    assert.match(messageOf({ type: 'up', lines: [lineOf(NOTICE, '一、提高')] }) ?? '', /第一节/);
    assert.match(messageOf({ type: 'promote', lines: [lineOf(NOTICE, '一、提高')] }) ?? '', /最高一级/);
    assert.match(messageOf({ type: 'demote', lines: [lineOf(NOTICE, '（一）统一')] }) ?? '', /跳级/);
    assert.match(messageOf({ type: 'up', lines: [lineOf(NOTICE, '临江市')] }) ?? '', /不在任何一节/);
    const line = lineOf(NOTICE, '二、突出');
    assert.match(
      messageOf({ type: 'move', lines: [line], place: { into: lineOf(NOTICE, '（一）抓好') } }) ?? '',
      /自己里面/,
    );
    const deep = '①甲的事。\n②乙的事。';
    assert.match(messageOf({ type: 'demote', lines: [1] }, deep) ?? '', /没有更低一级/);
  });

  it('讲话稿收尾的话留在最后', () => {
    const text = '一、甲事\n甲的内容。\n二、乙事\n乙的内容。\n同志们，让我们共同努力！\n谢谢大家！';
    assert.equal(
      run(text, { type: 'up', lines: [2] }).after,
      '一、乙事\n乙的内容。\n二、甲事\n甲的内容。\n同志们，让我们共同努力！\n谢谢大家！',
    );
  });

  it('附件自成一篇，正文的节不移进去', () => {
    const text = `${NOTICE}附件1\n任务分工表\n一、市级任务\n抓好统筹。\n二、区级任务\n抓好落实。\n`;
    const operation: StructureOperation = {
      type: 'move',
      lines: [lineOf(text, '三、加强')],
      place: { before: lineOf(text, '一、市级') },
    };
    assert.match(run(text, operation).message ?? '', /各自编号/);
    const { lines } = run(text, { type: 'down', lines: [lineOf(text, '一、市级')] });
    assert.deepEqual(lines.slice(-5), ['一、区级任务', '抓好落实。', '二、市级任务', '抓好统筹。', '']);
    assert.ok(lines.includes('一、提高认识'));
  });
});

describe('章节：升级、降级、合并、增删', () => {
  it('升级以后，原来的后几节归到它下面', () => {
    const { lines } = run(NOTICE, { type: 'promote', lines: [lineOf(NOTICE, '（一）抓好')] });
    assert.deepEqual(between(lines, '二、突出', '四、加强'), [
      '二、突出重点',
      '三、抓好秋收',
      '（一）组织机具。按照第（三）项要求准备。',
      '（二）落实人员。',
      '（三）抓好秋种',
      '四、加强领导',
    ]);
  });

  it('降级归到上一节末尾；升回来还是原样', () => {
    const down = run(NOTICE, { type: 'demote', lines: [lineOf(NOTICE, '三、加强')] });
    assert.ok(down.lines.includes('（三）加强领导'));
    const up = run(down.after, { type: 'promote', lines: [lineOf(down.after, '（三）加强')] });
    assert.equal(up.after.replace('如第三部分', ''), NOTICE.replace('如第三部分', ''));
  });

  it('照本文的写法写序数', () => {
    const text = '一、甲事\n1、甲之一。\n2、甲之二。\n二、乙事\n1、乙之一。\n三、丙事';
    assert.equal(run(text, { type: 'demote', lines: [5] }).after, text.replace('三、丙事', '2、丙事'));
    const market = '## 一、甲事\n### （一）甲之一\n## 二、乙事\n';
    assert.equal(
      run(market, { type: 'demote', lines: [2] }, 'markdown').after,
      market.replace('## 二、乙事', '### （二）乙事'),
    );
    const plain = '# 题目\n\n## 甲事\n\n### 甲之一\n\n## 乙事\n\n乙的内容，要抓好落实。\n';
    assert.equal(run(plain, { type: 'demote', lines: [6] }, 'markdown').after, plain.replace('## 乙事', '### 乙事'));
  });

  it('题目以数字起头，不与序数连读', () => {
    const text = '一、甲事\n（一）甲之一\n1.甲的小事\n（二）5G网络建设';
    assert.equal(run(text, { type: 'demote', lines: [3] }).after, text.replace('（二）5G', '2. 5G'));
  });

  it('合并到上一节：标题成为段落，下面各节接着编', () => {
    const text = '一、甲事\n（一）甲之一\n二、乙事\n（一）乙之一\n（二）乙之二\n三、丙事';
    assert.equal(
      run(text, { type: 'merge', line: 2 }).after,
      '一、甲事\n（一）甲之一\n乙事\n（二）乙之一\n（三）乙之二\n二、丙事',
    );
  });

  it('插入同级标题：光标停在序数后面', () => {
    const { lines, select } = run(NOTICE, { type: 'insertSibling', line: lineOf(NOTICE, '二、突出') });
    const at = lines.indexOf('三、');
    assert.equal(lines[at - 1], '（二）抓好秋种');
    assert.equal(lines[at + 1], '四、加强领导');
    assert.deepEqual(select, { start: { line: at, character: 4 }, end: { line: at, character: 4 } });
  });

  it('删除本节：指向它的引用列出来', () => {
    const { lines, unresolved } = run(NOTICE, { type: 'remove', lines: [lineOf(NOTICE, '三、加强')] });
    assert.ok(!lines.includes('层层落实责任，详见附件2。'));
    assert.deepEqual(
      unresolved.map(({ text }) => text),
      ['第三部分'],
    );
  });

  it('复制一节到别的文稿，级别和写法随那里', () => {
    const { extracted, edits } = run(NOTICE, { type: 'extract', lines: [lineOf(NOTICE, '二、突出')] });
    assert.deepEqual(edits, []);
    assert.equal(extracted?.level, 1);
    const other = '一、甲事\n1、甲之一。\n（1）甲的细目。\n二、乙事';
    const operation: StructureOperation = {
      type: 'insertText',
      ...extracted,
      text: extracted?.text ?? '',
      level: 1,
      place: { after: 1 },
    };
    assert.deepEqual(run(other, operation).lines, [
      '一、甲事',
      '1、甲之一。',
      '（1）甲的细目。',
      '2、突出重点',
      '（1）抓好秋收',
      '①组织机具。按照第（二）项要求准备。',
      '②落实人员。',
      '（2）抓好秋种',
      '二、乙事',
    ]);
  });

  it('粘贴到没有标题的文稿', () => {
    const text = '关于甲事的报告\n\n甲事已经办妥，现报告如下。';
    const inserted = (into: string, place: Place) =>
      run(into, { type: 'insertText', text: '2、乙事。要抓好。\n', level: 3, place }).after;
    assert.equal(inserted(text, { into: 0 }), `${text}\n1、乙事。要抓好。`);
    const tail = '\n特此报告。\n临江市农业局\n2026年9月1日\n';
    assert.equal(inserted(text + tail, { into: 0 }), `${text}\n1、乙事。要抓好。${tail}`);
    assert.equal(inserted(text + tail, { after: 2 }), `${text}\n1、乙事。要抓好。${tail}`);
  });
});

describe('章节：重新编号', () => {
  const renumbered = (text: string) => run(text, { type: 'renumber' }).after;

  it('各级各守其式，缺号重号都接上；再编一次不变', () => {
    const text = '一、甲事\n（一）甲之一\n（三）甲之二\n三、乙事\n1．乙之一。\n1．乙之二。\n三、丙事';
    const after = '一、甲事\n（一）甲之一\n（二）甲之二\n二、乙事\n1．乙之一。\n2．乙之二。\n三、丙事';
    assert.equal(renumbered(text), after);
    assert.equal(renumbered(after), after);
    assert.match(run(after, { type: 'renumber' }).message ?? '', /无需改动/);
  });

  it('超过二十的圈码和括号码', () => {
    const list = Array.from(
      { length: 21 },
      (_, index) => `${String.fromCodePoint(0x2460 + Math.min(index, 19))}第${index}件事办好。`,
    );
    assert.ok(renumbered(list.join('\n')).endsWith('㉑第20件事办好。'));
  });

  it('只编选中的部分', () => {
    const text = '一、甲事\n三、乙事\n五、丙事\n七、丁事';
    const range = { start: { line: 1, character: 0 }, end: { line: 3, character: 0 } };
    assert.equal(run(text, { type: 'renumber', range }).after, '一、甲事\n二、乙事\n三、丙事\n七、丁事');
  });

  it('段中的一是二是、第一第二、首先其次', () => {
    assert.equal(
      renumbered('要做到：一是抓进度；二是抓质量；二是抓安全；四是抓廉政。'),
      '要做到：一是抓进度；二是抓质量；三是抓安全；四是抓廉政。',
    );
    assert.equal(renumbered('第一，要学习。第三，要调研。'), '第一，要学习。第二，要调研。');
    assert.equal(
      renumbered('首先，要学习；再次，要调研；最后，要落实。'),
      '首先，要学习；其次，要调研；最后，要落实。',
    );
    assert.equal(
      renumbered('抓三件事：（1）甲事；（2）乙事；（4）丙事；（5）丁事。'),
      '抓三件事：（1）甲事；（2）乙事；（3）丙事；（4）丁事。',
    );
  });

  it('拿不准的段中序数不动', () => {
    for (const text of [
      '二是抓质量；四是抓安全。',
      '一是甲，其中一是甲之一、二是甲之二；二是乙；三是丙。',
      '一是一，二是二，要实事求是。',
      '见式（1）和式（3）。',
    ])
      assert.equal(renumbered(text), text);
  });

  it('附件说明、附件标记和见附件几', () => {
    const text = NOTICE.replace('2.进度安排表', '3.进度安排表').replace('附件2', '附件1、3');
    const pages = `${text}附件1\n任务分工表\n抓好分工。\n附件3\n进度安排表\n抓好进度。\n`;
    const after = renumbered(pages);
    assert.match(after, /详见附件1、2。/);
    assert.match(after, /2\.进度安排表\n/);
    assert.match(after, /\n附件2\n进度安排表/);
  });

  it('图表的题注和如图几所示', () => {
    const text = '一、甲事\n如图3所示，产量上升；成本见表1。\n图1 产量情况\n图3 面积情况\n表1：成本情况\n代表2人参加。';
    assert.equal(
      renumbered(text),
      '一、甲事\n如图2所示，产量上升；成本见表1。\n图1 产量情况\n图2 面积情况\n表1：成本情况\n代表2人参加。',
    );
    const moved = run('一、甲事\n见图2。\n图1 甲图\n二、乙事\n图2 乙图\n见图1。', { type: 'down', lines: [0] });
    assert.equal(moved.after, '一、乙事\n图1 乙图\n见图2。\n二、甲事\n见图1。\n图2 甲图');
  });
});

describe('章节：引用', () => {
  const RULES = `临江市停车管理办法

第一章　总则
第一条　为了加强管理，制定本办法。
第二条　本办法所称停车场，是指供停放车辆的场所。
第二章　管理
第三条　停车场应当具备下列条件：
（一）有标线；
（二）有照明。
第四条　不具备本办法第三条第（二）项条件的，依照第二条和第五条处理。
第五条　依照《道路交通安全法》第三条、第五条的规定处理，按照第三条至第四条执行。
`;

  it('移动一条，办法自己的引用跟着改，别的法律的不动', () => {
    const { lines } = run(RULES, { type: 'down', lines: [lineOf(RULES, '第三条　')] });
    assert.ok(lines.includes('第三条　不具备本办法第四条第（二）项条件的，依照第二条和第五条处理。'), lines.join('\n'));
    assert.ok(lines.some((line) => line.includes('《道路交通安全法》第三条、第五条的规定')));
  });

  it('起止不再是原来那几条的，列出来', () => {
    const { unresolved, lines } = run(RULES, { type: 'down', lines: [lineOf(RULES, '第三条　')] });
    assert.deepEqual(
      unresolved.map(({ text }) => text),
      ['第三条至第四条'],
    );
    assert.ok(lines.some((line) => line.includes('按照第三条至第四条执行')));
  });

  it('项移走一个，后面的项和引用都提上来', () => {
    const { lines } = run(RULES, { type: 'remove', lines: [lineOf(RULES, '（一）有标线')] });
    assert.ok(lines.includes('（一）有照明。'));
    assert.ok(lines.some((line) => line.includes('本办法第三条第（一）项条件')));
  });

  it('隔着款说的项、不加括号的项，也跟着改；数数的不是引用', () => {
    const text =
      '第一条　应当具备：\n（一）甲；\n（二）乙。\n第二条　违反本办法第一条第一款第二项、第一款第（二）项的，办好第二项工作。';
    const { after } = run(text, { type: 'up', lines: [2] });
    assert.ok(after.includes('第一条第一款第一项、第一款第（一）项的，办好第二项工作'), after);
  });

  it('不是说本文的，一律不动', () => {
    const text = '一、甲事\n按照《工作方案》第二部分执行。\n二、乙事\n他在第二部分出场。';
    const { after, unresolved } = run(text, { type: 'up', lines: [2] });
    assert.ok(after.includes('《工作方案》第二部分'));
    assert.deepEqual(
      unresolved.map(({ text: words }) => words),
      ['第二部分'],
    );
  });

  it('十万字的一行', function () {
    this.timeout(20_000);
    const line = '如第二部分所述，按照第（二）项和本办法第三条至第五条，见附件2、图3和表2-1；一是抓好。'.repeat(2500);
    const text = `一、甲事\n${line}\n二、乙事\n${'第'.repeat(100_000)}`;
    run(text, { type: 'up', lines: [2] });
    run(text, { type: 'renumber' });
  });

  it('第三条道路、第二条生产线不是引用', () => {
    const text = '第一条　甲事。\n第二条　建设第一条生产线。';
    assert.equal(run(text, { type: 'up', lines: [1] }).after, '第一条　建设第一条生产线。\n第二条　甲事。');
  });
});

describe('章节：转换编号样式', () => {
  const text = '一、甲事\n（一）甲之一。如第二部分所述。\n1.甲的小事\n2.甲的小事\n二、乙事\n（一）乙之一';

  it('一、1.（1）', () => {
    assert.equal(
      run(text, { type: 'convertStyle', style: 'han-digit' }).after,
      '一、甲事\n1.甲之一。如第二部分所述。\n（1）甲的小事\n（2）甲的小事\n二、乙事\n1.乙之一',
    );
  });

  it('章、节、条，条连续编；再转回来', () => {
    const { after } = run(text, { type: 'convertStyle', style: 'chapter' });
    assert.equal(
      after,
      '第一章　甲事\n第一节　甲之一。如第二章所述。\n第一条　甲的小事\n第二条　甲的小事\n第二章　乙事\n第一节　乙之一',
    );
    assert.equal(run(after, { type: 'convertStyle', style: 'han' }).after, text);
    assert.match(run(text, { type: 'convertStyle', style: 'han' }).message ?? '', /已经是/);
  });
});

describe('章节：大纲', () => {
  it('各节的字数、问题和可动与否', async () => {
    const { service } = serviceWith();
    const text = NOTICE.replace('认真学习', '认真学习布署');
    const document = new MemoryDocument(text);
    await service.review(document, NEVER);
    const answer = await service.outline(document, NEVER);
    assert.equal(answer?.version, 1);
    const [title] = answer?.nodes ?? [];
    assert.equal(title?.level, 0);
    assert.equal(title?.movable, false);
    const first = title?.children[0] as OutlineItem;
    assert.deepEqual([first.number, first.title, first.style, first.movable], ['一、', '提高认识', 'han', true]);
    assert.equal(first.findings.error, 1);
    assert.equal(first.children[0]?.findings.error, 1);
    assert.equal(first.children[1]?.findings.error, 0);
    const last = title?.children[2] as OutlineItem;
    assert.equal(last.endLine, lineOf(text, '层层落实'));
    document.change(`前面加一行。\n${text}`);
    const moved = await service.outline(document, NEVER);
    assert.equal(moved?.version, 2);
    const found = (nodes: readonly OutlineItem[]): number => nodes.reduce((sum, each) => sum + each.findings.error, 0);
    assert.equal(found(moved?.nodes ?? []), 1);
  });

  it('段中各点的字数和问题各归各', () => {
    const text = '一、甲事\n要做到：一是抓进度；二是抓质量。';
    const draft = readDraft(text);
    const inline = (items: readonly OutlineItem[]): boolean[] =>
      items.flatMap((item) => [item.inline, ...inline(item.children)]);
    assert.ok(!inline(outlineItems(draft, [], false)).includes(true));
    const [first] = outlineItems(draft, [{ line: 1, character: 12, severity: 'error' }]);
    assert.deepEqual(
      first?.children.map(({ number, characters, findings, movable }) => [number, characters, findings.error, movable]),
      [
        ['一是', 6, 0, false],
        ['二是', 6, 1, false],
      ],
    );
  });
});
