/** Requests of the protocol about one document, each handed to the service. */
import { CompletionTriggerKind } from 'vscode-languageserver/node';
import { isWordList } from '../service/is-draft';
import { listItems } from '../service/list-completion';
import { toCodeActions, toFixAllAction, wants, wantsFixAll } from './code-actions';
import { toConversionActions, wantsConversions } from './conversions';
import {
  linkToRule,
  toCompletionItem,
  toDocumentSymbol,
  toFoldingRange,
  toHover,
  toListItem,
  toSelectionRange,
  toSymbolInformation,
} from './convert';
import { registerSemanticTokens } from './semantic-tokens';
import type { Session } from './session';
import { toStructureActions, wantsStructure } from './structure';
import { isTemplate, templateCompletions, templateHover } from './templates';

export function registerLanguageFeatures(session: Session): void {
  const { connection, service, features } = session;

  connection.languages.diagnostics.on(({ textDocument: { uri }, previousResultId }, token) =>
    session.diagnostics.pull(uri, previousResultId, token),
  );

  registerSemanticTokens(session);

  connection.onCodeAction(async (params, token) => {
    const { uri } = params.textDocument;
    if (!features.codeActionLiterals) return [];
    return session.ask(uri, token, async (document) => {
      const { version } = document;
      const fixAll = wantsFixAll(params) ? await service.fixAll(document, token) : undefined;
      if (token.isCancellationRequested) return undefined;
      const actions = wants(params, 'quickfix') ? await service.codeActions(document, params.range, token) : [];
      const structure = wantsStructure(params) ? await service.structureActions(document, params.range, token) : [];
      const converted = wantsConversions(params) ? await service.conversions(document, params.range, token) : [];
      if (!actions || !structure || !converted || document.version !== version) return undefined;
      return [
        ...toCodeActions(actions, uri, version, features, session.workspace.folders.folderOf(uri) !== undefined),
        ...(fixAll ? toFixAllAction(fixAll, uri, features) : []),
        ...toConversionActions(converted, params, version, features),
        ...toStructureActions(structure, params, uri, version, features),
      ];
    });
  });

  connection.onCompletion(async ({ textDocument: { uri }, position, context }, token) =>
    session.ask(uri, token, async (document) => {
      if (isWordList(uri))
        return listItems(document.getText(), position, session.workspace.packs.columnsOf(uri)).map(toListItem);
      if (isTemplate(document)) return templateCompletions(document, position, features);
      const triggered = context?.triggerKind === CompletionTriggerKind.TriggerCharacter;
      const { version } = document;
      const found = await service.completions(document, position, triggered, token);
      if (!found || document.version !== version) return undefined;
      return found.filter(({ kind }) => kind !== 'snippet' || features.snippets).map(toCompletionItem);
    }),
  );

  connection.onDocumentSymbol(async ({ textDocument: { uri } }, token) => {
    const symbols = await session.ask(uri, token, (document) => service.documentSymbols(document, token));
    return features.hierarchicalSymbols ? symbols.map(toDocumentSymbol) : toSymbolInformation(symbols, uri);
  });

  connection.onFoldingRanges(async ({ textDocument: { uri } }, token) => {
    const folds = await session.ask(uri, token, (document) => service.foldingRanges(document, token));
    return folds.slice(0, features.foldingLimit).map(toFoldingRange);
  });

  connection.onSelectionRanges(async ({ textDocument: { uri }, positions }, token) => {
    const ranges = await session.ask(uri, token, (document) => service.selectionRanges(document, positions, token));
    return ranges.map(toSelectionRange);
  });

  connection.onHover(async ({ textDocument: { uri }, position }, token) =>
    session.ask(uri, token, async (document) => {
      if (isTemplate(document)) return templateHover(document, position, features);
      const hover = await service.hover(document, position, token, {
        linkTo: linkToRule(features),
        withoutMessage: features.own,
      });
      if (hover) return toHover(hover, features);
      return token.isCancellationRequested ? undefined : null;
    }),
  );
}
