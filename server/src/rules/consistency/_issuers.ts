/** The code of a 发文字号 against the organ it is told of: 国发 is not 国务院办公厅's, 某政发 not an office's. */
import type { Draft, Piece } from '../../document/types';
import { linesOf, titlesOf } from '../pieces';
import { choices, memoByBlock } from '../report';
import { readTable } from '../table';
import type { DocumentFinding, Finding } from '../types';
import { citedIn } from './_cited';

const ORGANS = new Map(readTable('consistency/issuers').map((row) => [row('code'), row('organ')]));
const KNOWN = [...new Set(ORGANS.values())].sort((a, b) => b.length - a.length).join('|');
/** 国务院, 中共中央办公厅 国务院办公厅: organs of the table, not issuing together with others */
const NAMED = new RegExp(`(?<![、和与及同 　])(?<organs>(?:${KNOWN})(?:[、和与 　]?(?:${KNOWN}))*)$`);
const EACH = new RegExp(KNOWN, 'g');
/**
 * 某某市人民政府办公室, and what stands before it in a sentence. A party committee issues under the code of its office as
 * well: 市委 under 某办字.
 */
const LOCAL =
  /^(?:.*(?:按照|根据|依据|落实|执行|贯彻))?(?<organ>(?:(?!人民政府|委员会|[县市区州旗]委|办公).){2,12}?人民政府(?<office>办公[厅室])?)$/;
/** 某政办发, 某府函 */
const GOVERNMENT_CODE = /^(?<head>[\p{Script=Han}]{1,3}[政府])(?<office>办)?(?:发|函|字|规|明电|电)?$/u;
/** Words with which an organ passes on what another issued. */
const PASSED_ON = /转发|批转|同意|授权|报经|联合|等部门/;

interface Slip {
  readonly message: string;
  /** The code that would be the organ's, where it follows. */
  readonly right?: string;
}

/** What is wrong with a code for the organ that issued under it; `isOrgan` where the lead is nothing but its name. */
function slipOf(lead: string, code: string, isOrgan: boolean): Slip | undefined {
  if (PASSED_ON.test(lead)) return undefined;
  return (isOrgan ? slipOfOther(lead, code) : undefined) ?? slipOfKnown(lead, code) ?? slipOfLocal(lead, code);
}

/** 某某县公安局, 某某县委组织部 do not issue under 某政发; a 民政局 or 财政局 has 政 in its own code. */
const BUREAU =
  /^[\p{Script=Han}]{2,}[省市县区州旗](?:(?!政)[\p{Script=Han}])+[局厅]$|^[\p{Script=Han}]{2,}[省市县区州旗]委(?:(?!政)[\p{Script=Han}]){2,6}部$/u;
const OF_GOVERNMENT = /^\p{Script=Han}政办?[发函字规通]$/u;
/** 农业农村部, 省财政厅: numbers of its own, and never those of the centre. */
const OTHER_ORGAN = /^[\p{Script=Han}]{2,16}(?:部|[省市县区](?:人民)?政府(?:办公[厅室])?|[局厅])$/u;

function slipOfOther(lead: string, code: string): Slip | undefined {
  const owner = ORGANS.get(code);
  if (owner && OTHER_ORGAN.test(lead) && !/国务院|中央/.test(lead))
    return { message: `“${code}”是${owner}的发文字号，与“${lead}”不符` };
  if (BUREAU.test(lead) && OF_GOVERNMENT.test(code))
    return { message: `“${code}”是人民政府的发文字号，与发文机关“${lead}”不符` };
  return undefined;
}

function slipOfKnown(lead: string, code: string): Slip | undefined {
  const owner = ORGANS.get(code);
  const organs: readonly string[] = NAMED.exec(lead)?.groups?.organs?.match(EACH) ?? [];
  const [organ] = organs;
  if (owner === undefined || organ === undefined || organs.includes(owner)) return undefined;
  const codes = [...ORGANS].filter(([, each]) => each === organ).map(([each]) => `“${each}”`);
  return { message: `“${code}”是${owner}的发文字号，与“${organ}”不符，${organ}的是${codes.join('或')}` };
}

function slipOfLocal(lead: string, code: string): Slip | undefined {
  const { organ = '', office } = LOCAL.exec(lead)?.groups ?? {};
  const parts = GOVERNMENT_CODE.exec(code)?.groups;
  if (organ === '' || !parts || !parts.office === !office) return undefined;
  const right = office ? code.replace(parts.head ?? '', '$&办') : code.replace('办', '');
  return { message: `“${code}”与发文机关“${organ}”不符，${office ? '办公厅（室）' : '机关本身'}的是“${right}”`, right };
}

/** 《国务院办公厅关于…》（国发〔2026〕5号）: the number is another organ's. */
export const wrongIssuers = memoByBlock((block): readonly Finding[] =>
  citedIn(block).flatMap(({ name, nameSpan, code, numberSpan }) => {
    const before = /[^，。；！？（）《》\n]*$/.exec(
      block.text.slice(Math.max(0, nameSpan.start - 31), nameSpan.start - 1),
    );
    const organ = /^(?<organ>.{2,30}?)(?:关于|印发)/.exec(name)?.groups?.organ;
    const slip = slipOf(organ ?? before?.[0] ?? '', code, organ !== undefined);
    if (!slip) return [];
    const span = { start: numberSpan.start, end: numberSpan.start + code.length };
    return { span, message: slip.message, ...(slip.right ? { fixes: choices(span, slip.right) } : {}) };
  }),
);

/** 某政办发〔2026〕5号 */
const OWN_NUMBER = /(?<code>[\p{Script=Han}]{2,8})[〔﹝［[]\d{4}[〕﹞］\]]\d{1,5}号/u;

/** 某某县人民政府办公室关于… under 某政发〔2026〕5号. */
export function* wrongOwnNumber(draft: Draft, piece: Piece): Iterable<DocumentFinding> {
  const title = titlesOf(draft).find((each) => each.piece === piece);
  const organ = /^(?<organ>[^、\s]{2,30}?)关于/.exec(title?.text ?? '')?.groups?.organ ?? '';
  const at = organ === '' ? undefined : title?.place(0, organ.length);
  if (!at) return;
  for (const { index, block } of linesOf(draft, piece, 'letterhead')) {
    const match = block.element === 'document-number' ? OWN_NUMBER.exec(block.text) : undefined;
    const { code = '' } = match?.groups ?? {};
    const slip = match && slipOf(organ, code, true);
    if (!match || !slip) continue;
    const span = { start: match.index, end: match.index + code.length };
    const fixes = slip.right ? { fixes: choices(span, slip.right) } : {};
    yield { block: index, span, message: slip.message, related: [{ ...at, message: '标题中的发文机关' }], ...fixes };
  }
}
