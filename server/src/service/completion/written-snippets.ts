/** The phrases as `snippets/gongwen.json` has them, in a bundle of their own. */
import WRITTEN from '../../../../snippets/gongwen.json';

/** As VS Code has them. */
export interface Written {
  readonly prefix: readonly string[];
  readonly body: string | readonly string[];
  readonly description: string;
}

export const SNIPPETS: Readonly<Record<string, Written>> = WRITTEN;
