/** Whom a 请示 asks at its end against its 主送: 请省政府批示 in a letter to 某某市人民政府. */
import type { Draft, Piece } from '../../document/types';
import { closingLines, lastParagraphs } from '../form/_closing';
import { type Line, linesOf, wordsOf } from '../pieces';
import { choices } from '../report';
import type { DocumentFinding } from '../types';

/** 请市委、市政府批示, 请市人民政府审批; 报请省政府批准 speaks of what the 主送 is to do. */
const ASKED =
  /(?<![报提转呈])请(?<asked>(?<level>[省市县区州旗镇乡])(?:(?<party>党?委)|(?:人民)?政府)(?:、(?:[省市县区州旗镇乡](?:人民)?)?政府)?)(?:予以|研究|尽快)?(?:批示|批复|审批|审定|审议|批准|指示)/d;
/** 某某市人民政府, 中共某某市委, 某某市委员会 */
const GOVERNMENT_OR_COMMITTEE = /(?<level>[省市县区州旗镇乡])(?:(?<party>党?委(?:员会)?)|(?:人民)?政府)$/;

/** 请县财政局批复 in a letter to 县人民政府, 恳请县政府给予解决 in one to 县财政局 */
const ASKED_OTHER =
  /(?<![报提转呈商])请(?:求)?(?<asked>[省市县区州旗镇乡][\p{Script=Han}]{1,10}?[局厅]|[省市县区州旗](?:人民)?政府)(?:给?予以?|研究|尽快)*(?:批示|批复|审批|批准|解决)/du;
/** 某某县财政局, 市机关事务服务中心 */
const BUREAU = /[\p{Script=Han}]{2,}(?:[局厅]|中心)$/u;

/** Judged where one government, one committee or one bureau is addressed. */
export function* wrongSuperior(draft: Draft, piece: Piece): Iterable<DocumentFinding> {
  if (piece.kind !== 'request') return;
  const [line, ...more] = linesOf(draft, piece, 'recipient');
  if (!line || more.length > 0) return;
  const name = wordsOf(line.block).replace(/[\s　]*[：:]$/, '');
  if (/[、，\s　]/.test(name)) return;
  yield* askedOther(draft, piece, line, name);
  const own = GOVERNMENT_OR_COMMITTEE.exec(name)?.groups;
  if (!own) return;
  for (const { index, block } of closingLines(draft, piece)) {
    const match = ASKED.exec(block.text);
    const { level, party, asked = '' } = match?.groups ?? {};
    const isOther = level !== own.level || !party !== !own.party || asked.includes('、');
    if (!match?.indices?.groups?.asked || !isOther) continue;
    const [start, end] = match.indices.groups.asked;
    yield {
      block: index,
      span: { start, end },
      message: `主送机关是“${name}”，文末请示的是“${asked}”`,
      related: [{ block: line.index, span: line.block.content, message: '主送机关' }],
      fixes: choices({ start, end }, `${own.level}${own.party ? '委' : '政府'}`),
    };
  }
}

/** A bureau asked for what a government is addressed for, or the other way round. */
function* askedOther(draft: Draft, piece: Piece, line: Line, name: string): Iterable<DocumentFinding> {
  const isBureau = BUREAU.test(name);
  if (!isBureau && !GOVERNMENT_OR_COMMITTEE.test(name)) return;
  for (const { index, block } of lastParagraphs(draft, piece, 4)) {
    const match = ASKED_OTHER.exec(block.text);
    const { asked = '' } = match?.groups ?? {};
    const [start, end] = match?.indices?.groups?.asked ?? [];
    if (start === undefined || end === undefined || name.endsWith(asked)) continue;
    if (!isBureau && asked.endsWith('政府')) continue;
    yield {
      block: index,
      span: { start, end },
      severity: 'info',
      message: `主送机关是“${name}”，文末请示的是“${asked}”`,
      related: [{ block: line.index, span: line.block.content, message: '主送机关' }],
    };
  }
}
