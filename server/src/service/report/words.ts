/** How the parts of a report are called, in every form of it. */
import type { SectionReport } from './report';
import type { SentenceLengths } from './sentences';

/** `16—30字`, `121字以上` */
export function bandName({ from, to }: SentenceLengths['bands'][number]): string {
  return to === undefined ? `${from}字以上` : `${from}—${to}字`;
}

export function sectionName({ title }: SectionReport): string {
  return title === '' ? '第一个标题之前' : title;
}
