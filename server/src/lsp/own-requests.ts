/** What our own client asks beyond the protocol; see `messages.ts`. */
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { RULES } from '../rules/registry';
import { type CharacterCounts, countAll } from '../service/characters';
import { isKind } from './client-features';
import { toDiagnostics } from './convert';
import {
  CHECK,
  CHECK_TEXT,
  type CheckedText,
  type CheckTextParams,
  CLEAN,
  type CleanParams,
  COUNT,
  type CountParams,
  type DocumentCleaning,
  type DocumentParams,
  type Edits,
  FIX_ALL,
  OUTLINE,
  type OutlineAnswer,
  type OutlineParams,
  RENUMBER,
  REPORT,
  type ReportAnswer,
  type ReportParams,
  RULE_PAGE,
  RULES_LIST,
  type RulePageParams,
  type RuleSummary,
  SET_KIND,
  type SetKindParams,
  STRUCTURE,
  type Status,
  type StructureAnswer,
  type StructureParams,
  TRUST,
} from './messages';
import type { Session } from './session';

export function registerOwnRequests(session: Session): void {
  const { connection, service, workspace, status, diagnostics } = session;

  connection.onNotification(SET_KIND, ({ uri, kind }: SetKindParams) => {
    workspace.chooseKind(uri, isKind(kind) ? kind : undefined);
    diagnostics.refresh();
  });

  connection.onNotification(TRUST, () => {
    workspace.packs.trust();
    session.packsChanged();
  });

  connection.onRequest(CHECK, async ({ uri }: DocumentParams, token): Promise<Status> => {
    workspace.force(uri);
    diagnostics.refresh();
    return session.ask(uri, token, (document) => status.status(document, token));
  });

  connection.onRequest(
    FIX_ALL,
    ({ uri }: DocumentParams, token): Promise<Edits> =>
      session.ask(uri, token, (document) => service.fixAll(document, token)),
  );

  connection.onRequest(
    RENUMBER,
    ({ uri }: DocumentParams, token): Promise<Edits> =>
      session.ask(uri, token, (document) => service.renumber(document, token)),
  );

  connection.onRequest(
    OUTLINE,
    ({ uri, points }: OutlineParams, token): Promise<OutlineAnswer> =>
      session.ask(uri, token, (document) => service.outline(document, token, points)),
  );

  connection.onRequest(
    STRUCTURE,
    ({ uri, operation }: StructureParams, token): Promise<StructureAnswer> =>
      session.ask(uri, token, (document) => service.structure(document, operation, token)),
  );

  connection.onRequest(
    CLEAN,
    ({ uri, ...of }: CleanParams, token): Promise<DocumentCleaning> =>
      session.ask(uri, token, (document) => service.clean(document, token, of)),
  );

  connection.onRequest(CHECK_TEXT, async ({ uri, languageId, text }: CheckTextParams, token): Promise<CheckedText> => {
    const review = await service.review(TextDocument.create(uri, languageId, 0, text), token);
    if (!review) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    return { draft: review.state === 'reviewed', diagnostics: toDiagnostics(review, uri, session.features) };
  });

  connection.onRequest(
    COUNT,
    ({ uri, ranges }: CountParams, token): Promise<CharacterCounts> =>
      session.ask(uri, token, async (document) => countAll(ranges.map((range) => document.getText(range)).join('\n'))),
  );

  connection.onRequest(
    REPORT,
    ({ uri, format }: ReportParams, token): Promise<ReportAnswer> =>
      session.ask(uri, token, (document) => service.report(document, format, token)),
  );

  connection.onRequest(RULES_LIST, (): RuleSummary[] =>
    RULES.map(({ id, title, gate, severity, source }) => ({ id, title, gate, severity, source })),
  );

  connection.onRequest(RULE_PAGE, ({ rule }: RulePageParams): string | null => service.rulePage(rule) ?? null);
}
