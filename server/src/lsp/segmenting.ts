/** Loads the segmenter once the writer has the first findings, and knows how far it is; what is asked before waits. */
import path from 'node:path';
import type { Connection } from 'vscode-languageserver/node';
import { BackgroundSegmenter } from '../segment/background';
import type { LearntWord, Segmenter, SegmenterState, Word } from '../segment/types';

/** The dictionary takes a processor only when the writer pauses this long. In milliseconds. */
const PAUSE = 500;

export class Segmenting implements Segmenter {
  readonly #connection: Connection;
  readonly #native: boolean;
  #timer: NodeJS.Timeout | undefined;
  #segmenter: BackgroundSegmenter | undefined;
  #waiting: ((segmenter: BackgroundSegmenter) => void)[] = [];
  /** Called when the state has changed. */
  onState: () => void = () => {};

  /** @param native false leaves the addon alone: it runs in this process and can take it down */
  constructor(connection: Connection, native: boolean) {
    this.#connection = connection;
    this.#native = native;
  }

  get state(): SegmenterState {
    return this.#segmenter?.state ?? 'loading';
  }

  /**
   * Says that findings went out: the load begins, once only, when no more follow for a while, so that it never runs
   * beside the writer's typing. The build puts the segmenter beside the bundle.
   */
  start(): void {
    if (this.#segmenter) return;
    this.#timer = this.#timer?.refresh() ?? setTimeout(() => this.#load(), PAUSE).unref();
  }

  async segment(texts: readonly string[], learnt?: readonly LearntWord[]): Promise<readonly (readonly Word[])[]> {
    const segmenter =
      this.#segmenter ?? (await new Promise<BackgroundSegmenter>((resolve) => this.#waiting.push(resolve)));
    return segmenter.segment(texts, learnt);
  }

  #load(): void {
    const folder = this.#native ? path.join(__dirname, 'segmenter') : undefined;
    const before = performance.now();
    const segmenter = new BackgroundSegmenter(folder, (state, error) => {
      if (state === 'nodejieba')
        this.#connection.console.info(`分词词典已载入，用时${Math.round(performance.now() - before)}毫秒`);
      else this.#connection.console.warn(`分词改用 Intl.Segmenter：${String(error ?? '未用 nodejieba')}`);
      this.onState();
    });
    this.#segmenter = segmenter;
    for (const resolve of this.#waiting) resolve(segmenter);
    this.#waiting = [];
  }
}
