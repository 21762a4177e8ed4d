/** Shows what a rule looks at and why, as a rendered page. */
import * as vscode from 'vscode';
import {
  ClientCommand,
  RULE_PAGE,
  RULES_LIST,
  type RulePageParams,
  type RuleSummary,
} from '../../server/src/lsp/messages';
import type { LanguageServer } from './language-server';

const SCHEME = 'biganzi-rule';

export function registerRulePages(context: vscode.ExtensionContext, server: LanguageServer): void {
  context.subscriptions.push(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: async (uri) => {
        const params: RulePageParams = { rule: ruleOf(uri) };
        return (await server.ask<string | null>(RULE_PAGE, params)) ?? '';
      },
    }),
    vscode.commands.registerCommand(ClientCommand.showRule, async (params?: RulePageParams) => {
      const rule = params?.rule ?? (await chooseRule(server));
      if (rule) await vscode.commands.executeCommand('markdown.showPreview', pageOf(rule));
    }),
  );
}

/** `heading/sequence` is shown as `biganzi-rule:/heading/sequence.md`. */
function pageOf(rule: string): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, path: `/${rule}.md` });
}

function ruleOf({ path }: vscode.Uri): string {
  return path.replace(/^\/|\.md$/g, '');
}

/** Rules that found something where the cursor is come first. */
async function chooseRule(server: LanguageServer): Promise<string | undefined> {
  const rules = (await server.ask<RuleSummary[]>(RULES_LIST, {})) ?? [];
  const here = rulesAtCursor();
  const item = ({ id, title, source }: RuleSummary) => ({ label: title, description: id, detail: source, id });
  const items = [
    ...rules.filter(({ id }) => here.has(id)).map(item),
    { label: '', kind: vscode.QuickPickItemKind.Separator, id: '' },
    ...rules.filter(({ id }) => !here.has(id)).map(item),
  ];
  const choice = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Explain a rule'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return choice?.id;
}

function rulesAtCursor(): ReadonlySet<string> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return new Set();
  const found = vscode.languages
    .getDiagnostics(editor.document.uri)
    .filter(
      ({ range }) => range.start.line <= editor.selection.active.line && editor.selection.active.line <= range.end.line,
    );
  return new Set(found.map(({ code }) => `${typeof code === 'object' ? code.value : code}`));
}
