/** The thread in which one comparison is made, or one past document read. */
import { parentPort, workerData } from 'node:worker_threads';
import { readDraft } from '../document/read';
import type { ComparisonRequest, FromWorker, ToWorker } from './background';
import { type Comparison, compareDraft } from './compare';
import { readPastText } from './past-text';

/** Progress is told no more often. In milliseconds. */
const PAUSE = 100;

const port = parentPort;
if (!port) throw new Error('This file is the entry of a worker thread.');
const post = (message: FromWorker) => port.postMessage(message);

const request = workerData as ToWorker;
void (typeof request === 'string' ? textOf(request) : compare(request)).then((answer) =>
  post({ kind: 'answer', answer }),
);

async function textOf(file: string): Promise<string | undefined> {
  const text = await readPastText(file);
  return typeof text === 'string' ? text : undefined;
}

function compare({ text, language, folders, ...options }: ComparisonRequest): Promise<Comparison> {
  let told = 0;
  return compareDraft(readDraft(text, language), folders, {
    ...options,
    onProgress: (done, all) => {
      if (performance.now() - told < PAUSE) return;
      told = performance.now();
      post({ kind: 'progress', done, all });
    },
    onIndexFault: (fault) => post({ kind: 'fault', fault }),
  });
}
