/** 发文字号：机关代字、六角括号括入的四位年份、不编虚位的顺序号：某政发〔2026〕5号. */
import formWords from '../../../data/form-words.json';
import type { Block } from '../../document/types';
import { matchSpan } from '../../text/span';
import { isProse, replace } from '../report';
import type { BlockRule, Finding } from '../types';

/**
 * 某政发[2026]第05号: a word, a year in brackets of any sort, 第 or not, a number and 号. 号楼 and 号线 are no numbers of documents,
 * and （2026）某01民初5号 of a court has its word behind the year.
 */
const NUMBER =
  /(?<=[\p{Script=Han}A-Za-z×])(?<open>[〔﹝［[【（(])[ 　]*(?<year>(?:19|20)?\d{2})[ 　]*年?[ 　]*(?<close>[〕﹞］\]】）)])(?<gap>[ 　]*)(?<di>第?)[ 　]*(?<zeros>0*)(?<number>\d{1,5})[ 　]*号(?![楼线院门井机店位馆厅库桥路车信房泵炉坑段台站舱柜])/gu;
/** 某政发2026第5号 */
const UNBRACKETED = /(?<=[发字函办])[ 　]?(?<year>(?:19|20)\d{2})[-—年]?[ 　]?第?0*(?<number>\d{1,4})号/;
/** Words in front of the year that name an organ's file: 某政发, 国办函, 某财预字. */
const ISSUER_WORD = new RegExp(`(?:${formWords.issuerWords.words.split(' ').join('|')}|[A-Za-z×])$`);

/** Documents older than this were numbered in brackets of their own time. */
const SINCE = 2012;

export const rule: BlockRule = {
  id: 'form/document-number',
  scope: 'block',
  clues: '号',
  gate: 'form',
  severity: 'error',
  source: 'GB/T 9704—2012 7.2.5',
  authority: 'binding',
  title: '发文字号用六角括号，不加“第”，不编虚位',
  why: '发文字号由机关代字、年份、发文顺序号组成，年份标全称、用六角括号“〔〕”括入，顺序号不加“第”、不编虚位。',
  examples: {
    bad: [
      { text: '某政发[2026]5号', found: '某政发[2026]5号', fixed: '某政发〔2026〕5号' },
      { text: '某政发（2026）第05号', found: '某政发（2026）第05号', fixed: '某政发〔2026〕5号' },
      { text: '某政发2026第5号', found: '某政发2026第5号', fixed: '某政发〔2026〕5号' },
      { text: '某财函〔26〕12号', found: '某财函〔26〕12号', fixed: '某财函〔2026〕12号' },
      {
        text: '根据《关于加强防汛工作的通知》（某政办发【2026】8号）要求，抓好落实。',
        found: '【2026】8号',
        fixed: '根据《关于加强防汛工作的通知》（某政办发〔2026〕8号）要求，抓好落实。',
      },
    ],
    good: [
      '某政发〔2026〕5号　　　　　　签发人：×××',
      '根据某政办发〔2026〕8号文件要求，抓好落实。',
      '该工程位于产业园（2026）3号楼。',
      '法院作出（2026）某01民初12号判决。',
      '某法[2004]96号',
      '会议期间，第5号代表团提出建议（2026年）。',
    ],
  },
  fixAll: true,
  *check(block) {
    const own = block.element === 'document-number';
    if (!own && !isProse(block)) return;
    if (own) yield* unbracketed(block);
    for (const match of block.text.matchAll(NUMBER)) {
      const { open, year = '', close, di, zeros, number = '' } = match.groups ?? {};
      const before = block.text.slice(Math.max(0, match.index - 12), match.index);
      if (!own && !ISSUER_WORD.test(before)) continue;
      const full = year.length === 2 ? `20${year}` : year;
      if (open === '〔' && close === '〕' && !di && !zeros && full === year) continue;
      if (Number(full) < SINCE) continue;
      const right = `〔${full}〕${number}号`;
      const { start, end } = matchSpan(match);
      const word = own ? block.text.slice(block.content.start, start) : '';
      yield {
        span: { start: own ? block.content.start : start, end },
        message: `发文字号“${word}${match[0]}”应为“${word}${right}”`,
        fixes: replace({ start, end }, right, `改为“${word}${right}”`),
        // a citation may copy what stands on the document itself
        severity: own ? 'error' : 'warning',
      };
    }
  },
};

function* unbracketed({ text, content }: Block): Iterable<Finding> {
  const match = UNBRACKETED.exec(text);
  const { year, number } = match?.groups ?? {};
  if (!match || Number(year) < SINCE) return;
  const { start, end } = matchSpan(match);
  const right = `〔${year}〕${number}号`;
  const word = text.slice(content.start, start);
  const at = { start: content.start, end };
  yield {
    span: at,
    message: `发文字号“${word}${match[0]}”应为“${word}${right}”`,
    fixes: replace({ start, end }, right, `改为“${word}${right}”`),
  };
}
