/** 没有填写的占位：20xx年、××市、_大精神、{{名称}}、【单位名称】，每一处都要补上实际内容。 */
import type { Block } from '../../document/types';
import { matchSpan } from '../../text/span';
import { choices } from '../report';
import type { BlockRule, Finding, Severity } from '../types';
import { BLANK, inQuotes, isForm, isFormula, UNIT } from './_blanks';

/** One shape of placeholder. `unless` says of a match where the same characters mean something else. */
interface Shape {
  readonly pattern: RegExp;
  readonly unless?: (match: RegExpExecArray, block: Block) => boolean;
  readonly severity?: Severity;
  readonly answers?: readonly string[];
}

/** Characters behind which a single X can only be a blank: 第X期, 在×县, 〕X号. */
const BEFORE_SINGLE = `(?<=^|[\\s　，。、；：,.;:（〔〕—～第在到由从和与及自至向对于为是将请的全共有约达年月日时])`;

/** In order: where two match at one place, the first is told. */
const SHAPES: readonly Shape[] = [
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

export const rule: BlockRule = {
  id: 'leftover/placeholder',
  scope: 'block',
  gate: 'language',
  severity: 'warning',
  source: '实务；《党政机关公文处理工作条例》第二十条审核要求',
  authority: 'usual',
  title: '占位未填',
  why: '范文、模板里的××、20xx年、下划线要换成实际内容，带着占位发出去就是差错。',
  examples: {
    bad: [
      { text: '20xx年，全市工作取得新进展。', found: '20xx年' },
      { text: '认真贯彻_大精神，狠抓落实。', found: '_大' },
      { text: '根据××市人民政府部署，现通知如下。', found: '××' },
      { text: '现将第X期培训安排通知如下。', found: 'X' },
      { text: '全年投入__万元，完成三项任务。', found: '__' },
      { text: '请{{单位名称}}做好准备。', found: '{{单位名称}}' },
      { text: '会议于【时间】召开。', found: '【时间】' },
      { text: '由某某单位负责。', found: '某某' },
      { text: '20**年，全镇工作取得新进展。', found: '20**年' },
      { text: '下面，请×书记讲话。', found: '×' },
      { text: '镇X委、政府研究决定召开会议。', found: 'X' },
      { text: '全县○○镇先行试点。', found: '○○' },
    ],
    good: [
      '开展X光检查和X射线防护。',
      '推进1+X证书制度试点。',
      '长×宽×高，面积3×5米，合格率＝合格数×100%。',
      '某些单位和某个环节，李某某等三人。',
      'PM_2.5浓度下降，数据要素×行动。',
      '案由表述为××（行政行为）及行政复议。',
      '名称为“××区养老服务中心”。',
      '二○○四年三月，试点开始。',
      '姓名：________　电话：________',
      '把**重点工作**抓好。',
      '【工作动态】全市防汛会议召开。',
    ],
  },
  *check(block) {
    if (block.role === 'noise' || block.role === 'code') return;
    const found: Finding[] = [];
    for (const { pattern, unless, severity, answers } of SHAPES) {
      for (const match of block.text.matchAll(pattern)) {
        if (unless?.(match, block)) continue;
        const at = matchSpan(match);
        found.push({
          span: at,
          message: `“${match[0].trim()}”是未填写的占位，应换成实际内容`,
          ...(severity ? { severity } : {}),
          fixes: answers ? choices(at, ...answers) : [],
        });
      }
    }
    let end = 0;
    for (const finding of found.sort((one, two) => one.span.start - two.span.start)) {
      if (finding.span.start < end) continue;
      end = finding.span.end;
      yield finding;
    }
  },
};
