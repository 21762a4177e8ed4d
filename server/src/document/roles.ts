/** Gives every line its role by its place among the others, and divides the file into pieces. */
import { layOutHead } from './head';
import { type ContentClues, kindOfContent, kindOfTitle } from './kind';
import type { LineShape, RoleHint } from './line';
import { endsTitle, formOf } from './line-form';
import { type PieceStart, pieceStarts } from './pieces';
import { layOutTail } from './tail';
import type { DocumentKind, Piece } from './types';

export interface Layout {
  readonly roles: readonly RoleHint[];
  readonly pieces: readonly Piece[];
}

const BODY: RoleHint = { role: 'body' };
const SALUTATION: RoleHint = { role: 'salutation' };
const HEADING: RoleHint = { role: 'heading' };

/** How much of the text is asked for its kind. */
const OPENING_LENGTH = 800;
const CLOSING_LINES = 4;

/** Lays out a file. `shapes` are its lines in order; the answer has a role for each. Never throws. */
export function layOut(shapes: readonly LineShape[]): Layout {
  const accepted = acceptWeakMarks(shapes);
  const roles: RoleHint[] = shapes.map((shape, index) => ownRole(shape, accepted[index] ?? false));
  const starts = pieceStarts(shapes, roles);
  const pieces = starts.map((start, order) =>
    layOutPiece(shapes, roles, start, starts[order + 1]?.line ?? shapes.length),
  );
  return { roles, pieces };
}

function ownRole({ hint }: LineShape, marked: boolean): RoleHint {
  if (hint && hint.role !== 'date' && hint.role !== 'attachment-mark') return hint;
  return marked ? HEADING : BODY;
}

/** A mark that could be something else counts only beside its neighbour in number. */
function acceptWeakMarks(shapes: readonly LineShape[]): boolean[] {
  const lastOf = new Map<string, { value: number; index: number }>();
  const accepted = shapes.map(({ mark }) => mark !== undefined && !mark.weak);
  shapes.forEach(({ mark, hint }, index) => {
    if (!mark || hint?.role === 'table') return;
    const { style, value } = mark.heading;
    const previous = lastOf.get(style);
    const fits = previous?.value === value - 1;
    // 1.80周岁以上 may be the figure 1.80: it needs a neighbour that cannot be one
    const sure = !mark.decimal || (previous !== undefined && !shapes[previous.index]?.mark?.decimal);
    if (previous && fits && sure) {
      accepted[index] = true;
      accepted[previous.index] = true;
    }
    if (!mark.decimal || value === 1 || accepted[index]) lastOf.set(style, { value, index });
  });
  return accepted;
}

function layOutPiece(shapes: readonly LineShape[], roles: RoleHint[], at: PieceStart, end: number): Piece {
  const start = at.line;
  const { titleLines, title, bodyStart } = layOutHead(shapes, roles, at, end);
  for (let line = bodyStart; line < end; line++) {
    const shape = shapes[line];
    const own = roles[line];
    if (!shape || !own) continue;
    // below the head, 000012 is a number and 特急 a word
    if (own.role === 'letterhead' && own.element !== 'document-number') roles[line] = BODY;
    else if (own.role === 'body' && formOf(shape).salutation) roles[line] = SALUTATION;
  }
  layOutTail(shapes, roles, bodyStart, end);
  return { start, end, titleLines, title, kind: kindOfPiece(shapes, roles, { start, end, bodyStart, title }) };
}

interface Extent {
  readonly start: number;
  readonly end: number;
  readonly bodyStart: number;
  readonly title: string;
}

function kindOfPiece(shapes: readonly LineShape[], roles: readonly RoleHint[], extent: Extent): DocumentKind {
  const { start, bodyStart, title } = extent;
  const head = roles.slice(start, bodyStart);
  if (head.some(({ element }) => element === 'issue-number')) {
    const named = head.some(
      ({ role }, line) => role === 'brief-head' && /纪[\s　]*要$/.test(shapes[start + line]?.words ?? ''),
    );
    return named ? 'minutes' : 'brief';
  }
  const said = kindOfTitle(title);
  // a 信息 has no 文种 in its title, or that of what it reports on: ……的调查与思考
  if ((said === 'unknown' || said === 'research') && isSubmitted(shapes, roles, extent)) return 'info';
  if (said !== 'unknown') return said;
  for (const [line, { role, element }] of head.entries()) {
    const words = shapes[start + line]?.words ?? '';
    // ——2026年3月5日在全市经济工作会议上的讲话
    if (role === 'caption' && kindOfTitle(words) !== 'unknown') return kindOfTitle(words);
    if (element === 'issuer-mark' && /(?:纪要|简报|函)$/.test(words)) return kindOfTitle(words);
    if (element === 'document-number' && /函[〔［[【（(]/.test(words)) return 'letter';
  }
  if (isInfo(shapes, roles, extent)) return 'info';
  // a 办法 is a 办法, whatever it says
  if (title !== '' && endsTitle(title)) return 'unknown';
  return kindOfContent(cluesOf(shapes, roles, extent));
}

/** A 信息 has a headline, neither 主送 nor 署名, and its sender in brackets at the end. */
function isInfo(shapes: readonly LineShape[], roles: readonly RoleHint[], { start, end, title }: Extent): boolean {
  if (title === '' || endsTitle(title)) return false;
  const own = roles.slice(start, end);
  if (own.some(({ role }) => /^(?:recipient|salutation|signature|date)$/.test(role))) return false;
  return own.some(
    ({ role }, line) => role === 'annotation' && /^[（(](?!此|联系|本文)/.test(shapes[start + line]?.words ?? ''),
  );
}

/** （报送单位：××县；联系人：×××，电话：××） below the text. */
function isSubmitted(shapes: readonly LineShape[], roles: readonly RoleHint[], { bodyStart, end }: Extent): boolean {
  for (let line = end - 1; line >= bodyStart; line--) {
    const role = roles[line]?.role;
    if (role === 'annotation' && /^[（(【[]报送单位[:：]/.test(shapes[line]?.words ?? '')) return true;
    if (role === 'heading') return false;
  }
  return false;
}

function cluesOf(
  shapes: readonly LineShape[],
  roles: readonly RoleHint[],
  { start, end, bodyStart }: Extent,
): ContentClues {
  let opening = '';
  let saluted = roles.slice(start, bodyStart).some(({ role }) => role === 'salutation');
  for (let line = bodyStart; line < end && opening.length < OPENING_LENGTH; line++)
    opening += (shapes[line]?.words ?? '').slice(0, OPENING_LENGTH);
  const closing: string[] = [];
  for (let line = end - 1; line >= bodyStart && closing.length < CLOSING_LINES; line--) {
    const words = shapes[line]?.words ?? '';
    if (roles[line]?.role === 'salutation') saluted = true;
    if (words === '' || (roles[line]?.role !== 'body' && roles[line]?.role !== 'heading')) continue;
    if (words.length <= 60) closing.push(words);
    else closing.push('');
  }
  return { opening: opening.slice(0, OPENING_LENGTH), closing, saluted };
}
