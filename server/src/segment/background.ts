/** Segments with nodejieba as soon as it is loaded, and with `Intl.Segmenter` where it cannot be. */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { intlWords } from './intl';
import type { LearntWord, Segmenter, SegmenterState, Word } from './types';

export interface WorkerData {
  /** Holds `dict/` and `<platform>-<arch>/nodejieba.node`. */
  readonly folder: string;
}

export interface ToWorker {
  readonly id: number;
  readonly texts: readonly string[];
  /** Learnt before the texts are segmented. */
  readonly learnt: readonly LearntWord[];
}

/** Length and tag of each word of each text. */
export type FromWorker = 'ready' | { readonly id: number; readonly words: readonly (readonly [number, string])[][] };

interface Waiting {
  readonly texts: readonly string[];
  readonly resolve: (words: readonly (readonly Word[])[]) => void;
}

export class BackgroundSegmenter implements Segmenter {
  #state: SegmenterState = 'loading';
  #worker: Worker | undefined;
  #lastId = 0;
  readonly #waiting = new Map<number, Waiting>();
  readonly #onState: (state: SegmenterState, error?: unknown) => void;

  /**
   * Starts to load at once, in a worker thread.
   * @param folder what the build puts into `dist/segmenter`; without it the stand-in works from the beginning
   * @param onState told once when loading has ended, and again should the worker die; never throws into the caller
   */
  constructor(folder: string | undefined, onState: (state: SegmenterState, error?: unknown) => void = () => {}) {
    this.#onState = onState;
    if (folder === undefined) {
      queueMicrotask(() => this.#become('intl'));
      return;
    }
    const workerData: WorkerData = { folder };
    const worker = new Worker(path.join(folder, 'worker.js'), { workerData });
    worker.unref();
    worker.on('message', (message: FromWorker) => this.#receive(message));
    worker.on('error', (error) => this.#standIn(error));
    worker.on('exit', () => this.#standIn());
    this.#worker = worker;
  }

  get state(): SegmenterState {
    return this.#state;
  }

  segment(texts: readonly string[], learnt: readonly LearntWord[] = []): Promise<readonly (readonly Word[])[]> {
    const worker = this.#worker;
    if (!worker) return Promise.resolve(texts.map(intlWords));
    return new Promise((resolve) => {
      const id = ++this.#lastId;
      this.#waiting.set(id, { texts, resolve });
      worker.ref(); // somebody waits for it: the process must not end meanwhile
      worker.postMessage({ id, texts, learnt } satisfies ToWorker);
    });
  }

  async dispose(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    this.#answerAll();
    await worker?.terminate();
  }

  #receive(message: FromWorker): void {
    if (message === 'ready') {
      this.#become('nodejieba');
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (this.#waiting.size === 0) this.#worker?.unref();
    waiting?.resolve(message.words.map((words, index) => withSpans(words, waiting.texts[index] ?? '')));
  }

  /** Answers what waits, and everything from now on, without the worker. */
  #standIn(error?: unknown): void {
    if (!this.#worker) return;
    this.#worker = undefined;
    this.#answerAll();
    this.#become('intl', error);
  }

  #answerAll(): void {
    for (const { texts, resolve } of this.#waiting.values()) resolve(texts.map(intlWords));
    this.#waiting.clear();
  }

  #become(state: SegmenterState, error?: unknown): void {
    this.#state = state;
    this.#onState(state, error);
  }
}

/** The addon leaves out what it cannot read, such as half of a surrogate pair; then its lengths say nothing. */
function withSpans(words: readonly (readonly [number, string])[], text: string): readonly Word[] {
  let end = 0;
  const found = words.map(([length, tag]) => {
    const start = end;
    end += length;
    return { span: { start, end }, tag };
  });
  return end === text.length ? found : intlWords(text);
}
