/** Sections over the protocol: actions on a heading, and a command for editors without a client of ours. */
import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
} from 'vscode-languageserver/node';
import type { StructureAction } from '../service/structure/actions';
import type { StructureAnswer, StructureOperation } from '../service/structure/types';
import type { ClientFeatures } from './client-features';
import { toWorkspaceEdit } from './convert';
import { ClientCommand, type StructureParams } from './messages';
import type { Session } from './session';
import { TEXTS } from './texts';

const MOVE = `${CodeActionKind.Refactor}.move`;
const REWRITE = CodeActionKind.RefactorRewrite;
export const STRUCTURE_KINDS = [MOVE, REWRITE];

/** True when the client asks for such actions by name, or the writer opens the menu; not each time the cursor moves. */
export function wantsStructure({ context: { only, triggerKind } }: CodeActionParams): boolean {
  if (!only) return triggerKind === CodeActionTriggerKind.Invoked;
  return only.some((each) => STRUCTURE_KINDS.some((kind) => kind === each || kind.startsWith(`${each}.`)));
}

export function toStructureActions(
  actions: readonly StructureAction[],
  { context: { only } }: CodeActionParams,
  uri: string,
  version: number,
  features: ClientFeatures,
): CodeAction[] {
  return actions.flatMap(({ operation, edits }): CodeAction[] => {
    const kind = operation.type === 'up' || operation.type === 'down' ? MOVE : REWRITE;
    if (only && !only.some((each) => kind === each || kind.startsWith(`${each}.`))) return [];
    const title = TEXTS[features.language].structure[operation.type];
    // our own client puts the cursor right and tells of references that could not follow
    return features.own
      ? [{ title, kind, command: commandOf(title, { uri, operation }) }]
      : [{ title, kind, edit: toWorkspaceEdit(uri, version, edits, features) }];
  });
}

function commandOf(title: string, argument: StructureParams) {
  return { title, command: ClientCommand.structure, arguments: [argument] };
}

/**
 * Carries out `biganzi.server.structure`: edits the document, and tells the writer why nothing was done or what has to be
 * looked after.
 * @returns the answer without its edits
 */
export async function structureCommand(
  session: Session,
  uri: string,
  operation: unknown,
  token: CancellationToken,
): Promise<Omit<StructureAnswer, 'edits'>> {
  if (!isOperation(operation))
    throw new ResponseError(LSPErrorCodes.RequestFailed, 'the second argument is an operation');
  const { connection, service, features } = session;
  const { edits, ...answer } = await session.ask(uri, token, (document) =>
    service.structure(document, operation, token),
  );
  const texts = TEXTS[features.language];
  const say = (type: MessageType, message: string) =>
    void connection.sendNotification(ShowMessageNotification.type, { type, message });
  if (answer.message !== undefined) say(MessageType.Info, answer.message);
  if (edits.length === 0) return answer;
  const edit = toWorkspaceEdit(uri, answer.version, edits, features);
  const label = texts.structure[operation.type];
  const { applied } = features.applyEdit ? await connection.workspace.applyEdit({ label, edit }) : { applied: false };
  if (!applied) throw new ResponseError(LSPErrorCodes.RequestFailed, texts.cannotEdit);
  if (answer.unresolved.length > 0)
    say(MessageType.Warning, texts.unresolved(answer.unresolved.map(({ text }) => text)));
  return answer;
}

/** True for what has the shape of an operation; other editors may send anything. */
function isOperation(value: unknown): value is StructureOperation {
  if (typeof value !== 'object' || value === null) return false;
  const { type, line, lines, place, range, style, text, level } = value as Record<string, unknown>;
  const isLines = Array.isArray(lines) && lines.every(isLine);
  switch (type) {
    case 'up':
    case 'down':
    case 'promote':
    case 'demote':
    case 'remove':
    case 'extract':
      return isLines;
    case 'move':
      return isLines && isPlace(place);
    case 'insertSibling':
    case 'merge':
      return isLine(line);
    case 'renumber':
      return range === undefined || isRange(range);
    case 'convertStyle':
      return style === 'han' || style === 'han-digit' || style === 'chapter';
    case 'insertText':
      return typeof text === 'string' && isLine(level) && isPlace(place);
    default:
      return false;
  }
}

function isLine(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function isPlace(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { before, after, into } = value as Record<string, unknown>;
  return [before, after, into].filter((each) => each !== undefined).length === 1 && isLine(before ?? after ?? into);
}

function isRange(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { start, end } = value as Record<string, unknown>;
  return [start, end].every((each) => {
    if (typeof each !== 'object' || each === null) return false;
    const { line, character } = each as Record<string, unknown>;
    return isLine(line) && isLine(character);
  });
}
