/** Commands for editors that have no client of ours: `workspace/executeCommand` with the URI of an open document. */
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import type { Mending } from '../service/service';
import { toWorkspaceEdit } from './convert';
import type { Session } from './session';
import { structureCommand } from './structure';
import { TEXTS } from './texts';

/** Ids apart from those of the extension, which has commands of its own for the same things. */
export const SERVER_COMMANDS = {
  check: 'biganzi.server.check',
  fixAll: 'biganzi.server.fixAll',
  renumber: 'biganzi.server.renumber',
  clean: 'biganzi.server.clean',
  /** With a `StructureOperation` as the second argument. */
  structure: 'biganzi.server.structure',
} as const;

export function registerCommands(session: Session): void {
  const { connection, service, features, workspace, status, diagnostics } = session;
  const texts = TEXTS[features.language];

  connection.onExecuteCommand(async ({ command, arguments: args }, token) => {
    const uri: unknown = args?.[0];
    if (typeof uri !== 'string') throw new ResponseError(LSPErrorCodes.RequestFailed, 'the argument is a document URI');
    switch (command) {
      case SERVER_COMMANDS.check:
        workspace.force(uri);
        diagnostics.refresh();
        return session.ask(uri, token, (document) => status.status(document, token));
      case SERVER_COMMANDS.fixAll: {
        const mending = await session.ask(uri, token, (document) => service.fixAll(document, token));
        return apply(uri, texts.fixAll(mending.mended), mending);
      }
      case SERVER_COMMANDS.renumber: {
        const mending = await session.ask(uri, token, (document) => service.renumber(document, token));
        return apply(uri, texts.renumber, mending);
      }
      case SERVER_COMMANDS.clean: {
        const { version, edits } = await session.ask(uri, token, (document) => service.clean(document, token));
        return apply(uri, texts.clean, { version, edits, mended: edits.length });
      }
      case SERVER_COMMANDS.structure:
        return structureCommand(session, uri, args?.[1], token);
      default:
        throw new ResponseError(LSPErrorCodes.RequestFailed, `unknown command ${command}`);
    }
  });

  /** One edit, undone in one step; returns how many findings it mended. */
  async function apply(uri: string, label: string, { version, edits, mended }: Mending): Promise<number> {
    if (edits.length === 0) return 0;
    const edit = toWorkspaceEdit(uri, version, edits, features);
    const { applied } = features.applyEdit ? await connection.workspace.applyEdit({ label, edit }) : { applied: false };
    if (!applied) throw new ResponseError(LSPErrorCodes.RequestFailed, texts.cannotEdit);
    return mended;
  }
}
