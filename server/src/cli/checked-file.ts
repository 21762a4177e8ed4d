/** What `biganzi check` hands to every form of its output. */
import type { DocumentKind } from '../document/types';
import type { Diagnostic } from '../service/diagnostics';

/** What was found in one file; the form of `--format json`. */
export interface CheckedFile {
  readonly file: string;
  readonly kind: DocumentKind;
  /** 字数, as word processors count it. */
  readonly characters: number;
  readonly diagnostics: readonly Diagnostic[];
}
