/** Lays out what stands below the text of a piece, from the end upwards: 署名, 成文日期, and the lines of 附件说明. */

import type { LineShape, RoleHint } from './line';
import { CLOSING_WORDS, formOf } from './line-form';
import type { Role } from './types';

const SIGNATURE: RoleHint = { role: 'signature' };
const DATE: RoleHint = { role: 'date' };
const ANNOTATION: RoleHint = { role: 'annotation' };
const NOTE: RoleHint = { role: 'attachment-note' };

/** More organs than this do not sign one document. */
const MOST_SIGNATURES = 20;

const BELOW: ReadonlySet<Role> = new Set<Role>([
  'noise',
  'code',
  'blank',
  'annotation',
  'imprint',
  'brief-tail',
  'attachment-note',
  'table',
]);

/** ××市财政局　　2026年3月5日 */
const SIGNED_AND_DATED =
  /^(?<organ>.{2,30}?)[\s　]*(?:(?:19|20)\d{2}年\d{1,2}月\d{1,2}日|[一二][〇○零九][〇○零一二三四五六七八九]{2}年.{1,2}月.{1,3}日)$/;

/** Lays out the tail of the text `[bodyStart, end)`. */
export function layOutTail(shapes: readonly LineShape[], roles: RoleHint[], bodyStart: number, end: number): void {
  for (let line = bodyStart; line < end; line++) {
    // 附件： on a line of its own above the list
    if (shapes[line]?.hint?.role === 'attachment-mark' && /[:：]$/.test(shapes[line]?.words ?? '')) roles[line] = NOTE;
    if (roles[line]?.role === 'attachment-note') line = takeNote(shapes, roles, line, end);
  }
  takeAuthor(shapes, roles, bodyStart, end);
  let at = end - 1;
  while (at >= bodyStart && (shapes[at]?.words === '' || BELOW.has(roles[at]?.role ?? 'body'))) at--;
  const last = shapes[at];
  if (!last || at < bodyStart) return;
  if (last.hint?.role === 'date') {
    roles[at] = DATE;
    takeSignatures(shapes, roles, bodyStart, at - 1);
  } else if (isSignature(last, roles[at])) {
    const above = before(shapes, at);
    if (shapes[above]?.hint?.role === 'date' && above >= bodyStart) {
      roles[above] = DATE;
      roles[at] = SIGNATURE;
    } else if (
      /[。；！？）)]$/.test(shapes[above]?.words ?? '') ||
      BELOW.has(roles[above]?.role ?? 'body') ||
      above < bodyStart
    ) {
      takeSignatures(shapes, roles, bodyStart, at);
    }
  } else if (last.words.length <= 60) {
    const organ = SIGNED_AND_DATED.exec(last.words)?.groups?.organ;
    if (organ && formOf({ ...last, words: organ }).organ) {
      roles[at] = SIGNATURE;
      takeSignatures(shapes, roles, bodyStart, at - 1);
    }
  }
}

/** （某某县农业农村局） below a 信息 tells who sent it. */
function takeAuthor(shapes: readonly LineShape[], roles: RoleHint[], bodyStart: number, end: number): void {
  const at = before(shapes, end);
  const shape = shapes[at];
  const organ = /^[（(](?<organ>[^（）()]{2,30})[）)]$/.exec(shape?.words ?? '')?.groups?.organ;
  if (shape && organ && at >= bodyStart && roles[at]?.role === 'body' && formOf({ ...shape, words: organ }).organ)
    roles[at] = ANNOTATION;
}

/** Organs, or a post with its holder, from `from` upwards. */
function takeSignatures(shapes: readonly LineShape[], roles: RoleHint[], bodyStart: number, from: number): void {
  let taken = 0;
  for (let line = from; line >= bodyStart && taken < MOST_SIGNATURES; line--) {
    const shape = shapes[line];
    if (!shape || shape.words === '') continue;
    const first = taken === 0 && !/[。；！？，：:,]/.test(shape.words) && shape.words.length <= 30;
    if (!isSignature(shape, roles[line]) && !(first && isName(shape, roles[line]))) {
      // a long name breaks over two lines, of which the first does not end as names of organs do
      const broken = taken === 1 && isPartOfName(shape, roles[line]) && line === from - 1;
      if (broken) roles[line] = SIGNATURE;
      return;
    }
    roles[line] = SIGNATURE;
    taken++;
  }
}

function isSignature(shape: LineShape, own: RoleHint | undefined): boolean {
  const { organ, post } = formOf(shape);
  return own?.role === 'body' && (organ || post) && !shape.mark;
}

/** Above a date any short line of words alone is a signature: 张三; ××项目组. */
function isName(shape: LineShape, own: RoleHint | undefined): boolean {
  return own?.role === 'body' && formOf(shape).titleLike && !CLOSING_WORDS.test(shape.words);
}

function isPartOfName(shape: LineShape, own: RoleHint | undefined): boolean {
  return isName(shape, own) && /[县市省区州镇乡村司局会]$/.test(shape.words);
}

/** The lines of a 附件说明 behind its first: 2.任务分工表. Returns the last of them. */
function takeNote(shapes: readonly LineShape[], roles: RoleHint[], from: number, end: number): number {
  let last = from;
  let value = /(?:[:：]|附[\s　]?件)[\s　]*(?<n>\d{1,2})(?:[.．、:：]|$)/.exec(shapes[from]?.words ?? '')?.groups?.n;
  if (!value && !/[:：]$/.test(shapes[from]?.words ?? '')) return from;
  value ??= '0';
  for (let line = from + 1; line < end; line++) {
    const shape = shapes[line];
    if (!shape || shape.words === '') continue;
    const mark = shape.mark?.heading;
    // an item may be lost, or counted twice
    const step = (mark?.value ?? 0) - Number(value);
    const next = mark?.style === 'digit' && step >= 0 && step <= 2;
    if (!next || shape.words.length > 80 || /[。]./.test(shape.words)) break;
    roles[line] = NOTE;
    value = String(mark.value);
    last = line;
  }
  return last;
}

function before(shapes: readonly LineShape[], line: number): number {
  let at = line - 1;
  while (at >= 0 && shapes[at]?.words === '') at--;
  return at;
}
