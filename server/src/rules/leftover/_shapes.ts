/** The shapes of blanks left in a text, and what looks like them and is none. */
import type { Block } from '../../document/types';
import { jointClues } from '../../lexicon/joint-index';
import { matchSpan } from '../../text/span';
import type { Severity } from '../types';
import { BLANK, inQuotes, isForm, isFormula, UNIT } from './_blanks';

/** One shape of placeholder. `unless` says of a match where the same characters mean something else. */
export interface Shape {
  readonly pattern: RegExp;
  readonly unless?: (match: RegExpExecArray, block: Block) => boolean;
  readonly severity?: Severity;
  readonly answers?: readonly string[];
}

/** Characters behind which a single X can only be a blank: 第X期, 在×县, 〕X号. */
const BEFORE_SINGLE = `(?<=^|[\\s　，。、；：,.;:（〔〕—～第在到由从和与及自至向对于为是将请的全共有约达年月日时])`;

/** Every shape has one of these; most lines have none and need not be looked at closer. */
export const hasTrace = jointClues(() => [
  ...'xXｘＸ×╳_＿*＊{$○◯□△【［[',
  ...'--|某某|待补|待填|待核|请填|请补|此处|TODO|FIXME'.split('|'),
  // 年　月　日
  '年 ',
  '年　',
]);

/** In order: where two match at one place, the first is told. */
export const SHAPES: readonly Shape[] = [
  // 20xx年×月×日, 20_年, 201x年, 20**年, 20--年度, 20XX
  {
    pattern: new RegExp(
      `(?<![\\dA-Za-z])(?:19|20)(?:(?:\\d?${BLANK}{1,2}|\\*{1,2}|＊{1,2}|--)年(?:(?:\\d{1,2}|${BLANK}{1,2})月(?:(?:\\d{1,2}|${BLANK}{1,2})日)?)?|(?:XX|xx|××|__|ＸＸ)(?![\\dA-Za-z_]))`,
      'g',
    ),
  },
  // 2026年×月×日, ×月×日
  {
    pattern: new RegExp(
      `(?<=\\d年|^|[^\\dA-Za-z${'XxＸｘ×_＿'}])(?:${BLANK}{1,4}年)?${BLANK}{1,2}月(?![租均数薪球供度])(?:(?:\\d{1,2}|${BLANK}{1,2})日)?`,
      'g',
    ),
    unless: isFormula,
  },
  // 贯彻_大精神
  { pattern: /[_＿]大(?![家量力型众学批厅楼])/g, answers: ['十八大', '十九大', '二十大'] },
  // ××市, XX单位; “××（行政行为）” explains itself, and so does a name given as a pattern in quotation marks
  {
    pattern: /(?<![A-Za-z\d×╳])(?:[×╳]{2,}|[xX]{2,}|[ｘＸ]{2,})(?![A-Za-z\d×╳]|染色体)/g,
    unless: (match, block) => /[（(]/.test(block.text[matchSpan(match).end] ?? '') || inQuotes(match, block),
  },
  // 上午×时×分
  { pattern: new RegExp(`(?<![\\dA-Za-z])${BLANK}{1,2}时${BLANK}{1,2}分`, 'g') },
  // X政办公室, 镇X委: web pages that dare not write 党
  {
    pattern: /(?<![\w第+＋])[xXＸ](?=政(?![办发函字策])|委(?!托)|[员组建课风性史章校](?!工)|支部|总支|工委|中央|内)/g,
    unless: isFormula,
    answers: ['党'],
  },
  // 请×书记讲话
  { pattern: /(?<![\w×╳])[xXｘＸ×╳](?=副?(?:书记|主任|局长|处长|部长|省长|市长|县长|区长|同志))/g },
  // 第X期, 在×县, 共X人; X光 and 单价×数量 are none
  { pattern: new RegExp(`${BEFORE_SINGLE}[xXｘＸ×╳](?=${UNIT})`, 'g'), unless: isFormula },
  // 投入__万元; 姓名：______ is a form
  { pattern: /[_＿]{2,}/g, unless: isForm },
  // --周年
  { pattern: /(?<![-\w—])--(?=周年|届|期(?!间))/g },
  // 第_期: a single one between Chinese characters; 讲话_终稿.docx is a file
  {
    pattern: /(?<![\w.])_(?![\w.])|＿/g,
    unless: (match, block) =>
      /^[^\s，。；]{0,40}\.(?:docx?|wps|xlsx?|pptx?|pdf|zip|txt)/i.test(
        block.text.slice(match.index, match.index + 50),
      ),
  },
  // {{单位名称}}, ${name}
  { pattern: /\{\{[^{}]{0,40}\}\}|\$\{[^{}]{1,40}\}/g },
  // 【填：主要成绩】: what the templates leave open
  { pattern: /【填[：:][^【】]{1,60}】/g },
  // 于【时间】在【地点】召开; 【工作动态】 at the head of a line is a column
  {
    pattern:
      /(?<=[\p{Script=Han}，、])[【［[](?:请|此处|插入|填写|输入)?[^【】［］[\]\s]{0,10}(?:名称|姓名|时间|日期|地点|单位|部门|职务|数字|数据|金额|内容|填写|插入|待定|待补|XX|××)[^【】［］[\]\s]{0,6}[】］\]](?!\()/gu,
  },
  // （待补充）, （此处插入数据）
  {
    pattern:
      /[（(【[](?:[^（()）【】[\]]{0,12})(?:待补充|待填写|待核实|请填写|请补充|此处(?:填写|补充|插入|添加))[^（()）【】[\]]{0,12}[）)】\]]/g,
  },
  // ○○县, □□单位, ＊＊同志; 二○○四 is a year
  { pattern: /(?<![一二三四五六七八九十○◯])(?:[○◯]{2,}|[□△]{2,}|＊{2,})(?![一二三四五六七八九年○◯])/g },
  // **县, ***同志; **重点** is Markdown
  { pattern: /(?<![*\w])\*{2,3}(?=(?:[省市县区镇乡村局厅]|同志|公司|单位)[^*]*$)/g },
  // TODO
  { pattern: /(?<![A-Za-z])(?:TODO|FIXME)(?![A-Za-z])/g },
  // 由某某单位承办; 李某某 is a person whose name is withheld
  {
    pattern: new RegExp(`(?<=^[\\s　]{0,8}|[，。、；：（“在由向从请和与及对给将为是])某某(?=${UNIT}|[单部公])`, 'g'),
    severity: 'info',
  },
  // 2026年　月　日: the date of a draft not yet signed
  { pattern: /(?:(?:19|20)\d{0,2})?[ 　]{0,6}年[ 　]{1,6}月[ 　]{1,6}日/g, severity: 'info' },
];
