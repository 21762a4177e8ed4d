/** Formatting over the wire: a document, some lines of it, or the line that was just written. */
import type { ServerCapabilities } from 'vscode-languageserver/node';
import type { Session } from './session';

/** Behind these a line is formatted while it is written, where the editor is set to do so. */
const LINE_END = '\n';
const SENTENCE_ENDS = ['。', '！', '？', '；'];

export const FORMATTING: ServerCapabilities = {
  documentFormattingProvider: true,
  documentRangeFormattingProvider: true,
  documentOnTypeFormattingProvider: { firstTriggerCharacter: LINE_END, moreTriggerCharacter: SENTENCE_ENDS },
};

export function registerFormatting(session: Session): void {
  const { connection, service } = session;

  connection.onDocumentFormatting(async ({ textDocument: { uri } }, token) => {
    const { edits } = await session.ask(uri, token, (document) => service.format(document, token));
    return [...edits];
  });

  connection.onDocumentRangeFormatting(async ({ textDocument: { uri }, range }, token) => {
    const { edits } = await session.ask(uri, token, (document) => service.format(document, token, range));
    return [...edits];
  });

  connection.onDocumentOnTypeFormatting(async ({ textDocument: { uri }, position: { line }, ch }, token) => {
    const written = ch === LINE_END ? line - 1 : line;
    const { edits } = await session.ask(uri, token, (document) => service.formatLine(document, written, token));
    return [...edits];
  });
}
