/** 查重 for our own client: one comparison at a time, in a thread of its own. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { compareInBackground, pastTextInBackground } from '../compare/background';
import { languageOf } from '../service/language';
import {
  COMPARE,
  COMPARE_PROGRESS,
  type Compared,
  type CompareParams,
  type CompareProgress,
  PAST_TEXT,
  type PastTextParams,
} from './messages';
import type { Session } from './session';

/** The build puts the thread's bundle beside our own. */
const THREAD = path.join(__dirname, 'compare-worker.js');

export function registerComparing({ connection, documents }: Session): void {
  let last: AbortController | undefined;

  connection.onRequest(COMPARE, async ({ uri, folders, index }: CompareParams, token): Promise<Compared> => {
    const document = documents.get(uri);
    if (!document) throw new ResponseError(LSPErrorCodes.RequestFailed, `not open: ${uri}`);
    last?.abort();
    const controller = new AbortController();
    last = controller;
    token.onCancellationRequested(() => controller.abort());
    const { version, languageId } = document;
    const faults: Compared['faults'][number][] = [];
    const itself = pathOf(uri);
    const comparison = await compareInBackground(
      THREAD,
      {
        text: document.getText(),
        language: languageOf(languageId) ?? 'plaintext',
        folders,
        index,
        ...(itself === undefined ? {} : { itself }),
      },
      {
        onProgress: (done, all) =>
          void connection.sendNotification(COMPARE_PROGRESS, { done, all } satisfies CompareProgress),
        onIndexFault: (fault) => faults.push(fault),
      },
      controller.signal,
    );
    if (!comparison) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    return { ...comparison, version, faults };
  });

  connection.onRequest(
    PAST_TEXT,
    async ({ path: file }: PastTextParams): Promise<string | null> =>
      (await pastTextInBackground(THREAD, file)) ?? null,
  );
}

/** Of a file; a draft that is in no file has none. */
function pathOf(uri: string): string | undefined {
  return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
}
