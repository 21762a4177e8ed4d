/** 版记：抄送机关末尾标句号，印发日期不编虚位，上行文不抄送下级机关。 */
import type { Draft, Piece } from '../../document/types';
import { type Line, linesOf, wordsOf } from '../pieces';
import { replace } from '../report';
import type { DocumentFinding, DocumentRule } from '../types';

const COLON = /^(?<word>[\p{Script=Han}\s　]{1,6})(?<colon>:)/u;
/** 2026年03月06日印发 */
const PADDED = /(?<year>\d{4})年(?<month>\d{1,2})月(?<day>\d{1,2})日/;
/** 各乡镇, 各科室: who stands below the sender. */
const BELOW = /各(?:县|区|乡镇|乡|镇|街道|村|社区|科|股|所|处室|下属|基层)/;

export const rule: DocumentRule = {
  id: 'form/imprint',
  scope: 'document',
  gate: 'form',
  severity: 'warning',
  source: 'GB/T 9704—2012 7.4.2、7.4.3；《党政机关公文处理工作条例》第十五条（一）',
  authority: 'binding',
  title: '抄送机关末尾用句号，印发日期不编虚位',
  why: '“抄送”后用全角冒号，抄送机关之间用逗号、顿号，末尾用句号；印发日期的月、日不编虚位；上行文不抄送下级机关。',
  examples: {
    bad: [
      {
        text: '关于开会的通知\n各科室：\n明天开会。\n抄送:市委办公室，市政府办公室',
        found: ':',
        fixed: '关于开会的通知\n各科室：\n明天开会。\n抄送：市委办公室，市政府办公室。',
      },
      {
        text: '关于开会的通知\n各科室：\n明天开会。\n某某局办公室　　2026年03月06日印发',
        found: '2026年03月06日',
        fixed: '关于开会的通知\n各科室：\n明天开会。\n某某局办公室　　2026年3月6日印发',
      },
      { text: '关于购置设备的请示\n县政府：\n妥否，请批示。\n抄送：各乡镇人民政府。', found: '各乡镇' },
    ],
    good: [
      '关于开会的通知\n各科室：\n明天开会。\n抄送：市委办公室，市政府办公室。\n某某局办公室　　2026年3月6日印发',
      '工作简报\n第1期\n某某局办公室　　2026年3月6日\n喜报频传\n工作顺利。\n报：县委。\n发：各科室。',
    ],
  },
  fixAll: true,
  *check(draft) {
    for (const piece of draft.pieces) {
      const copies = linesOf(draft, piece, 'imprint', 'brief-tail');
      for (const [order, line] of copies.entries()) {
        if (line.block.element === 'copy-to' || line.block.element === 'distribution') {
          yield* checkCopy(line, followsOn(draft, line, copies[order + 1]));
          yield* checkBelow(piece, line);
        } else if (line.block.element === 'printing') yield* checkDay(line);
      }
    }
  },
};

/** A list that breaks over lines ends in the last of them. */
function followsOn({ blocks }: Draft, { index }: Line, next: Line | undefined): boolean {
  const below = blocks[index + 1];
  return below !== undefined && below.role === 'body' && next?.index !== index + 1;
}

function* checkCopy({ index, block }: Line, open: boolean): Iterable<DocumentFinding> {
  const words = wordsOf(block);
  const { start, end } = block.content;
  const colon = COLON.exec(words)?.groups?.word;
  if (colon) {
    const span = { start: start + colon.length, end: start + colon.length + 1 };
    yield { block: index, span, message: `“${colon}”之后应为全角冒号`, fixes: replace(span, '：') };
  }
  const stop = /[，,；;、.．]?$/.exec(words)?.[0] ?? '';
  if (open || words.endsWith('。') || words.length < 5) return;
  const span = { start: end - stop.length, end };
  const shown = { start: end - 1, end };
  const sure = block.element === 'copy-to';
  yield {
    block: index,
    span: shown,
    severity: sure ? 'warning' : 'hint',
    message: `${sure ? '抄送' : '报送'}机关末尾应标句号`,
    fixes: replace(span, '。', '补句号'),
  };
}

function* checkBelow({ kind }: Piece, { index, block }: Line): Iterable<DocumentFinding> {
  const match = kind === 'request' || kind === 'report' ? BELOW.exec(wordsOf(block)) : null;
  if (!match) return;
  const start = block.content.start + match.index;
  yield { block: index, span: { start, end: start + match[0].length }, message: '上行文不抄送下级机关' };
}

function* checkDay({ index, block }: Line): Iterable<DocumentFinding> {
  const match = PADDED.exec(block.text);
  const { year, month, day } = match?.groups ?? {};
  const right = `${year}年${Number(month)}月${Number(day)}日`;
  if (!match || match[0] === right) return;
  const span = { start: match.index, end: match.index + match[0].length };
  yield { block: index, span, message: `印发日期“${match[0]}”应为“${right}”`, fixes: replace(span, right) };
}
