/** What a writer sees on opening a draft: findings, outline, folding, hover; and what stays alone. */
import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import {
  api,
  closeAll,
  draftUri,
  EXTENSION,
  eventually,
  findings,
  found,
  HAS_KEYBOARD,
  open,
  openText,
  ruleOf,
  seen,
} from './support';

async function symbolsOf(uri: vscode.Uri): Promise<vscode.DocumentSymbol[]> {
  return vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', uri);
}

/** Names as an indented list, without the inline points. */
function outline(symbols: readonly vscode.DocumentSymbol[], depth = 0): string[] {
  return symbols.flatMap(({ name, children }) => [`${'  '.repeat(depth)}${name}`, ...outline(children, depth + 1)]);
}

describe('打开文稿', () => {
  afterEach(closeAll);

  it('测的是安装好的扩展，不是源码', () => {
    const extension = vscode.extensions.getExtension(EXTENSION);
    assert.ok(extension);
    assert.ok(extension.extensionPath.includes(`${path.sep}extensions${path.sep}`), extension.extensionPath);
  });

  it('.gw文件的语言是公文', async () => {
    const { document } = await open('讲话稿.gw');
    assert.equal(document.languageId, 'gongwen');
    const editor = vscode.workspace.getConfiguration('editor', document);
    assert.equal(editor.get('wordWrap'), 'on');
    assert.equal(editor.get('minimap.enabled'), false);
    assert.equal(editor.get('unicodeHighlight.ambiguousCharacters'), false);
  });

  it('纯文本里没有空格的一整段不当作一个词', async () => {
    const { document } = await open('通知.txt');
    const editor = vscode.workspace.getConfiguration('editor', document);
    assert.equal(editor.get('occurrencesHighlight'), 'off');
    assert.deepEqual(editor.get('wordSegmenterLocales'), ['zh']);
  });

  it('问题多得VS Code列不完，状态栏说出来', async function () {
    if (!HAS_KEYBOARD) return this.skip();
    const { document } = await openText(`${'　　各级各部门要按照会议布署抓好落实，不得拖延。\n'.repeat(1100)}`);
    const { statusOf } = await api();
    await eventually('more findings than VS Code lists', () => (statusOf(document.uri)?.findings ?? 0) > 1000);
    await seen('the number that is listed', '[id$="biganzi.findings"].statusbar-item', (items) =>
      items.some(({ label }) => label.includes('1000')),
    );
  });

  it('讲话稿里的问题标在原处', async () => {
    const { document } = await open('讲话稿.gw');
    const zero = await found(document.uri, 'number/zero');
    assert.equal(document.getText(zero.range), '二O二五');
    assert.equal(zero.severity, vscode.DiagnosticSeverity.Error);
    const rules = new Set(findings(document.uri).map(ruleOf));
    for (const rule of ['punctuation/half-width', 'heading/sequence', 'heading/mark', 'number/approximate'])
      assert.ok(rules.has(rule), rule);
  });

  it('规范的通知没有问题', async () => {
    const { document } = await open('规范通知.gw');
    const { statusOf } = await api();
    const status = await eventually('status', () => statusOf(document.uri));
    assert.equal(status.findings, 0);
    assert.equal(status.kind, 'notice');
    assert.deepEqual(findings(document.uri), []);
  });

  it('状态栏说得出文种、字数和问题数', async () => {
    const { document } = await open('简报.gw');
    const { statusOf } = await api();
    await found(document.uri, 'punctuation/unpaired');
    const status = await eventually('status', () => {
      const last = statusOf(document.uri);
      return last?.findings === findings(document.uri).length && last;
    });
    assert.equal(status.kind, 'brief');
    assert.equal(status.chosen, false);
    assert.ok(status.characters > 300 && status.characters < 500, `${status.characters}`);
    assert.ok(status.fixable > 0 && status.fixable <= status.findings);
  });

  it('分词组件在后台载入', async () => {
    const { document } = await open('简报.gw');
    const { statusOf } = await api();
    const state = await eventually('segmenter', () => {
      const segmenter = statusOf(document.uri)?.segmenter;
      return segmenter !== 'loading' && segmenter;
    });
    assert.ok(['nodejieba', 'intl'].includes(state));
  });

  it('大纲按层次列出', async () => {
    const { document } = await open('讲话稿.gw');
    await found(document.uri, 'heading/sequence');
    const symbols = await symbolsOf(document.uri);
    assert.equal(symbols.length, 1);
    const names = outline(symbols);
    assert.equal(names[0], '在全市政务公开工作推进会上的讲话');
    for (const name of [
      '  一、肯定成绩，坚定做好政务公开工作的信心',
      '    （一）制度更加健全',
      '    （三）平台更加好用',
      '  二、正视差距，找准工作中的短板弱项',
      '    1、思想认识有偏差',
      '  四、真抓实干，推动政务公开工作再上新台阶',
    ])
      assert.ok(names.includes(name), `${name}\n${names.join('\n')}`);
    const [section] = symbols[0]?.children ?? [];
    assert.match(section?.detail ?? '', /\d+字/);
  });

  it('各部分可以折叠', async () => {
    const { document } = await open('讲话稿.gw');
    const folds: vscode.FoldingRange[] = await vscode.commands.executeCommand(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    const first = document
      .getText()
      .split('\n')
      .findIndex((line) => line.includes('一、肯定成绩'));
    const fold = folds.find(({ start }) => start === first);
    assert.ok(fold);
    assert.match(document.lineAt(fold.end + 1).text + document.lineAt(fold.end + 2).text, /二、正视差距/);
  });

  it('选区由句到段到部分逐层扩大', async () => {
    const editor = await open('讲话稿.gw');
    const at = editor.document.positionAt(editor.document.getText().indexOf('群众满意度'));
    const [smallest]: vscode.SelectionRange[] = await vscode.commands.executeCommand(
      'vscode.executeSelectionRangeProvider',
      editor.document.uri,
      [at],
    );
    const texts: string[] = [];
    for (let each = smallest; each; each = each.parent) texts.push(editor.document.getText(each.range));
    assert.ok(
      texts.some((text) => text.startsWith('群众满意度') && text.length < 20),
      texts[0],
    );
    assert.ok(texts.some((text) => text.includes('过去一年') && !text.includes('一、')));
    assert.ok(texts.some((text) => text.includes('一、肯定成绩') && !text.includes('二、正视')));
  });

  it('悬停说明依据和理由', async () => {
    const { document } = await open('讲话稿.gw');
    const { range } = await found(document.uri, 'number/zero');
    const hovers: vscode.Hover[] = await vscode.commands.executeCommand(
      'vscode.executeHoverProvider',
      document.uri,
      range.start,
    );
    const text = hovers.flatMap(({ contents }) =>
      contents.map((each) => (typeof each === 'string' ? each : each.value)),
    );
    assert.match(text.join('\n'), /GB\/T 15835—2011/);
  });

  it('以中文行文为主的纯文本也检查', async () => {
    const { document } = await open('通知.txt');
    assert.equal(document.languageId, 'plaintext');
    await found(document.uri, 'punctuation/half-width');
  });

  it('英文不检查', async () => {
    const { document } = await open('english.txt');
    const { statusOf } = await api();
    const status = await eventually('status', () => statusOf(document.uri));
    assert.equal(status.draft, false);
    assert.deepEqual(findings(document.uri), []);
  });

  it('Markdown的代码、链接和标记不报', async () => {
    const { document } = await open('工作汇报.md');
    await found(document.uri, 'heading/sequence');
    const marked = findings(document.uri).map(({ range }) => document.lineAt(range.start).text);
    assert.ok(
      marked.every((line) => !line.includes('const a') && !line.startsWith('#')),
      marked.join('\n'),
    );
    const link = findings(document.uri).filter(({ range }) => document.getText(range).includes('example'));
    assert.deepEqual(link, []);
  });

  it('未存盘的文稿也检查', async () => {
    const { document } = await openText('关于召开会议的通知\n\n　　各单位要高度重视,认真准备。\n');
    await found(document.uri, 'punctuation/half-width');
  });

  it('设置里关掉的规则不再提示', async () => {
    const { document } = await open('讲话稿.gw');
    await found(document.uri, 'number/zero');
    const configuration = vscode.workspace.getConfiguration('biganzi', draftUri(''));
    await configuration.update('severity', { 'number/zero': 'off' }, vscode.ConfigurationTarget.Workspace);
    await eventually('the finding gone', () => findings(document.uri).every((each) => ruleOf(each) !== 'number/zero'));
    await configuration.update('severity', undefined, vscode.ConfigurationTarget.Workspace);
    await found(document.uri, 'number/zero');
  });
});
