/** Lays out what stands above the text of a piece: 版头, 报头, title, 题注, 称谓 or 主送机关. */
import lineWords from '../../data/line-words.json';
import { Cursor } from './cursor';
import { kindOfTitle } from './kind';
import { readBriefHead, readLetterhead, readLetterheadLine } from './letterhead';
import type { LineShape, RoleHint } from './line';
import { formOf } from './line-form';
import type { PieceStart } from './pieces';
import {
  ADDRESSED,
  isAuthor,
  isAuthorAbove,
  MARK_BEFORE_TITLE,
  realTitleBelow,
  SUBTITLE,
  titleAt,
  titleBelowMark,
  titleOf,
} from './title-lines';
import type { Role } from './types';

/** What `layOutHead` found; roles it wrote into the list it was given. */
export interface Head {
  readonly titleLines: readonly number[];
  readonly title: string;
  /** First line of the text. */
  readonly bodyStart: number;
}

const LONGEST_CAPTION = 80;

/** 各位考生家长：, 张三同志： — short, with a colon and no verb of a sentence. */
const LOOSE_RECIPIENT = new RegExp(
  `^(?!.*(?:${lineWords.sentence.words.split(' ').join('|')}))[^。；！？“”]{2,60}[：:]$`,
);

/** Lays out the head of the piece `[start, end)`. Roles that the lines have by themselves are in `roles` already. */
export function layOutHead(
  shapes: readonly LineShape[],
  roles: RoleHint[],
  { line, nameLines }: PieceStart,
  end: number,
): Head {
  const cursor = new Cursor(shapes, roles, line, end);
  let titleLines = readAttachmentMark(cursor);
  readBriefHead(cursor);
  readLetterhead(cursor);
  if (isAuthorAbove(cursor)) cursor.take({ role: 'caption' });
  if (titleLines.length === 0) titleLines = readTitle(cursor, nameLines);
  const titled = titleLines.length > 0;
  while (!cursor.done) {
    if (readLetterheadLine(cursor, titled)) {
      const below = titleBelowMark(cursor, titleOf(cursor, titleLines));
      if (!below) continue;
      for (const each of titleLines) roles[each] = { role: 'letterhead', element: 'issuer-mark' };
      titleLines = below;
      cursor.takeAll(below, { role: 'title' });
    } else if (!titled || !readCaption(cursor, titleOf(cursor, titleLines))) break;
  }
  const title = titleOf(cursor, titleLines);
  return { titleLines, title, bodyStart: readAddressee(cursor, title) };
}

/** 附件1, alone or with the name of the attachment behind it, which is then the title. */
function readAttachmentMark(cursor: Cursor): readonly number[] {
  const { shape, at } = cursor;
  if (!shape || !MARK_BEFORE_TITLE.test(shape.words)) return [];
  const alone = shape.hint?.role === 'attachment-mark';
  // at the head of a file the name may be anything that begins with 附件
  if (!alone && (at === 0 || (shape.hint && shape.hint.role !== 'attachment-note'))) return [];
  cursor.take({ role: 'attachment-mark' });
  return alone ? [] : [at];
}

function readTitle(cursor: Cursor, nameLines: number): readonly number[] {
  const first = nameLines > 0 ? cursor.lines(cursor.at, cursor.at + nameLines) : titleAt(cursor, cursor.at);
  if (first.length === 0) return first;
  cursor.takeAll(first, { role: 'title' });
  const second = realTitleBelow(cursor, first);
  if (!second) return first;
  cursor.takeAll(second, { role: 'title' });
  return second;
}

function readCaption(cursor: Cursor, title: string): boolean {
  const { shape } = cursor;
  if (!shape || cursor.roleOf() === 'heading') return false;
  const { words, hint } = shape;
  const subtitle = SUBTITLE.test(words) && words.length <= LONGEST_CAPTION && !/[。；]$/.test(words);
  if (hint?.role === 'date' || formOf(shape).caption || subtitle || isAuthor(cursor, cursor.at, title)) {
    cursor.take({ role: 'caption' });
    return true;
  }
  return !hint && /^[（(]/.test(words) && readBrokenCaption(cursor);
}

/** （2004年6月16日国务院 and in the next line 第54次常务会议修订通过） */
function readBrokenCaption(cursor: Cursor): boolean {
  for (let line = cursor.at; line < cursor.end && line < cursor.at + 3; line++) {
    const words = cursor.words(line);
    if (words.length > LONGEST_CAPTION || words === '') return false;
    if (!/[）)]$/.test(words)) continue;
    cursor.takeAll(cursor.lines(cursor.at, line + 1), { role: 'caption' });
    return true;
  }
  return false;
}

/** Reads 称谓 or 主送; returns the line at which the text begins. */
function readAddressee(cursor: Cursor, title: string): number {
  const { shape, at } = cursor;
  if (!shape || cursor.roleOf() !== 'body') return at;
  const form = formOf(shape);
  const take = (role: Role, last = at) => {
    for (let line = at; line <= last; line++) cursor.roles[line] = { role };
    return last + 1;
  };
  if (form.salutation) return take('salutation');
  if (form.recipient) return take('recipient');
  if (title === '') return at;
  const below = cursor.shapes[at + 1];
  if (form.openRecipient && below && cursor.roleOf(at + 1) === 'body' && formOf(below).recipient)
    return take('recipient', at + 1);
  return isLooseRecipient(cursor, shape, title) ? take('recipient') : at;
}

/** A 主送 without its colon, or of a sort that no list of organs holds. */
function isLooseRecipient(cursor: Cursor, shape: LineShape, title: string): boolean {
  const { openRecipient, organ } = formOf(shape);
  if (openRecipient && shape.words.startsWith('各')) return true;
  const text = cursor.shapes[cursor.skip(cursor.at + 1)];
  const opens = text !== undefined && (text.words.length > 30 || /[。：]$/.test(text.words));
  if (!opens || !ADDRESSED.has(kindOfTitle(title))) return false;
  if (organ || LOOSE_RECIPIENT.test(shape.words)) return true;
  const stopped = /^(?<name>.{2,60})[。，,；;、]$/.exec(shape.words)?.groups?.name;
  return stopped !== undefined && formOf({ ...shape, words: stopped }).organ;
}
