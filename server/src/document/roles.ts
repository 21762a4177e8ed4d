/** Gives every line its role by its place among the others, and divides the file into pieces. */
import { kindOfContent, kindOfTitle } from './kind';
import type { LineShape, RoleHint } from './shape';
import type { DocumentKind, Piece } from './types';

export interface Layout {
  readonly roles: readonly RoleHint[];
  readonly pieces: readonly Piece[];
}

const BODY: RoleHint = { role: 'body' };
const TITLE: RoleHint = { role: 'title' };
const CAPTION: RoleHint = { role: 'caption' };
const SALUTATION: RoleHint = { role: 'salutation' };
const RECIPIENT: RoleHint = { role: 'recipient' };
const HEADING: RoleHint = { role: 'heading' };
const SIGNATURE: RoleHint = { role: 'signature' };
const DATE: RoleHint = { role: 'date' };
const BRIEF_HEAD: RoleHint = { role: 'brief-head' };
const ISSUER_MARK: RoleHint = { role: 'letterhead', element: 'issuer-mark' };

const MAX_TITLE_LINES = 4;
const MAX_TITLE_LENGTH = 70;

/** 全区办公室主任会议上的讲话 篇3 */
const COLLECTION_TITLE = /^.{2,60}?(?:[\s　]+|[（(]|第)?篇[\s　]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[）)]?[:：]?$/;

const PEOPLE =
  '同志们?|代表们?|委员们?|领导|来宾们?|朋友们?|女士们?|先生们?|老师们?|同学们?|战友们?|专家们?|嘉宾们?|乡亲们|家长们|企业家们?|同仁们?|同行们?|各位';
/** 各位代表，同志们：；尊敬的各位领导： */
const SALUTATION_LINE = new RegExp(
  `^(?:尊敬的|各位|亲爱的|同志们|女士们|老师们|同学们|代表|主席|主任|书记|[^。；]{0,60})(?:${PEOPLE})[\\s　]?[：:，,！!]$|^同志们$`,
);

const ORGAN_END =
  '政府|委员会|委|厅|局|部|办|办公室|办公厅|处|科|股|室|院|所|中心|公司|集团|学校|大学|学院|部门|单位|机构|机关|法院|检察院|县|市|区|州|盟|旗|镇|乡|街道|办事处|组|协会|联合会|总工会|工会|银行|分行|支行|社|站|队|社区|村|企业|厂|矿|台|馆|园区|开发区|管委会|指挥部|党委|党组|支部|总支|团体|政协|人大|常委会|妇联|团委|工商联|残联|科协|行署|大会|海关|总署|总局';
const POST_END = '市长|书记|县长|区长|局长|主任|省长|镇长|乡长|部长|厅长|处长|院长|董事长|总经理|秘书长|主席';
const RECIPIENT_LINE = new RegExp(`(?:${ORGAN_END}|${POST_END})(?:[（(][^（）()]{0,30}[）)])?[\\s　]?[：:]{1,2}$`);
const OPEN_RECIPIENT_LINE = new RegExp(`^各.{0,120}(?:${ORGAN_END})[，,。；;]?$`);
const SIGNATURE_LINE = new RegExp(`(?:${ORGAN_END})(?:[（(].{1,6}[）)])?$`);
const NAME_LINE = new RegExp(
  `^(?:[\\p{Script=Han}、，\\s　]{0,30}(?:${POST_END}|同志)[\\s　]*)?\\p{Script=Han}[\\s　]*\\p{Script=Han}(?:[\\s　]?\\p{Script=Han}){0,2}$`,
  'u',
);

/** Lays out a file. `shapes` are its lines in order; the answer has a role for each. */
export function layOut(shapes: readonly LineShape[]): Layout {
  const accepted = acceptWeakMarks(shapes);
  const roles: RoleHint[] = shapes.map((shape, index) => ownRole(shape, accepted[index] ?? false));
  const starts = pieceStarts(shapes, roles);
  const pieces = starts.map((start, order) => layOutPiece(shapes, roles, start, starts[order + 1] ?? shapes.length));
  return { roles, pieces };
}

function ownRole(shape: LineShape, marked: boolean): RoleHint {
  const { hint } = shape;
  if (hint && hint.role !== 'date' && hint.role !== 'attachment-mark') return hint;
  if (marked) return HEADING;
  return BODY;
}

/** A mark that could be something else counts only beside its neighbour in number. */
function acceptWeakMarks(shapes: readonly LineShape[]): boolean[] {
  const lastOf = new Map<string, { value: number; index: number }>();
  const accepted = shapes.map(({ mark }) => mark !== undefined && !mark.weak);
  shapes.forEach(({ mark, hint }, index) => {
    if (!mark || hint?.role === 'table') return;
    const { style, value } = mark.heading;
    const previous = lastOf.get(style);
    if (previous && previous.value === value - 1) {
      accepted[index] = true;
      accepted[previous.index] = true;
    }
    lastOf.set(style, { value, index });
  });
  return accepted;
}

function isTitleLike(shape: LineShape): boolean {
  const { words, mark, hint } = shape;
  if (hint || words === '' || words.length > MAX_TITLE_LENGTH) return false;
  if (mark && !mark.weak) return false;
  if (/[。；，、：:;,]$/.test(words) || /[。；]/.test(words)) return false;
  return /\p{Script=Han}.*\p{Script=Han}/u.test(words);
}

/** Where pieces begin: the file, each item of a collection, each 附件 page, and a text issued by the one before it. */
function pieceStarts(shapes: readonly LineShape[], roles: readonly RoleHint[]): number[] {
  const starts = [0];
  let closed = false;
  for (let index = 1; index < shapes.length; index++) {
    const shape = shapes[index];
    if (!shape || shape.words === '') continue;
    const { hint, words } = shape;
    const role = roles[index]?.role;
    if (role === 'noise' || role === 'code') continue;
    if (COLLECTION_TITLE.test(words) && words.length <= MAX_TITLE_LENGTH) starts.push(index);
    else if (hint?.role === 'attachment-mark' && !/[:：]$/.test(words)) starts.push(index);
    else if (closed && isTitleLike(shape)) {
      starts.push(index);
      closed = false;
    }
    if (hint?.role === 'date') closed = isSignedOff(shapes, index);
    else if (hint?.role !== 'annotation' && hint?.role !== 'imprint' && hint?.role !== 'attachment-note')
      closed = false;
  }
  return starts;
}

/** A date is a 成文日期 when a signature stands above it and sentences above that. */
function isSignedOff(shapes: readonly LineShape[], date: number): boolean {
  const above = previousWords(shapes, date);
  if (above < 0) return false;
  const signature = shapes[above];
  if (!signature || !isSignatureLike(signature)) return false;
  for (let index = above - 1; index >= 0; index--) {
    if (/[。；：]$/.test(shapes[index]?.words ?? '')) return true;
  }
  return false;
}

function isSignatureLike({ words, hint, mark }: LineShape): boolean {
  return (
    !hint &&
    !mark &&
    words.length <= 40 &&
    !/[，。；：！？、,:;]$/.test(words) &&
    SIGNATURE_LINE.test(words.replace(/\s/g, ''))
  );
}

function previousWords(shapes: readonly LineShape[], before: number): number {
  for (let index = before - 1; index >= 0; index--) if (shapes[index]?.words !== '') return index;
  return -1;
}

function layOutPiece(shapes: readonly LineShape[], roles: RoleHint[], start: number, end: number): Piece {
  const titleLines: number[] = [];
  let index = layOutHead(shapes, roles, start, end, titleLines);
  const bodyStart = index;
  for (; index < end; index++) {
    const shape = shapes[index];
    if (shape && roles[index]?.role === 'body' && isSalutation(shape.words)) roles[index] = SALUTATION;
  }
  layOutTail(shapes, roles, bodyStart, end);
  const title = titleLines.map((line) => shapes[line]?.words ?? '').join('');
  return { start, end, titleLines, title, kind: kindOfPiece(shapes, roles, start, end, titleLines) };
}

function isSalutation(words: string): boolean {
  return words.length <= 90 && SALUTATION_LINE.test(words);
}

/** Lays out everything above the body; returns the index of its first line. */
function layOutHead(
  shapes: readonly LineShape[],
  roles: RoleHint[],
  start: number,
  end: number,
  titleLines: number[],
): number {
  const issue = briefHeadEnd(shapes, start, end);
  let titleDone = false;
  let index = start;
  for (; index < end; index++) {
    const shape = shapes[index];
    const own = roles[index];
    if (!shape || !own || shape.words === '' || own.role === 'noise' || own.role === 'code') continue;
    const { words, hint } = shape;
    if (index === start && hint?.role === 'attachment-mark') {
      roles[index] = { role: 'attachment-mark' };
    } else if (index <= issue) {
      if (own.role === 'body' || hint?.role === 'date') roles[index] = BRIEF_HEAD;
    } else if (own.role === 'letterhead' || own.role === 'brief-head') {
      titleDone ||= titleLines.length > 0;
    } else if (
      titleLines.length === 0 &&
      /文件$/.test(words) &&
      words.length <= 60 &&
      nextHint(shapes, index, end) === 'letterhead'
    ) {
      roles[index] = ISSUER_MARK;
    } else if (hint?.role === 'date') {
      if (titleLines.length === 0) {
        if (!isBriefDate(shapes, index, end)) return index;
        roles[index] = BRIEF_HEAD;
      } else roles[index] = CAPTION;
    } else if (titleLines.length > 0 && isCaption(words)) {
      roles[index] = CAPTION;
      titleDone = true;
    } else if (isSalutation(words)) {
      roles[index] = SALUTATION;
      return index + 1;
    } else if (own.role === 'body' && isRecipient(words, titleLines.length > 0)) {
      roles[index] = RECIPIENT;
      return index + 1;
    } else if (
      !titleDone &&
      titleLines.length < MAX_TITLE_LINES &&
      isTitleLike(shape) &&
      belongsToTitle(shapes, index, end, titleLines)
    ) {
      roles[index] = TITLE;
      titleLines.push(index);
      titleDone = isCompleteTitle(shapes, titleLines, end);
    } else {
      return index;
    }
  }
  return index;
}

/** Index of the last line of a 简报 head (issue number, then organ and date), or -1. */
function briefHeadEnd(shapes: readonly LineShape[], start: number, end: number): number {
  let seen = 0;
  for (let index = start; index < end && seen < 6; index++) {
    const shape = shapes[index];
    if (!shape || shape.words === '') continue;
    seen++;
    if (shape.hint?.element !== 'issue-number') continue;
    let last = index;
    for (let next = index + 1; next < end && next <= index + 4; next++) {
      const words = shapes[next]?.words ?? '';
      if (words === '') continue;
      const dated = /\d{4}年\d{1,2}月\d{1,2}日$/.test(words) && words.length <= 60;
      const bare = words.length <= 30 && SIGNATURE_LINE.test(words);
      if (!dated && !bare) break;
      last = next;
      if (dated) break;
    }
    return last;
  }
  return -1;
}

function isBriefDate(shapes: readonly LineShape[], index: number, end: number): boolean {
  const next = shapes.slice(index + 1, Math.min(end, index + 6)).find(({ words }) => words !== '');
  return next !== undefined && isTitleLike(next);
}

function nextHint(shapes: readonly LineShape[], index: number, end: number): string | undefined {
  for (let next = index + 1; next < end; next++) if (shapes[next]?.words !== '') return shapes[next]?.hint?.role;
  return undefined;
}

function isCaption(words: string): boolean {
  if (/^[（(【].*[）)】]$/.test(words) && words.length <= 120) return true;
  if (/^(?:——|—|--)/.test(words) && /\d年\d|〇/.test(words)) return true;
  return words.length <= 36 && NAME_LINE.test(words) && kindOfTitle(words) === 'unknown';
}

function isRecipient(words: string, afterTitle: boolean): boolean {
  if (
    words.length > 600 ||
    /[。；]/.test(words.slice(0, -1)) ||
    /(?:如下|以下|通知|报告|请示|函告|意见)[：:]$|[现将]/.test(words)
  )
    return false;
  if (RECIPIENT_LINE.test(words)) return true;
  return afterTitle && OPEN_RECIPIENT_LINE.test(words);
}

/** A first line is a title when it names a kind of document, or when other text follows it. */
function belongsToTitle(
  shapes: readonly LineShape[],
  index: number,
  end: number,
  titleLines: readonly number[],
): boolean {
  const shape = shapes[index];
  if (!shape) return false;
  if (titleLines.length > 0 || kindOfTitle(shape.words) !== 'unknown') return true;
  for (let next = index + 1; next < end; next++) {
    const following = shapes[next];
    if (following && following.words !== '' && following.hint?.role !== 'noise')
      return shape.words.length <= 50 && !/[，,]/.test(shape.words.slice(24));
  }
  return false;
}

function isCompleteTitle(shapes: readonly LineShape[], titleLines: readonly number[], end: number): boolean {
  const text = titleLines.map((line) => shapes[line]?.words ?? '').join('');
  if (kindOfTitle(text) === 'unknown') return false;
  const next = shapes.slice((titleLines.at(-1) ?? 0) + 1, end).find(({ words }) => words !== '');
  // 2026年上海市政府工作报告 ——在……会议上: a subtitle behind a dash still belongs to it
  return !(next && /^(?:——|--)/.test(next.words));
}

/** Finds 署名, 成文日期 and what stands below them, from the end upwards. */
function layOutTail(shapes: readonly LineShape[], roles: RoleHint[], bodyStart: number, end: number): void {
  const TAIL = new Set(['noise', 'code', 'blank', 'annotation', 'imprint', 'brief-tail', 'attachment-note', 'table']);
  let index = end - 1;
  while (index >= bodyStart && (shapes[index]?.words === '' || TAIL.has(roles[index]?.role ?? ''))) index--;
  if (index < bodyStart) return;
  const last = shapes[index];
  if (!last) return;
  let signatureEnd = index;
  if (last.hint?.role === 'date') {
    roles[index] = DATE;
    signatureEnd = index - 1;
  } else if (!isSignatureLike(last) || !/[。；！？]$/.test(shapes[previousWords(shapes, index)]?.words ?? '。')) {
    const dated = /^(.{2,30}?)[\s　]{1,}(\d{4}年\d{1,2}月\d{1,2}日)$/.exec(last.words);
    if (dated) roles[index] = SIGNATURE;
    return;
  }
  let taken = 0;
  for (let line = signatureEnd; line >= bodyStart && taken < 3; line--) {
    const shape = shapes[line];
    if (!shape || shape.words === '') continue;
    if (roles[line]?.role !== 'body' || shape.words.length > 40 || /[，。；：！？、,:;]$/.test(shape.words)) break;
    roles[line] = SIGNATURE;
    taken++;
  }
}

function kindOfPiece(
  shapes: readonly LineShape[],
  roles: readonly RoleHint[],
  start: number,
  end: number,
  titleLines: readonly number[],
): DocumentKind {
  const title = titleLines.map((line) => shapes[line]?.words ?? '').join('');
  const said = kindOfTitle(title);
  if (roles.slice(start, end).some(({ element }) => element === 'issue-number')) return 'brief';
  if (said !== 'unknown') return said;
  for (let index = start; index < end; index++) {
    if (roles[index]?.role === 'caption' && kindOfTitle(shapes[index]?.words ?? '') !== 'unknown')
      return kindOfTitle(shapes[index]?.words ?? '');
  }
  if (titleLines.length > 0) return 'unknown';
  let opening = '';
  let saluted = false;
  for (let index = start; index < end && opening.length < 600; index++) {
    if (roles[index]?.role === 'salutation') saluted = true;
    opening += shapes[index]?.words ?? '';
  }
  return kindOfContent(opening.slice(0, 800), saluted);
}
