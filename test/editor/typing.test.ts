/** What does not get in the way of a writer who types: unfinished sentences, and a language that VS Code guessed. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  eventually,
  findings,
  found,
  HAS_KEYBOARD,
  openText,
  pause,
  press,
  ruleOf,
  typeText,
} from './support';

const SPEECH =
  '在全县安全生产工作会议上的讲话\n\n同志们：\n\n　　今天，我们召开会议，主要任务是总结工作，部署任务。下面，我讲';
const RULE = 'punctuation/sentence-end';

/** As VS Code does it when it has guessed; the document is another for extensions then. */
function setLanguage(document: vscode.TextDocument, language: string): Thenable<vscode.TextDocument> {
  return vscode.languages.setTextDocumentLanguage(document, language);
}

describe('写的时候', () => {
  afterEach(closeAll);

  it('正在写的一句不报缺句号，光标离开才报', async function () {
    if (!HAS_KEYBOARD) this.skip();
    const editor = await openText(SPEECH);
    const { document } = editor;
    const rules = () => findings(document.uri).map(ruleOf);
    await found(document.uri, RULE);
    const end = document.lineAt(4).range.end;
    editor.selection = new vscode.Selection(end, end);
    await typeText('三点布署');
    await eventually('nothing at the cursor', () => !rules().includes(RULE));
    await typeText('今年的');
    await found(document.uri, 'wording/confusable');
    await pause(1000);
    assert.ok(!rules().includes(RULE));
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await found(document.uri, RULE);
  });

  it('检查当前文稿，就都列出来', async function () {
    if (!HAS_KEYBOARD) this.skip();
    const editor = await openText(SPEECH);
    const { uri } = editor.document;
    await found(uri, RULE);
    await vscode.commands.executeCommand('cursorBottom');
    await typeText('三点');
    await eventually('nothing at the cursor', () => !findings(uri).some((each) => ruleOf(each) === RULE));
    await vscode.commands.executeCommand('biganzi.check');
    await found(uri, RULE);
    await press('Escape');
  });

  it('新建的纯文本被当成代码，是中文行文就改作公文，只改一次', async () => {
    const { document } = await openText(`${SPEECH}三点意见，布署工作。`, 'plaintext');
    await found(document.uri, 'wording/confusable');
    await setLanguage(document, 'ini');
    await eventually('a draft again', () => vscode.window.activeTextEditor?.document.languageId === 'gongwen');
    await found(document.uri, 'wording/confusable');
    const chosen = await setLanguage(document, 'ini');
    await pause(800);
    assert.equal(chosen.languageId, 'ini', 'what the writer chooses stays');
  });

  it('新建的代码，有中文注释也不动', async () => {
    const code = '# 计算各部门的办结率\nfor name, done, total in rows:\n    print(name, done / total)  # 保留两位\n';
    const { document } = await openText(code, 'plaintext');
    const guessed = await setLanguage(document, 'python');
    await pause(800);
    assert.equal(guessed.languageId, 'python');
  });
});
