/** The segmenter of the command line: loaded when a draft holds a word that only word boundaries can judge. */
import path from 'node:path';
import { BackgroundSegmenter } from '../segment/background';
import type { Segmenter, Word } from '../segment/types';

export class SegmenterOnDemand implements Segmenter {
  #segmenter: BackgroundSegmenter | undefined;

  segment(texts: readonly string[]): Promise<readonly (readonly Word[])[]> {
    // The build puts it beside the bundle.
    this.#segmenter ??= new BackgroundSegmenter(path.join(__dirname, 'segmenter'));
    return this.#segmenter.segment(texts);
  }

  async dispose(): Promise<void> {
    await this.#segmenter?.dispose();
  }
}
