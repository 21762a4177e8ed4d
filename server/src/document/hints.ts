/** The role that a line shows by its own shape: 发文字号, 成文日期, 附件说明, 抄送, 期号 and their like. */

import type { RoleHint } from './line';
import { isOrgan } from './line-form';

/** Elements of 版头, 版记 and 简报 are short; a longer line is text, whatever it begins with. */
const LONGEST_ELEMENT = 400;
const LONGEST_COLUMNS = 80;

/** ×政发〔2026〕5号, alone or with the 签发人 to its right; all the wrong brackets and numerals too. */
const DOCUMENT_NUMBER =
  /^[\p{Script=Han}A-Za-z×（）()]{1,24}[ 　]?[〔﹝［[【（(]\s*(?:(?:19|20)?\d{2}|[二一][〇○零O0九][〇○零O0一二三四五六七八九]{2})\s*年?\s*[〕﹞］\]】）)]\s*第?\s*[0-9×X]{1,5}\s*号(?=$|[\s　])/u;

/** 某政发2026第5号: the brackets are left out. */
const UNBRACKETED_NUMBER =
  /^[\p{Script=Han}×]{1,10}[发字函办][ 　]?(?:19|20)\d{2}[-—年]?[ 　]?第?\d{1,4}号(?=$|[\s　])/u;

/** 2026年3月5日, 2026.3.5, 2026-03-05, 二〇二六年三月五日, 20××年×月×日, 2026年3月. */
const DATE_LINE =
  /^(?:(?:19|20)?\d{2}\s?年\s?(?:\d{1,2}|元)\s?月(?:\s?\d{1,2}\s?[日号])?|(?:19|20)\d{2}[.．/-]\d{1,2}[.．/-]\d{1,2}日?|[一二][〇○零OoＯ0九][〇○零OoＯ0一二三四五六七八九]{2}年[元一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十廿卅]{1,3}[日号])?|(?:19|20)[0-9xX×_＿*]{1,2}年[0-9xX×_＿*\s]{1,3}月[0-9xX×_＿*\s]{1,3}日)$/;

/** 第12期（总第120期）, 2026年第3期, （第5期）. */
const ISSUE_NUMBER =
  /^[（(〔[]?(?:(?:19|20)\d{2}[〕\]]?年?[\s　]*)?第[\s　]*[0-9０-９一二三四五六七八九十百〇零×Xx_]{1,6}[\s　]*期[）)]?(?=$|[\s　（(【总])|^[（(]?总第?[\s　]*\d{1,5}[\s　]*期[）)]?$/;

const HINTS: readonly (readonly [RegExp, RoleHint])[] = [
  [DOCUMENT_NUMBER, { role: 'letterhead', element: 'document-number' }],
  [UNBRACKETED_NUMBER, { role: 'letterhead', element: 'document-number' }],
  [ISSUE_NUMBER, { role: 'brief-head', element: 'issue-number' }],
  // 签发人：×××
  [/^签[\s　]?发[\s　]?人[:：]/, { role: 'letterhead', element: 'signer' }],
  // 特急
  [/^(?:特急|加急|特提|平急)$/, { role: 'letterhead', element: 'urgency' }],
  // 机密★1年；内部资料，注意保存
  [
    /^(?:绝密|机密|秘密|内部资料|内部文件)(?:[★*☆].{0,8}|[，,]?[\s　]*注意保[存密])?(?:[\s　]+编号[:：].{0,12})?$/,
    { role: 'letterhead', element: 'classification' },
  ],
  // 000012
  [/^\d{6}$/, { role: 'letterhead', element: 'copy-number' }],
  // 抄送：市委办公室，市人大常委会办公室。
  [/^(?:抄[\s　]?送|抄[\s　]?报|主[\s　]?送|分送)[:：]/, { role: 'imprint', element: 'copy-to' }],
  // ××市人民政府办公室　2026年3月6日印发
  [
    /^[\p{Script=Han}×]{2,40}[\s　]*\d{4}年\d{1,2}月\d{1,2}日[\s　]*印发[。]?$/u,
    { role: 'imprint', element: 'printing' },
  ],
  // 报：市委、市政府领导。
  [/^(?:报[\s　]?送|呈报|报|送|发)[\s　]*[:：]/, { role: 'brief-tail', element: 'distribution' }],
  // （共印50份）
  [/^[（(]?共印.{0,8}份[）)]?[。]?$/, { role: 'brief-tail', element: 'copies' }],
  // 责任编辑：×××　审核：×××
  [/^(?:责任编辑|本期责编|编[\s　]?审|核[\s　]?稿|拟[\s　]?稿)[:：].{0,60}$/, { role: 'brief-tail' }],
  // 编者按：
  [
    /^(?:编者)?[按案][\s　]?语?[:：]|^[（(【](?:编者)?[按案][\s　]?语?[:：]?[】）)]/,
    { role: 'brief-head', element: 'editor-note' },
  ],
  // 附件：1.实施方案；附件1：实施方案
  [
    /^附[\s　]?件[\s　]*[:：][\s　]*\S|^附[:：]|^附[\s　]?件[\s　]*\d{1,2}[\s　]*[:：.．、][\s　]*\S/,
    { role: 'attachment-note' },
  ],
  // 附件1
  [/^附[\s　]?件[\s　]*(?:\d{1,2}|[一二三四五六七八九十]{1,3})?[\s　]*[:：]?$/, { role: 'attachment-mark' }],
  // （此件公开发布）；（联系人：×××，电话：××）；（报送单位：××县；联系人：×××）
  [
    /^[（(【[](?:此件|此文|本文有删减|联系人|联系电话|信息公开|公开方式|公开属性|发至|传达|不予公开|依申请公开|主动公开|报送单位[:：]).{0,200}[）)】\]]$/,
    { role: 'annotation' },
  ],
  // （市财政局办公室供稿）
  [/^[（(].{2,40}(?:供稿|供图|撰稿|整理报送|报送)[）)]$/, { role: 'annotation' }],
  // 联系人：×××，联系电话：××；市财政局联系人：××，电话：××
  [/^[\p{Script=Han}、×]{0,20}联系人(?:及(?:联系)?电话)?[:：].{1,100}$/u, { role: 'annotation' }],
  [DATE_LINE, { role: 'date' }],
];

/** Lines with tabs, or with bars at both ends, are rows of a table; one tab behind a mark is not. */
const TABLE_ROW = /\S\t+\S.*\t|^[^\t]*\S\t+\S.*[^。！？]$|^\|.*\|$/;

/**
 * The hint of a line. `words` are its words without indent; `scraps` says that anti-copy noise was taken out of it,
 * `residue` that the whole line is residue of a web page.
 */
export function hintOf(source: string, words: string, scraps: boolean, residue: boolean): RoleHint | undefined {
  if (words === '') return { role: source.trim() === '' ? 'blank' : scraps || residue ? 'noise' : 'body' };
  if (residue) return { role: 'noise' };
  const hint = words.length > LONGEST_ELEMENT ? undefined : HINTS.find(([pattern]) => pattern.test(words))?.[1];
  if (hint) return hint;
  if (/[\t|]/.test(words) && TABLE_ROW.test(source.trim()) && !isInColumns(words)) return { role: 'table' };
  return undefined;
}

/** 某某局办公室⇥2026年3月5日; 某某市财政局⇥某某市教育局: tabs part what stands left and right of one line. */
function isInColumns(words: string): boolean {
  if (words.length > LONGEST_COLUMNS) return false;
  return words
    .split(/\t+/)
    .every((part) => DATE_LINE.test(part.trim()) || isOrgan(part.replace(/编[印发]?$/, '').trim()));
}
