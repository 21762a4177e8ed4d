/** The formatter puts marks and blanks right, does so once and for all, and leaves alone what is no prose. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { FormatStyle } from '../../server/src/service/format/style';
import { parseSettings } from '../../server/src/service/settings';
import { applyEdits, MemoryDocument, NEVER, serviceWith } from './support/service';

async function formatted(text: string, style: Partial<FormatStyle> = {}, language = 'gongwen'): Promise<string> {
  const { service } = serviceWith(parseSettings({ format: style }));
  const answer = await service.format(new MemoryDocument(text, language), NEVER);
  assert.ok(answer);
  return applyEdits(text, answer.edits);
}

const LINES = [
  '关于做好防汛工作的通知',
  '各区人民政府,市政府各部门:',
  '　　为做好防汛工作,现将有关事项通知如下:',
  '(一)提高认识。各单位要高度重视,不得延误!',
  '一.总体要求  ',
  '  1、加强领导,压实责任；',
  '要认真抓好落实， 切实压实责任，号召 “全面动员”。',
  '今年以来已经建成 5 个示范点，接待1,286人次，增长3.5%，会议10:30开始。',
  '投入２０２６万元，建成５Ｇ基站。',
  '姓名\t单位,部门\t电话 ',
  '| 甲,乙 | 丙 |',
  '详见https://www.example.gov.cn/a,b;c?d=1,2。',
  '',
  '　　',
  '',
  '　　　　　　　　　　××市人民政府',
  '2026年11月22日　　　　',
  '- 一项,两项',
  '> 引文,引文;',
  '```',
  'let a = 甲,乙;  ',
  '# 标题,标题',
  '\u200B抓好⺠⽣工作',
];

describe('格式化文稿', function () {
  this.timeout(60_000);

  it('标点、序数、空格、空行', async () => {
    const text =
      '关于做好防汛工作的通知\n\n\n各区人民政府：\n　　一.总体要求  \n　　要开展检查,落实整改， 不留死角.\n\n　\n\n';
    assert.equal(
      await formatted(text),
      '关于做好防汛工作的通知\n\n各区人民政府：\n　　一、总体要求\n　　要开展检查，落实整改，不留死角。\n',
    );
  });

  it('数、时间、网址、表格、代码不动', async () => {
    for (const text of [
      '全年接待1,286人次，增长3.5%，比例为1:3，会议10:30开始。',
      '网址是http://www.example.gov.cn/a,b;c，邮箱是a.b@example.gov.cn。',
      '姓名\t单位,部门\t电话:手机\n张三\t甲,乙\t',
    ])
      assert.equal(await formatted(text), text);
    const markdown =
      '# 标题\n\n```\n甲,乙  \n\n\n丙\n```\n\n> 原文,如此;\n\n| 甲,乙 | 丙 |\n| --- | --- |\n\n一行  \n要检查,落实。';
    assert.equal(
      await formatted(markdown, { indent: 'two', blankLines: 'none' }, 'markdown'),
      markdown.replace('检查,', '检查，'),
    );
  });

  it('空行可以都去掉', async () => {
    assert.equal(
      await formatted('关于做好防汛工作的通知\n\n各区人民政府：\n\n　　请认真落实。\n\n', { blankLines: 'none' }),
      '关于做好防汛工作的通知\n各区人民政府：\n　　请认真落实。\n',
    );
  });

  it('段首可以空两字，也可以顶格', async () => {
    const text =
      '关于做好防汛工作的通知\n\n　　各区人民政府：\n  为做好防汛工作，现通知如下。\n一、提高认识\n\t要高度重视。\n\n　　　　　　　　　　　市财政局\n　　　　　　　　　　　2026年11月22日\n';
    assert.equal(
      await formatted(text, { indent: 'two' }),
      '关于做好防汛工作的通知\n\n各区人民政府：\n　　为做好防汛工作，现通知如下。\n　　一、提高认识\n　　要高度重视。\n\n　　　　　　　　　　　市财政局\n　　　　　　　　　　　2026年11月22日\n',
    );
    assert.equal(
      await formatted(text, { indent: 'none' }),
      '关于做好防汛工作的通知\n\n各区人民政府：\n为做好防汛工作，现通知如下。\n一、提高认识\n要高度重视。\n\n　　　　　　　　　　　市财政局\n　　　　　　　　　　　2026年11月22日\n',
    );
  });

  it('章、节居中，不缩进；条是一段的开头，缩进', async () => {
    const text =
      '市档案管理办法\n\n　　　　第一章　总则\n第一条　为规范档案管理，制定本办法。\n第二章　归档\n第二条　各单位应当按时归档。\n';
    assert.equal(await formatted(text, { indent: 'two' }), text.replaceAll(/^第(?=.条)/gm, '　　第'));
  });

  it('只改确定的：有几种改法的、关掉的、忽略的不改', async () => {
    const text = '要认真抓好 落实，切实压实责任，不断提高水平,确保实效。';
    assert.equal(await formatted(text), text.replace(',', '，'));
    const { service } = serviceWith(parseSettings({ severity: { 'punctuation/half-width': 'off' } }));
    assert.deepEqual((await service.format(new MemoryDocument(text), NEVER))?.edits, []);
    assert.equal(await formatted('重新布署工作。到二零二六年完成。'), '重新布署工作。到二零二六年完成。');
  });

  it('选定的几行以外不动', async () => {
    const text = '要检查,落实。\n要整改,销号。\n\n\n要巩固,提高。';
    const { service } = serviceWith();
    const range = { start: { line: 1, character: 2 }, end: { line: 2, character: 0 } };
    const answer = await service.format(new MemoryDocument(text), NEVER, range);
    assert.equal(applyEdits(text, answer?.edits ?? []), text.replace('整改,', '整改，'));
  });

  it('输入时只改刚写完的一行，空格和缩进不动', async () => {
    const text = '　　要检查,落实。  \n要整改,销号。\n';
    const { service } = serviceWith();
    const answer = await service.formatLine(new MemoryDocument(text), 0, NEVER);
    assert.equal(applyEdits(text, answer?.edits ?? []), text.replace('检查,', '检查，'));
  });

  it('英文的文档不动', async () => {
    const text = 'This is a log, not a draft.  \n\n\nAnother line;  \n';
    assert.equal(await formatted(text, {}, 'plaintext'), text);
  });

  it('格式化过的再格式化，什么也不变', async () => {
    const style = fc.record({
      blankLines: fc.constantFrom('keep' as const, 'none' as const),
      indent: fc.constantFrom('keep' as const, 'none' as const, 'two' as const),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...LINES), { maxLength: 25 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        style,
        fc.constantFrom('gongwen', 'markdown'),
        async (lines, lineEnd, own, language) => {
          const once = await formatted(lines.join(lineEnd), own, language);
          assert.equal(await formatted(once, own, language), once);
          const words = (text: string) =>
            text
              .normalize('NFKC')
              .match(/[\p{Script=Han}A-Za-z]/gu)
              ?.join('');
          assert.equal(words(once.replaceAll('⺠', '民')), words(lines.join('').replaceAll('⺠', '民')));
        },
      ),
      { numRuns: 300 },
    );
  });
});
