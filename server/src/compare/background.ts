/** Compares and reads past documents in threads of their own, so that nobody waits for them while typing. */
import { Worker } from 'node:worker_threads';
import type { Language } from '../document/types';
import type { IndexFault } from './archive';
import type { Comparison } from './compare';

export interface ComparisonRequest {
  readonly text: string;
  readonly language: Language;
  readonly folders: readonly string[];
  /** Folder for the index on disk. */
  readonly index?: string;
  /** The draft's own file. */
  readonly itself?: string;
}

/** A comparison to make, or the path of a past document to read. */
export type ToWorker = ComparisonRequest | string;

export type FromWorker =
  | { readonly kind: 'progress'; readonly done: number; readonly all: number }
  | { readonly kind: 'fault'; readonly fault: IndexFault }
  | { readonly kind: 'answer'; readonly answer: Comparison | string | undefined };

export interface Listener {
  readonly onProgress: (done: number, all: number) => void;
  readonly onIndexFault: (fault: IndexFault) => void;
}

/**
 * Resolves to nothing where the signal fired first; what is on disk is whole even so. Rejects when the thread dies.
 * @param program path of the bundle of the thread
 */
export async function compareInBackground(
  program: string,
  request: ComparisonRequest,
  listener: Listener,
  signal: AbortSignal,
): Promise<Comparison | undefined> {
  const answer = await askWorker(program, request, listener, signal);
  return typeof answer === 'object' ? answer : undefined;
}

/** The text of a past document; nothing where it cannot be read. Rejects when the thread dies. */
export async function pastTextInBackground(program: string, file: string): Promise<string | undefined> {
  const answer = await askWorker(program, file, { onProgress: () => {}, onIndexFault: () => {} });
  return typeof answer === 'string' ? answer : undefined;
}

function askWorker(
  program: string,
  request: ToWorker,
  { onProgress, onIndexFault }: Listener,
  signal?: AbortSignal,
): Promise<Comparison | string | undefined> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return resolve(undefined);
    const worker = new Worker(program, { workerData: request });
    const end = () => {
      signal?.removeEventListener('abort', end);
      resolve(undefined);
      void worker.terminate();
    };
    signal?.addEventListener('abort', end);
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'progress') onProgress(message.done, message.all);
      else if (message.kind === 'fault') onIndexFault(message.fault);
      else resolve(message.answer);
    });
    worker.on('error', reject);
    worker.on('exit', end);
  });
}
