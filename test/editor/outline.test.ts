/** The view 公文大纲 in a real VS Code: what it shows, how it follows and filters, and sections moved by mouse and keys. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  boxOpens,
  closeAll,
  draftUri,
  eventually,
  HAS_KEYBOARD,
  hasFocus,
  mouse,
  open,
  openText,
  pause,
  press,
  type Seen,
  see,
  seen,
  typeText,
} from './support';

const TEXT = `在全市林业工作会议上的讲话

同志们：

　　今天召开这次会议，主要任务是总结去年工作，部署今年任务。下面，我讲三点意见。

　　一、肯定成绩，坚定信心
　　过去一年，全市林业战线干部职工扎实工作，各项任务顺利完成。
　　（一）造林绿化有了新进展。全年完成造林三万亩。
　　（二）森林防火守住了底线。全年没有发生重大火情。

　　二、认清形势，正视差距
　　我们的工作还有差距。一是认识不够到位，有的单位重视不够；二是基础不够扎实，有的林区道路不通；三是作风不够过硬，有的任务落实不力。

　　三、突出重点，狠抓落实
　　今年任务繁重，各级各部门要抓紧抓实。
　　（一）抓好春季造林。三月底以前完成整地。
　　（二）抓好护林防火。四月以前修通防火通道。
　　（三）抓好队伍建设。年内完成轮训。
`;
const OTHER = `全市林业工作要点

　　一、深化改革
　　继续推进集体林权制度改革。

　　二、强化保障
　　落实资金和人员。
`;
const ROWS = '.monaco-list[aria-label="公文大纲"] .monaco-list-row';
const PANE = '[id="workbench.view.extension.biganzi"] .pane-body';
const KEYS = { 一: '一、肯定成绩', 二: '二、认清形势', 三: '三、突出重点' };

function run(command: string): Thenable<unknown> {
  return vscode.commands.executeCommand(`biganzi.outline.${command}`);
}

/** The words of the rows without lengths and findings. */
function titles(rows: readonly Seen[]): string[] {
  return rows.map(({ label }) => label.split('，标题')[0]?.split(/，.级标题|，段内要点/)[0] ?? '');
}

function rowsAre(...expected: readonly string[]): Promise<Seen[]> {
  return seen(expected.join('、'), ROWS, (rows) => {
    const shown = titles(rows);
    return shown.length === expected.length && expected.every((each, index) => shown[index]?.startsWith(each));
  });
}

async function outline(text = TEXT): Promise<vscode.TextEditor> {
  const editor = await openText(text);
  await run('focus');
  await seen('the first heading', ROWS, (rows) => rows.some(({ label }) => label.startsWith('一、')));
  return editor;
}

function headings({ document }: vscode.TextEditor): string[] {
  return document
    .getText()
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^(?:[一二三四五六]、|（[一二三四五六]）|\d\.)/.test(line))
    .map((line) => line.slice(0, 6));
}

function textBecomes(editor: vscode.TextEditor, what: string, wanted: (text: string) => boolean): Promise<unknown> {
  return eventually(what, () => wanted(editor.document.getText()));
}

describe('公文大纲', function () {
  this.retries(1);

  before(function () {
    if (!HAS_KEYBOARD) this.skip();
  });

  afterEach(async () => {
    await press('Escape');
    await run('clearFilter');
    await run('hidePoints');
    await run('follow');
    await run('level3');
    await closeAll();
  });

  after(() => vscode.commands.executeCommand('workbench.view.explorer'));

  it('没有文稿时可以新建；没有层次时作出说明', async () => {
    await run('focus');
    await seen('the button', `${PANE} .monaco-button`, ([button]) => /新建文稿|New Draft/.test(button?.text ?? ''));
    await openText('　　今天天气很好，我们去公园里散步，看见许多花都开了，大家都很高兴。\n');
    await seen('the hint', `${PANE} .welcome-view-content`, ([hint]) => /还没有标题和层次/.test(hint?.text ?? ''));
  });

  it('列出标题和各层次，带字数和问题数', async () => {
    await outline();
    const rows = await rowsAre(
      '在全市',
      '一、肯定',
      '（一）造林',
      '（二）森林',
      '二、认清',
      '三、突出',
      '（一）',
      '（二）',
      '（三）',
    );
    assert.deepEqual(
      rows.map(({ level }) => level),
      [1, 2, 3, 3, 2, 2, 3, 3, 3],
    );
    assert.match(rows[1]?.label ?? '', /^一、肯定成绩，坚定信心，一级标题，\d+字/);
    assert.match(rows[1]?.text ?? '', /\d+字/);
    await openText(TEXT.replace('扎实工作，', '扎实工作,'));
    await seen('the finding', ROWS, (each) => /\d+字 · 1处/.test(each[1]?.text ?? ''));
  });

  it('纯文本和Markdown文稿也一样', async () => {
    await open('通知.txt');
    await run('focus');
    await seen('a plain text', ROWS, (rows) => /标题/.test(rows[0]?.label ?? ''));
    await openText(
      '# 全市林业工作汇报\n\n各位领导：\n\n## 主要做法\n\n全市林业系统抓好造林绿化。\n\n## 下步打算\n\n继续抓好落实。\n',
      'markdown',
    );
    await rowsAre('全市林业工作汇报', '主要做法', '下步打算');
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    await mouse({ action: 'drag', on: { row: '下步打算' }, to: { row: '主要做法' } });
    await textBecomes(editor, 'the move', (text) => text.indexOf('## 下步打算') < text.indexOf('## 主要做法'));
  });

  it('段内要点可以显示，也可以不显示', async () => {
    await outline();
    await run('showPoints');
    await seen('the points', ROWS, (rows) => rows.filter(({ label }) => label.includes('段内要点')).length === 3);
    await run('hidePoints');
    await rowsAre('在全市', '一、', '（一）', '（二）', '二、', '三、', '（一）', '（二）', '（三）');
  });

  it('展开到几级，逐节收起，都记得住', async () => {
    const first = await outline();
    await run('level1');
    await rowsAre('在全市', '一、', '二、', '三、');
    await run('level2');
    await rowsAre('在全市', '一、', '（一）', '（二）', '二、', '三、', '（一）', '（二）', '（三）');
    await mouse({ action: 'click', on: { row: KEYS.一 } });
    await press('ArrowLeft');
    const folded = ['在全市', '一、', '二、', '三、', '（一）', '（二）', '（三）'];
    await rowsAre(...folded);
    await openText(OTHER);
    await rowsAre('全市林业', '一、', '二、');
    const again = await vscode.window.showTextDocument(first.document);
    await rowsAre(...folded);
    await again.edit((edit) => edit.insert(new vscode.Position(6, 4), '充分'));
    await rowsAre('在全市', '一、充分肯定', ...folded.slice(2));
    await vscode.commands.executeCommand('workbench.actions.treeView.biganzi.outline.collapseAll');
    await rowsAre('在全市');
  });

  it('点击转到本节，焦点仍在大纲；双击、回车进入正文', async () => {
    const editor = await outline();
    await mouse({ action: 'click', on: { row: KEYS.三 } });
    await eventually('the cursor', () => editor.selection.active.line === 14);
    await press('ArrowDown');
    await press('Enter');
    await eventually('the cursor below', () => editor.selection.active.line === 16);
    await hasFocus();
    await typeText('！');
    await textBecomes(editor, 'the typed mark', (text) => text.includes('　　！（一）抓好'));
    await mouse({ action: 'doubleClick', on: { row: KEYS.二 } });
    const line = () => editor.document.lineAt(editor.selection.active.line).text;
    await eventually('the cursor above', () => line().includes('二、认清'));
    await hasFocus();
    await typeText('请');
    await textBecomes(editor, 'the typed word', (text) => text.includes('　　请二、认清'));
  });

  it('跟随光标，不抢焦点；折叠的不展开', async () => {
    const editor = await outline();
    await vscode.window.showTextDocument(editor.document);
    const goTo = (line: number) => {
      editor.selection = new vscode.Selection(line, 3, line, 3);
    };
    const chosen = (start: string) =>
      seen(start, ROWS, (rows) => rows.some(({ label, selected }) => selected && label.startsWith(start)));
    goTo(12);
    await chosen('二、认清');
    goTo(17);
    await chosen('（二）抓好护林');
    await typeText('请');
    await textBecomes(editor, 'the typed word', (text) => text.includes('　　（请二）'));
    await vscode.commands.executeCommand('undo');
    await run('level1');
    await chosen('三、突出');
    await rowsAre('在全市', '一、', '二、', '三、');
    await run('unfollow');
    goTo(7);
    await pause(600);
    await chosen('三、突出');
  });

  it('筛选标题，连同折叠着的；Esc恢复原样', async () => {
    await outline();
    await run('level1');
    await rowsAre('在全市', '一、', '二、', '三、');
    void run('filter');
    await boxOpens();
    await typeText('防火');
    await rowsAre('在全市', '一、', '（二）森林防火', '三、', '（二）抓好护林防火');
    await seen('the matched words', `${ROWS} .monaco-highlighted-label .highlight`, (all) => all.length === 2);
    await press('Enter');
    await seen('the message', `${PANE} .message`, ([message]) => /含“防火”的标题：2个/.test(message?.text ?? ''));
    void run('filter');
    await boxOpens();
    await typeText('造船');
    await rowsAre();
    await seen('the message', `${PANE} .message`, ([message]) => /没有含“造船”的标题/.test(message?.text ?? ''));
    await press('Escape');
    await rowsAre('在全市', '一、', '（二）森林防火', '三、', '（二）抓好护林防火');
    await run('clearFilter');
    await rowsAre('在全市', '一、', '二、', '三、');
  });

  it('拖动一节，序号随之更新，一步撤销', async () => {
    const editor = await outline();
    await mouse({ action: 'drag', on: { row: KEYS.三 }, to: { row: KEYS.一 } });
    await textBecomes(editor, 'the move', (text) => text.includes('一、突出重点') && text.includes('二、肯定成绩'));
    assert.deepEqual(
      headings(editor).filter((line) => line[1] === '、'),
      ['一、突出重点', '二、肯定成绩', '三、认清形势'],
    );
    await rowsAre('在全市', '一、突出', '（一）', '（二）', '（三）', '二、肯定', '（一）', '（二）', '三、认清');
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), TEXT);
  });

  it('几节一起拖，拖到上级标题上排在末尾', async () => {
    const editor = await outline();
    await mouse({ action: 'click', on: { row: '（一）造林绿化' } });
    await mouse({ action: 'click', on: { row: '（二）森林防火' }, holding: ['Control'] });
    await mouse({ action: 'drag', on: { row: '（二）森林防火' }, to: { row: KEYS.三 } });
    await textBecomes(editor, 'the move', (text) => text.includes('（四）造林绿化') && text.includes('（五）森林防火'));
    await run('undo');
    await textBecomes(editor, 'the text as it was', (text) => text === TEXT);
  });

  it('拖到下级标题上降级，拖到标题上升级', async () => {
    const editor = await outline();
    await mouse({ action: 'drag', on: { row: KEYS.二 }, to: { row: '（一）抓好春季造林' } });
    await textBecomes(
      editor,
      'the demotion',
      (text) => text.includes('（二）认清形势') && text.includes('二、突出重点'),
    );
    await mouse({ action: 'drag', on: { row: '（二）认清形势' }, to: { row: '在全市林业' } });
    await textBecomes(editor, 'the promotion', (text) => text.includes('三、认清形势'));
  });

  it('键盘上移下移，焦点不离开；撤销键撤销大纲里做的', async () => {
    const editor = await outline();
    await mouse({ action: 'click', on: { row: KEYS.一 } });
    await press('Alt+ArrowDown');
    await press('Alt+ArrowDown');
    await textBecomes(editor, 'two steps down', (text) => text.includes('三、肯定成绩'));
    await press('Alt+ArrowUp');
    await textBecomes(editor, 'a step up', (text) => text.includes('二、肯定成绩'));
    await press('Alt+Shift+ArrowRight');
    await textBecomes(editor, 'the demotion', (text) => text.includes('（一）肯定成绩') && text.includes('1.造林绿化'));
    for (let step = 0; step < 4; step++) {
      const { version } = editor.document;
      await press('Control+z');
      await eventually('an undo', () => editor.document.version !== version);
    }
    await textBecomes(editor, 'the text as it was', (text) => text === TEXT);
  });

  it('右键菜单：删除不问，可以撤销；插入同级标题，接着写', async () => {
    const editor = await outline();
    await mouse({ action: 'rightClick', on: { row: KEYS.二 } });
    await mouse({ action: 'click', on: { menu: '删除本节' } });
    await textBecomes(editor, 'the removal', (text) => !text.includes('认清形势') && text.includes('二、突出重点'));
    await run('undo');
    await textBecomes(editor, 'the text as it was', (text) => text === TEXT);
    await rowsAre('在全市', '一、', '（一）', '（二）', '二、', '三、', '（一）', '（二）', '（三）');
    await mouse({ action: 'rightClick', on: { row: KEYS.一 } });
    await mouse({ action: 'click', on: { menu: '插入同级标题' } });
    await textBecomes(editor, 'the new heading', (text) => text.includes('四、突出重点'));
    await typeText('坚持问题导向');
    await textBecomes(editor, 'the title', (text) => text.includes('二、坚持问题导向'));
  });

  it('合并到上一节；复制一节，粘贴到别处', async () => {
    const editor = await outline();
    await mouse({ action: 'click', on: { row: '（二）抓好护林' } });
    await press('Alt+Backspace');
    await textBecomes(editor, 'the merging', (text) => text.includes('（二）抓好队伍'));
    await run('undo');
    await textBecomes(editor, 'the text as it was', (text) => text === TEXT);
    await rowsAre('在全市', '一、', '（一）', '（二）', '二、', '三、', '（一）', '（二）', '（三）');
    await mouse({ action: 'click', on: { row: '（一）抓好春季造林' } });
    await press('Control+c');
    await mouse({ action: 'click', on: { row: KEYS.一 } });
    await press('Control+v');
    await textBecomes(
      editor,
      'the copy',
      (text) => text.includes('（三）抓好春季造林') && text.includes('（一）抓好春季造林'),
    );
  });

  it('两篇并排，从一篇拖到另一篇是复制', async () => {
    const left = await outline();
    const right = await openText(OTHER, 'gongwen', vscode.ViewColumn.Beside);
    await run('level2');
    await seen('both drafts', ROWS, (rows) => rows.filter(({ level }) => level === 1).length === 2);
    await mouse({ action: 'drag', on: { row: '（一）造林绿化' }, to: { row: '一、深化改革' } });
    await textBecomes(right, 'the copy', (text) => text.includes('（一）造林绿化'));
    assert.equal(left.document.getText(), TEXT);
    await run('undo');
    await textBecomes(right, 'the text as it was', (text) => text === OTHER);
  });

  it('拖进正文是一段文字', async () => {
    const editor = await outline();
    await mouse({ action: 'drag', on: { row: '（二）森林防火' }, to: { line: '今天召开' } });
    await textBecomes(editor, 'the text', (text) => text.split('森林防火守住了底线').length === 3);
  });

  it('只读的文稿不动，说明原因', async () => {
    const settings = vscode.workspace.getConfiguration('files');
    const uri = draftUri('大纲只读.gw');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(TEXT));
    await settings.update('readonlyInclude', { '**/大纲只读.gw': true }, vscode.ConfigurationTarget.Workspace);
    try {
      await vscode.window.showTextDocument(uri);
      await run('focus');
      await seen('the first heading', ROWS, (rows) => rows.some(({ label }) => label.startsWith('一、')));
      await mouse({ action: 'drag', on: { row: KEYS.三 }, to: { row: KEYS.一 } });
      await seen('the sentence', '.notification-toast', ([toast]) => /只读/.test(toast?.text ?? ''));
      assert.equal(vscode.window.activeTextEditor?.document.getText(), TEXT);
    } finally {
      await settings.update('readonlyInclude', undefined, vscode.ConfigurationTarget.Workspace);
      await closeAll();
      await vscode.workspace.fs.delete(uri);
    }
  });

  it('一千个标题也不卡', async () => {
    const lines = Array.from({ length: 1000 }, (_, index) => {
      const [part, section] = [Math.floor(index / 50), index % 50];
      const title = section === 0 ? `${han(part + 1)}、第${part + 1}部分` : `（${han(section)}）工作${index}`;
      return `　　${title}。各单位要抓好落实，按时报告进展情况。`;
    });
    const editor = await outline(`长文稿\n\n${lines.join('\n')}\n`);
    await seen('the rows', ROWS, (rows) => rows.length > 20);
    await editor.edit((edit) => edit.insert(new vscode.Position(2, 4), '新'));
    await seen('the change', ROWS, (rows) => rows.some(({ label }) => label.startsWith('一、新第1部分')));
    assert.ok((await see(ROWS)).length > 20);
  });
});

function han(value: number): string {
  const digits = '零一二三四五六七八九';
  const tens = Math.floor(value / 10);
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${value % 10 > 0 ? digits[value % 10] : ''}`;
}
