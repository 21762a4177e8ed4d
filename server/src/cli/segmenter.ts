/** The segmenter of the command line: loaded when a draft holds a word that only word boundaries can judge. */
import path from 'node:path';
import { BackgroundSegmenter } from '../segment/background';
import type { LearntWord, Segmenter, Word } from '../segment/types';

/** In characters; loading takes as long as checking so many. */
const LONG = 100_000;

export class SegmenterOnDemand implements Segmenter {
  #segmenter: BackgroundSegmenter | undefined;

  /** Begins to load for a text so long that it surely holds such a word; the rules run meanwhile. */
  expect(text: string): void {
    if (text.length > LONG) this.#load();
  }

  segment(texts: readonly string[], learnt?: readonly LearntWord[]): Promise<readonly (readonly Word[])[]> {
    return this.#load().segment(texts, learnt);
  }

  async dispose(): Promise<void> {
    await this.#segmenter?.dispose();
  }

  #load(): BackgroundSegmenter {
    // The build puts it beside the bundle.
    this.#segmenter ??= new BackgroundSegmenter(path.join(__dirname, 'segmenter'));
    return this.#segmenter;
  }
}
