/** Reads 版头 and the head of a 简报: issuers, numbers, rules across the page, 期号, the organ and its day, 按语. */
import type { Cursor } from './cursor';
import type { LineShape } from './line';
import { formOf } from './line-form';

/** 第12号；（第56号）；2026年第3号 */
const ORDER_NUMBER = /^[（(]?(?:(?:19|20)\d{2}年)?[\s　]?第[\s　]?[0-9〇一二三四五六七八九十百×X]{1,5}[\s　]?号[）)]?$/;
/** 〔2026〕7号；〔六届〕第12号 */
const BARE_NUMBER = /^[〔﹝［[（(][^〔〕（）()]{2,8}[〕﹞］\]）)][\s　]?第?[\s　]?[0-9×X]{1,5}[\s　]?号$/;
/** ———————— */
const RULE_LINE = /^[—\-_=＿━─＊*]{4,}$/;
/** 某某市人民政府办公室　　　2026年3月15日 */
const ORGAN_AND_DAY = /^(?<organ>.{2,40}?)[\s　]+\d{4}年\d{1,2}月\d{1,2}日$/;
/** ××办公室编；××局主办 */
const PUBLISHER = /(?:编|编印|主办|编发|印发)$/;

/** Where the 期号 of a 简报 is looked for, and how far behind it its organ and day stand. */
const LINES_BEFORE_ISSUE = 7;
const LINES_AFTER_ISSUE = 4;
/** Joint issuers stand in as many lines above the 发文字号. */
const MOST_ISSUERS = 6;

/** Everything down to 第×期 and the line of organ and day below it. */
export function readBriefHead(cursor: Cursor): void {
  const issue = cursor.find(({ hint }) => hint?.element === 'issue-number', LINES_BEFORE_ISSUE);
  if (issue < 0) return;
  let last = issue;
  for (const line of cursor.lines(issue + 1, Math.min(cursor.end, issue + 1 + LINES_AFTER_ISSUE))) {
    const shape = cursor.shapes[line];
    if (!shape || !belongsToBriefHead(shape)) break;
    last = line;
  }
  while (!cursor.done && cursor.at <= last) {
    const own = cursor.roleOf();
    if (own === 'brief-head' || own === 'letterhead') cursor.next();
    else cursor.take({ role: 'brief-head' });
  }
}

function belongsToBriefHead(shape: LineShape): boolean {
  const { words, hint } = shape;
  if (RULE_LINE.test(words) || hint?.element === 'issue-number') return true;
  if (words.length > 60) return false;
  return /\d{4}年\d{1,2}月\d{1,2}日$/.test(words) || PUBLISHER.test(words) || formOf(shape).organ;
}

/** 版头 above the title. */
export function readLetterhead(cursor: Cursor): void {
  while (!cursor.done) {
    if (readLetterheadLine(cursor, false) || readIssuerMark(cursor)) continue;
    if (cursor.roles[cursor.at]?.element !== 'editor-note') return;
    cursor.next();
  }
}

/** One line of 版头; below a title a number needs no 代字. */
export function readLetterheadLine(cursor: Cursor, titled: boolean): boolean {
  const { shape } = cursor;
  if (!shape) return false;
  if (titled && isNumber(shape)) cursor.take({ role: 'letterhead', element: 'document-number' });
  else if (RULE_LINE.test(shape.words)) cursor.take({ role: 'letterhead' });
  else if (titled && cursor.roleOf(cursor.before(cursor.at)) === 'letterhead' && isDatedOrgan(shape))
    cursor.take({ role: 'letterhead' });
  else if (cursor.roleOf() === 'letterhead') cursor.next();
  else return false;
  return true;
}

/** ××市人民政府文件 above its 发文字号; joint issuers stand in several lines. */
function readIssuerMark(cursor: Cursor): boolean {
  const number = cursor.find(
    ({ hint, words }) => hint?.role === 'letterhead' || RULE_LINE.test(words),
    MOST_ISSUERS + 1,
  );
  if (number <= cursor.at) return false;
  const lines = cursor.lines(cursor.at, number);
  const shapes = lines.map((line) => cursor.shapes[line]).filter((shape) => shape !== undefined);
  const marked = shapes.some(({ words }) => /文[\s　]*件$/.test(words));
  const isMark = (shape: LineShape) =>
    !shape.hint && shape.words.length <= 60 && !shape.words.includes('关于') && (marked || formOf(shape).organ);
  if (!shapes.every(isMark)) return false;
  cursor.takeAll(lines, { role: 'letterhead', element: 'issuer-mark' });
  return true;
}

/** 国发〔2026〕5号, 第12号: the number of a document below its title. */
export function isNumber({ hint, words }: LineShape): boolean {
  return hint?.element === 'document-number' || ORDER_NUMBER.test(words) || BARE_NUMBER.test(words);
}

/** 某某市人民政府办公室　　　2026年3月15日, as below the number of 纪要. */
export function isDatedOrgan(shape: LineShape): boolean {
  const organ = ORGAN_AND_DAY.exec(shape.words)?.groups?.organ;
  return organ !== undefined && formOf({ ...shape, words: organ }).organ;
}
