/** 文种不并用、不生造、不误用：请示报告、关于申请……的报告、停水公告。 */
import { isOrgan } from '../../document/line-form';
import type { Draft } from '../../document/types';
import { hasElement, isBeforeStandard, linesOf, type TitleText, titlesOf, wordsOf } from '../pieces';
import type { DocumentFinding, DocumentRule, Fix, Severity } from '../types';
import { KIND_NAMES, UNNAMED_KINDS, withoutNames } from './_words';

/** 关于……的请示报告；……申请报告；……的函告 */
const JOINED: readonly (readonly [RegExp, Severity, readonly string[]])[] = [
  [/请示报告$/, 'error', ['请示', '报告']],
  [/报告请示$/, 'error', ['请示', '报告']],
  [/申请报告$/, 'warning', ['请示']],
  [/请示函$/, 'warning', ['请示', '函']],
  [/(?<=的)函告$/, 'warning', ['函']],
  [/(?<=的)通知函$/, 'warning', ['通知', '函']],
  [/(?<=关于.{2,80}的)批示$/, 'warning', ['批复']],
  [/(?<=关于.{2,80}的)指示$/, 'warning', ['通知', '意见']],
  [/布告$/, 'warning', ['通告']],
];
/** 关于请求拨付经费的报告 */
const REQUEST_AS_REPORT = /关于(?:(?:请求|申请|恳请|要求).{2,60}|.{2,40}(?:请求|恳请)解决.{0,20})的(?<kind>报告)$/;
/** 批转国务院……的通知: what comes from above is 转发, what comes from below 批转. */
const PASSED_DOWN = /批转(?=国务院|中共中央|党中央|中央办公厅|全国人大)/;
/** 关于加强管理的意见的报告: two 文种 one behind the other. */
const TWO_KINDS = new RegExp(`的(?<first>${KIND_NAMES})的(?<second>${KIND_NAMES})$`);
/** 关于请求解决经费的请示; what the 文种 says already is not said again. */
const SAID_TWICE: readonly RegExp[] = [
  /(?<=关于)(?<word>请求|恳请|请示)(?=.{2,60}的请示$)/,
  /(?<=关于)(?<word>上报|汇报|呈报)(?=.{2,60}的报告$)/,
  /(?<=关于)(?<word>答复|函复)(?=.{2,60}的复函$)/,
  /(?<=关于)(?<word>批复)(?=.{2,60}的批复$)/,
];
/** Everyday matters that are no 公告: water is cut off, the office moves. */
const EVERYDAY = /停水|停电|停气|停暖|停止供[水电气暖]|检修|遗失|失物|放假|缴费/;
const OTHER_KIND = new RegExp(`(?:${UNNAMED_KINDS})$`);

export const rule: DocumentRule = {
  id: 'title/kind-misuse',
  scope: 'document',
  gate: 'form',
  severity: 'error',
  source: '《党政机关公文处理工作条例》第八条、第十五条（四）',
  authority: 'binding',
  title: '文种不并用、不生造、不误用',
  why: '公文只用条例规定的文种，一文一种；请求批准用“请示”，汇报用“报告”，“请示报告”“申请报告”都不是文种。',
  examples: {
    bad: [
      { text: '关于解决办公用房的请示报告', found: '请示报告' },
      { text: '关于申请拨付维修经费的报告', found: '报告' },
      { text: '关于增加编制的申请报告', found: '申请报告' },
      {
        text: '某某县人民政府批转国务院关于加强防汛工作的通知',
        found: '批转',
        fixed: '某某县人民政府转发国务院关于加强防汛工作的通知',
      },
      { text: '关于同意设立产业园的批示', found: '批示' },
      { text: '关于增加经费的申请\n县财政局：\n需经费3万元。\n县档案局\n2026年3月5日', found: '申请' },
      { text: '关于召开推进会的通知的函', found: '的通知的函' },
      {
        text: '关于请求解决办公用房的请示',
        found: '请求',
        fixed: '关于解决办公用房的请示',
      },
      { text: '某某小学公告\n因检修管道，周六停水一天，请互相转告。', found: '公告' },
      {
        text: '关于增加编制的申请\n某政〔2026〕3号\n县委编办：\n我单位人手不足，请予增加编制。',
        found: '申请',
      },
    ],
    good: [
      '关于解决办公用房的请示',
      '关于申请使用建设用地的函',
      '关于检查情况的报告',
      '关于印发《请示报告工作条例》的通知',
      '关于转发《防汛工作意见》的通知',
      '某某市市场监督管理局公告\n现将食品抽检结果予以公布。\n特此公告。',
      '某某局2025年工作总结\n一年来，我局完成了各项任务。',
      '关于转正的申请\n局党组：\n本人申请按期转正。\n张三\n2026年3月5日',
      '某某市人民政府批转市财政局关于加强预算管理意见的通知',
      '关于重大事项请示报告制度执行情况的报告',
    ],
  },
  *check(draft) {
    for (const title of titlesOf(draft)) {
      const bare = withoutNames(title.text).replace(/[。．.；;，,、：:！!]+$/, '');
      yield* joined(title, bare);
      yield* passedDown(title, bare);
      yield* twoKinds(draft, title, bare);
      yield* saidTwice(title, bare);
      yield* everyday(draft, title, bare);
      yield* unnamed(draft, title, bare);
    }
  },
};

function* found(
  title: TitleText,
  start: number,
  end: number,
  severity: Severity,
  message: string,
  newTexts: readonly string[] = [],
  preferred = false,
): Iterable<DocumentFinding> {
  const at = title.place(start, end);
  if (!at) return;
  const fixes: Fix[] = newTexts.map((newText) => ({
    title: newText === '' ? '删去' : `改为“${newText}”`,
    edits: title.edits(start, end, newText),
    preferred,
  }));
  yield { ...at, severity, message, fixes };
}

function* joined(title: TitleText, bare: string): Iterable<DocumentFinding> {
  for (const [pattern, severity, kinds] of JOINED) {
    const match = pattern.exec(bare);
    if (!match) continue;
    const right = kinds.map((kind) => `“${kind}”`).join('或');
    yield* found(title, match.index, bare.length, severity, `“${match[0]}”不是文种，应为${right}`, kinds);
    return;
  }
  if (REQUEST_AS_REPORT.test(bare))
    yield* found(title, bare.length - 2, bare.length, 'warning', '请求批准、解决事项不用“报告”，应用“请示”或“函”', [
      '请示',
      '函',
    ]);
}

function* passedDown(title: TitleText, bare: string): Iterable<DocumentFinding> {
  const at = PASSED_DOWN.exec(bare)?.index;
  if (at === undefined) return;
  yield* found(title, at, at + 2, 'warning', '上级机关的公文用“转发”，“批转”只用于下级机关的公文', ['转发'], true);
}

function* twoKinds(draft: Draft, title: TitleText, bare: string): Iterable<DocumentFinding> {
  const match = TWO_KINDS.exec(bare);
  const { first, second } = match?.groups ?? {};
  if (!match || !first || !second || first === second || /转发|批转|印发|落实|贯彻/.test(bare)) return;
  if (isBeforeStandard(draft, title.piece)) return;
  yield* found(title, match.index, bare.length, 'warning', `“${first}”“${second}”两个文种并用，只保留一个`, [
    `的${second}`,
    `的${first}`,
  ]);
}

function* saidTwice(title: TitleText, bare: string): Iterable<DocumentFinding> {
  for (const pattern of SAID_TWICE) {
    const match = pattern.exec(bare);
    const word = match?.groups?.word;
    if (!match || !word) continue;
    // 关于批准……的请示 would say who approves
    const sure = !/^(?:批准|同意|审批|核准|支持)/.test(bare.slice(match.index + word.length));
    yield* found(title, match.index, match.index + word.length, 'info', `文种已有此意，“${word}”可省`, [''], sure);
  }
}

function* everyday(draft: Draft, title: TitleText, bare: string): Iterable<DocumentFinding> {
  const { piece } = title;
  if (piece.kind !== 'announcement' || !bare.endsWith('公告')) return;
  let opening = bare;
  for (const { block } of linesOf(draft, piece, 'body', 'heading')) {
    if (opening.length > 300) break;
    opening += wordsOf(block).slice(0, 300);
  }
  const matter = EVERYDAY.exec(opening)?.[0];
  if (!matter) return;
  const message = `公告用于向国内外宣布重要或法定事项，“${matter}”一类事项不用“公告”`;
  yield* found(title, bare.length - 2, bare.length, 'warning', message, ['通知', '通告']);
}

function* unnamed(draft: Draft, title: TitleText, bare: string): Iterable<DocumentFinding> {
  const kind = OTHER_KIND.exec(bare)?.[0];
  const { piece } = title;
  if (!kind || linesOf(draft, piece, 'recipient').length === 0) return;
  // a person may well write a 申请; an organ asks by 请示 or 函
  const byOrgan = linesOf(draft, piece, 'signature').some(({ block }) => isOrgan(wordsOf(block)));
  if (!hasElement(draft, piece, 'document-number') && !(byOrgan && /^(?:申请|请求)$/.test(kind))) return;
  const message = `“${kind}”不是法定文种，不单独行文，应由“通知”印发或改用“请示”“报告”“函”`;
  yield* found(title, bare.length - kind.length, bare.length, 'warning', message);
}
