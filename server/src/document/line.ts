/** A line as it is known before its neighbours are asked. */
import type { Span } from '../text/span';
import type { MarkCandidate } from './marks';
import type { Element, InlinePoint, Role } from './types';

/** A role that needs no neighbours, or one that the neighbours must confirm (`date`, `attachment-mark`). */
export interface RoleHint {
  readonly role: Role;
  readonly element?: Element;
}

export interface LineShape {
  readonly source: string;
  readonly text: string;
  readonly content: Span;
  readonly noise: readonly Span[];
  /** The trimmed words, most often asked for. */
  readonly words: string;
  readonly mark: MarkCandidate | undefined;
  /** Marks inside the paragraph, which count only where the outline has room for them. */
  readonly buried: readonly MarkCandidate[];
  readonly points: readonly InlinePoint[];
  /** A role that needs no neighbours, or a role that its neighbours must confirm. */
  readonly hint: RoleHint | undefined;
}
