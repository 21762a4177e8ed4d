/** 成文日期用阿拉伯数字标全年、月、日，不编虚位：2026年3月5日. */
import type { Draft, Piece } from '../../document/types';
import type { Span } from '../../text/span';
import { isBeforeStandard, isSpoken, linesOf } from '../pieces';
import { choices, replace } from '../report';
import type { DocumentFinding, DocumentRule } from '../types';
import { hanNumber, hanYear, isDay } from './_dates';

/** 2026年03月05日, 26年3月5号, 2026.3.5, 2026-03-05 */
const DIGITS =
  /(?<!\d)(?<year>(?:19|20)?\d{2})[ 　]*(?:年|[.．/-])[ 　]*(?<month>\d{1,2}|元)[ 　]*(?:月|[.．/-])[ 　]*(?<day>\d{1,2})[ 　]*(?:[日号]|$|(?=[\s　]))/;
/** 二〇二六年三月五日 */
const HAN =
  /(?<year>[一二][〇○零OoＯ0九][〇○零OoＯ0一二三四五六七八九]{2})年(?<month>[元一二三四五六七八九十]{1,3})月(?<day>[一二三四五六七八九十廿卅]{1,3})[日号]/;
/** 2026年3月 */
const NO_DAY = /^(?:(?:19|20)\d{2}|[一二][〇○零一二三四五六七八九]{3})年[ 　]?[\d元一二三四五六七八九十]{1,3}[ 　]?月$/;

export const rule: DocumentRule = {
  id: 'form/issue-date',
  scope: 'document',
  gate: 'form',
  severity: 'error',
  source: 'GB/T 9704—2012 7.3.5.4',
  authority: 'binding',
  title: '成文日期用阿拉伯数字标全年、月、日，不编虚位',
  why: '成文日期写作“2026年3月5日”：年份标全称，月、日不编虚位（1不编为01），不用汉字数字和点、横线。',
  examples: {
    bad: [
      {
        text: '关于开会的通知\n各科室：\n明天开会。\n某某县财政局\n二〇二六年三月五日',
        found: '二〇二六年三月五日',
        fixed: '关于开会的通知\n各科室：\n明天开会。\n某某县财政局\n2026年3月5日',
      },
      {
        text: '关于开会的通知\n各科室：\n明天开会。\n某某县财政局\n2026年03月05日',
        found: '2026年03月05日',
        fixed: '关于开会的通知\n各科室：\n明天开会。\n某某县财政局\n2026年3月5日',
      },
      {
        text: '关于开会的通知\n各科室：\n明天开会。\n某某县财政局\n2026.3.5',
        found: '2026.3.5',
        fixed: '关于开会的通知\n各科室：\n明天开会。\n某某县财政局\n2026年3月5日',
      },
      {
        text: '关于开会的通知\n各科室：\n明天开会。\n某某县财政局\n2026年元月5日',
        found: '2026年元月5日',
        fixed: '关于开会的通知\n各科室：\n明天开会。\n某某县财政局\n2026年1月5日',
      },
      { text: '关于开会的通知\n各科室：\n明天开会。\n某某县财政局\n2026年3月', found: '2026年3月' },
    ],
    good: [
      '关于开会的通知\n各科室：\n明天开会。\n某某县财政局\n2026年3月5日',
      '关于开会的通知\n各科室：\n明天开会。\n某某县财政局\n二〇〇四年三月五日',
      '在年度总结会上的讲话\n（二〇二六年三月五日）\n同志们：\n今天开会。',
    ],
  },
  fixAll: true,
  *check(draft) {
    for (const piece of draft.pieces) {
      if (isBeforeStandard(draft, piece) || isSpoken(draft, piece)) continue;
      for (const { index, block } of linesOf(draft, piece, 'date', 'signature')) {
        yield* checkLine(draft, piece, index, block.text, block.content);
      }
    }
  },
};

function* checkLine(draft: Draft, piece: Piece, block: number, text: string, content: Span): Iterable<DocumentFinding> {
  const match = DIGITS.exec(text) ?? HAN.exec(text);
  if (!match) {
    if (draft.blocks[block]?.role === 'date' && NO_DAY.test(text.slice(content.start, content.end)))
      yield { block, span: content, severity: 'warning', message: '成文日期应标全年、月、日' };
    return;
  }
  const { year = '', month = '', day = '' } = match.groups ?? {};
  const han = !/\d/.test(year);
  const fullYear = han ? hanYear(year) : Number(year.length === 2 ? `20${year}` : year);
  const [m, d] = [numberOf(month), numberOf(day)];
  const right = `${fullYear}年${m}月${d}日`;
  const written = match[0].trimEnd();
  if (written.replace(/[ 　]/g, '') === right || !isDay(fullYear, m, d)) return;
  const span = { start: match.index, end: match.index + written.length };
  // GB/T 9704 binds 公文; a 总结 or 方案 goes by it as a custom
  const official = piece.kind !== 'unknown' && !/^(?:summary|plan|research|briefing|info|brief)$/.test(piece.kind);
  yield {
    block,
    span,
    severity: official ? 'error' : 'info',
    message: `成文日期“${written}”应为“${right}”`,
    fixes: official ? replace(span, right) : choices(span, right),
  };
}

function numberOf(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : hanNumber(text);
}
