/** Names the service's actions, and leaves out what the editor at the other end cannot carry out. */
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
} from 'vscode-languageserver/node';
import type { CodeAction as Action } from '../service/code-actions';
import type { TextEdit } from '../service/diagnostics';
import type { Mending } from '../service/service';
import type { ClientFeatures } from './client-features';
import { toDiagnostic, toWorkspaceEdit } from './convert';
import {
  type AddWordArguments,
  ClientCommand,
  type IgnoreArguments,
  type IgnoreRuleArguments,
  type MoreArguments,
  type RulePageParams,
} from './messages';
import { TEXTS } from './texts';

export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.biganzi`;

/** True when the client asks for actions of this kind, or for all. */
export function wants({ context: { only } }: CodeActionParams, kind: string): boolean {
  return only === undefined || only.some((each) => kind === each || each === '' || kind.startsWith(`${each}.`));
}

/** “Fix everything” is worked out when it is asked for by name or by hand, not each time the cursor moves. */
export function wantsFixAll(params: CodeActionParams): boolean {
  const { only, triggerKind } = params.context;
  return wants(params, FIX_ALL_KIND) && (only !== undefined || triggerKind === CodeActionTriggerKind.Invoked);
}

/** What is seldom wanted, and reaches beyond the document: behind one entry, not between those of every day. */
const SELDOM: ReadonlySet<Action['type']> = new Set(['ignore-word', 'ignore-rule']);

export function toCodeActions(
  actions: readonly Action[],
  uri: string,
  version: number,
  features: ClientFeatures,
  inFolder: boolean,
): CodeAction[] {
  const several = new Set(actions.map(({ report }) => report.rule)).size > 1;
  const shown: CodeAction[] = [];
  const seldom: CodeAction[] = [];
  for (const action of actions)
    for (const each of toCodeAction(action, several, uri, version, features, inFolder))
      (SELDOM.has(action.type) || isForWorkspace(each) ? seldom : shown).push(each);
  // an entry that opens a list of one would be a step for nothing
  return seldom.length < 2 ? [...shown, ...seldom] : [...shown, more(seldom, features)];
}

/** The dictionary of all drafts is the one of every day; that of the workspace is chosen on purpose. */
function isForWorkspace({ command }: CodeAction): boolean {
  return command?.arguments?.some(({ scope }: Partial<AddWordArguments>) => scope === 'workspace') ?? false;
}

/** One entry that opens a list of the others. */
function more(actions: readonly CodeAction[], { language }: ClientFeatures): CodeAction {
  const title = TEXTS[language].more;
  const choices = actions.flatMap(({ command }) =>
    command ? [{ title: command.title, command: command.command, argument: command.arguments?.[0] as object }] : [],
  );
  const diagnostics = actions[0]?.diagnostics ?? [];
  const argument: MoreArguments = { choices };
  return {
    kind: CodeActionKind.QuickFix,
    diagnostics,
    title,
    command: { title, command: ClientCommand.more, arguments: [argument] },
  };
}

function toCodeAction(
  action: Action,
  several: boolean,
  uri: string,
  version: number,
  features: ClientFeatures,
  inFolder: boolean,
): CodeAction[] {
  const { rule } = action.report;
  const texts = TEXTS[features.language];
  const name = several ? rule.title : undefined;
  const base = { kind: CodeActionKind.QuickFix, diagnostics: [toDiagnostic(action.report, uri, features)] };
  const byEdits = (title: string, edits: readonly TextEdit[], preferred = false): CodeAction[] => [
    {
      ...base,
      title,
      edit: toWorkspaceEdit(uri, version, edits, features),
      ...(preferred ? { isPreferred: true } : {}),
    },
  ];
  const byClient = (title: string, command: string, argument: object): CodeAction[] =>
    features.own ? [{ ...base, title, command: { title, command, arguments: [argument] } }] : [];
  switch (action.type) {
    case 'fix':
      return byEdits(action.title, action.edits, action.preferred);
    case 'fix-word':
      return byEdits(texts.fixWord(action.word, action.title, action.mended), action.edits);
    case 'fix-rule':
      return byEdits(texts.fixRule(name, action.mended), action.edits);
    case 'add-word':
      return (inFolder ? (['user', 'workspace'] as const) : (['user'] as const)).flatMap((scope) =>
        byClient(texts.addWord[scope](action.word), ClientCommand.addWord, {
          uri,
          word: action.word,
          scope,
        } satisfies AddWordArguments),
      );
    case 'ignore-word':
      return byClient(texts.ignoreWord(action.word), ClientCommand.ignore, {
        uri,
        entries: [action.entry],
      } satisfies IgnoreArguments);
    case 'ignore-here':
    case 'ignore-in-document': {
      const title = (action.type === 'ignore-here' ? texts.ignoreHere : texts.ignoreInDocument)(name);
      return byClient(title, ClientCommand.ignore, { uri, entries: [action.entry] } satisfies IgnoreArguments);
    }
    case 'ignore-rule':
      return byClient(texts.ignoreRule(name), ClientCommand.ignoreRule, {
        uri,
        rule: rule.id,
      } satisfies IgnoreRuleArguments);
    case 'show-rule':
      return byClient(texts.showRule(name), ClientCommand.showRule, { rule: rule.id } satisfies RulePageParams);
  }
}

export function toFixAllAction(mending: Mending, uri: string, features: ClientFeatures): CodeAction[] {
  if (mending.edits.length === 0) return [];
  return [
    {
      title: TEXTS[features.language].fixAll(mending.mended),
      kind: FIX_ALL_KIND,
      edit: toWorkspaceEdit(uri, mending.version, mending.edits, features),
    },
  ];
}
