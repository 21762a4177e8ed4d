/** Completes a title that has its matter alone: 做好防汛工作 → 关于做好防汛工作的通知. */
import { endsTitle, isOrgan } from '../../document/line-form';
import { DOCUMENT_KINDS, type DocumentKind, type Draft } from '../../document/types';
import { rangeOf } from '../diagnostics';
import type { Conversion } from './conversion';

/** Kinds whose titles are 关于……的 and the kind. */
const ABOUT: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  'decision',
  'opinion',
  'notice',
  'circular',
  'report',
  'request',
  'reply',
  'letter',
]);

/** An organ in front of the matter ends the part that may be left as it is: 某某市财政局做好…… cannot be told apart for certain. */
const ORGAN_IN_FRONT = /^.{2,20}(?:政府|委员会|办公室|办公厅|局|厅|部|院|公司|党委|党组)(?!工作|建设|会议)/;
const LONGEST = 60;

/** On the line of a title of one line, where the kind is known and the title does not say it. */
export function completeTitle({ blocks, pieces, kind }: Draft, line: number): Conversion[] {
  const piece = pieces.find(({ titleLines }) => titleLines.length === 1 && titleLines[0] === line);
  const block = blocks[line];
  const known = piece === pieces[0] ? kind : (piece?.kind ?? 'unknown');
  if (!piece || !block || !ABOUT.has(known)) return [];
  const { start, end } = block.content;
  const title = block.source.slice(start, end);
  if (title.length > LONGEST || endsTitle(title) || isOrgan(title) || /[，。；：！？]/.test(title)) return [];
  const about = title.includes('关于');
  if (!about && ORGAN_IN_FRONT.test(title)) return [];
  const newText = `${about ? '' : '关于'}${title}的${DOCUMENT_KINDS[known]}`;
  return [
    { kind: 'title', title: `标题补全为“${newText}”`, edits: [{ range: rangeOf(line, { start, end }), newText }] },
  ];
}
