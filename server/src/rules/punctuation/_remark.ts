/** Puts other marks around what a pair of marks holds; the words between stay untouched. */
import { span } from '../../text/span';
import type { Edit, Fix } from '../types';

export interface MarkPlaces {
  /** Indices in the block's text. */
  readonly open: number;
  readonly close: number;
}

export function remarkEdits({ open, close }: MarkPlaces, left: string, right: string): Edit[] {
  return [
    { span: span(open, open + 1), newText: left },
    { span: span(close, close + 1), newText: right },
  ];
}

/** `remark(pair, '“', '”', true)` offers 改为““””; without marks it offers to delete those that stand there. */
export function remark(pair: MarkPlaces, left: string, right: string, preferred: boolean, title?: string): Fix {
  return { title: title ?? `改为“${left}${right}”`, edits: remarkEdits(pair, left, right), preferred };
}
