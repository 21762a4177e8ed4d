/** A contradiction inside one line, as the helpers of a rule hand it to the rule. */
import type { Span } from '../../text/span';
import type { DocumentFinding, Finding } from '../types';

export interface Slip extends Finding {
  readonly related: readonly { readonly span: Span; readonly message: string }[];
}

/** The slip in its place in the draft. */
export function placed(slip: Slip, block: number): DocumentFinding {
  return { ...slip, block, related: slip.related.map((each) => ({ ...each, block })) };
}
