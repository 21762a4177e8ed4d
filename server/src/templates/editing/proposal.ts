/** What may be written at a place of a template, and what is told of a word in it; an editor's own types fit these. */
import type { Range } from '../../text/span';

export interface Proposal {
  readonly kind: 'key' | 'value' | 'field' | 'helper' | 'block' | 'skeleton';
  readonly label: string;
  /** One line, Chinese. */
  readonly detail: string;
  /** Markdown. */
  readonly about?: string;
  readonly range: Range;
  readonly newText: string;
  /** What the writer may type to find it, beside the label: `通知` for `notice`. */
  readonly filterText?: string;
  /** True where something is to be chosen right after it. */
  readonly goesOn?: boolean;
}

export interface Told {
  readonly range: Range;
  /** Markdown. */
  readonly contents: string;
}
