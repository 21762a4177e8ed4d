/** A token for what the server does of its own accord: nobody cancels it. */
import type { CancellationToken } from 'vscode-languageserver/node';

export const NEVER: CancellationToken = {
  isCancellationRequested: false,
  onCancellationRequested: () => ({ dispose: () => {} }),
};
