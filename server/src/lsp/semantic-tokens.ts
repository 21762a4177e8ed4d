/** Semantic tokens over the protocol: the whole draft, what changed since, or the lines on the screen. */
import {
  type CancellationToken,
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensDelta,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type SemanticToken, TOKEN_MODIFIERS, TOKEN_TYPES } from '../service/semantic-tokens';
import type { Session } from './session';

export const SEMANTIC_TOKENS = {
  legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
  full: { delta: true },
  range: true,
};

export function registerSemanticTokens(session: Session): void {
  const { connection, service } = session;
  const kept = new WeakMap<TextDocument, SemanticTokensBuilder>();

  /** The builder of the document, which remembers the result that the editor has. */
  const build = (uri: string, previous: string, token: CancellationToken) =>
    session.ask(uri, token, async (document) => {
      const tokens = await service.semanticTokens(document, token);
      if (!tokens) return undefined;
      const builder = kept.get(document) ?? new SemanticTokensBuilder();
      kept.set(document, builder);
      builder.previousResult(previous);
      push(builder, tokens);
      return builder;
    });

  connection.languages.semanticTokens.on(
    async ({ textDocument: { uri } }, token): Promise<SemanticTokens> => (await build(uri, '', token)).build(),
  );

  connection.languages.semanticTokens.onDelta(
    async ({ textDocument: { uri }, previousResultId }, token): Promise<SemanticTokens | SemanticTokensDelta> =>
      (await build(uri, previousResultId, token)).buildEdits(),
  );

  connection.languages.semanticTokens.onRange(
    async ({ textDocument: { uri }, range }, token): Promise<SemanticTokens> => {
      const tokens = await session.ask(uri, token, (document) =>
        service.semanticTokens(document, token, range.start.line, range.end.line + 1),
      );
      const builder = new SemanticTokensBuilder();
      push(builder, tokens);
      return builder.build();
    },
  );
}

function push(builder: SemanticTokensBuilder, tokens: Iterable<SemanticToken>): void {
  for (const { line, span, type, level } of tokens)
    builder.push(line, span.start, span.end - span.start, TOKEN_TYPES.indexOf(type), level ? 1 << (level - 1) : 0);
}
