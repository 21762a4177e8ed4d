/** 文中数字算得拢：总数与各项、占比之和、增减的方向和幅度、同一数字的“万”与“亿”。 */
import type { Block } from '../../document/types';
import { clue, hasFigures } from '../clues';
import { collect } from '../collect';
import { isProse } from '../report';
import type { DocumentRule } from '../types';
import { attendanceSlips } from './_attendance';
import { AVERAGE_TRACE, averageSlips } from './_averages';
import { addedSlips, COMPARED_TRACE, comparedSlips, opposedSlips, sinceSlips } from './_compared';
import { growthSlips, tellsGrowth } from './_growth';
import { groupSlips, ITEMS_TRACE, itemizedSlips } from './_itemized';
import { magnitudeSlips } from './_magnitude';
import { namedShareSlips } from './_named-shares';
import { mentionsWhole } from './_parts';
import { productSlips } from './_products';
import { quantitiesIn } from './_quantities';
import { rankSlips } from './_ranks';
import { RATIO_TRACE, ratioSlips } from './_ratios';
import { REMAINDER_TRACE, remainderSlips } from './_remainder';
import { RESPECTIVE_TRACE, respectiveSlips } from './_respective';
import { bandSlips, industrySlips, shareSlips, structureSlips } from './_shares';
import { placed, type Slip } from './_slip';
import { sumSlips } from './_sums';
import { totalSlips } from './_totals';

export const rule: DocumentRule = {
  id: 'consistency/arithmetic',
  scope: 'document',
  gate: 'citation',
  severity: 'warning',
  source: '公文校核通行做法',
  authority: 'practice',
  title: '总数、占比、增幅与文中的数字算得拢',
  why: '合计对不上、占比超过100%、增减与数字相反，读的人一算就知道；核对时连同数字的出处一起看。',
  examples: {
    bad: [
      { text: '参训学员共16人，其中男10人、女5人。', found: '16人' },
      { text: '共排查隐患30处，其中重大隐患35处。', found: '35处' },
      { text: '全镇脱贫户由120户增加到98户。', found: '增加到98户' },
      { text: '农民专业合作社由40家增加到50家，增长20%。', found: '20%' },
      { text: '办结率由90%提高到95%，提高5%。', found: '5%' },
      { text: '三次产业结构调整为8.5:40.2:53.3。', found: '8.5:40.2:53.3' },
      { text: '测评结果为优秀占35%、良好占40%、合格占28%。', found: '35%、良好占40%、合格占28%' },
      { text: '甲村12户、乙村15户，合计28户。', found: '28户' },
      { text: '项目总投资12.36亿元。\n项目总投资12.36万元，年内建成。', found: '12.36万' },
      { text: '完成灌溉面积20万亩，占耕地面积40万亩的比重达到60%。', found: '60%' },
      { text: '应缴8万人、已缴6万人，缴费率90%。', found: '90%' },
      { text: '留守儿童和孤儿共有60人，其中留守儿童50人，孤儿12人。', found: '60人' },
      { text: '活动经费48万元，由县财政承担30万元，乡镇自筹16万元。', found: '48万元' },
      { text: '其中一等奖1名、二等奖2名、三等奖3名，共奖励7名。', found: '7名' },
      { text: '接待游客30万人次，实现收入2亿元，同比分别增长3%、4%和5%。', found: '3%、4%和5%' },
    ],
    good: [
      '参训学员共16人，其中男10人、女6人。',
      '参训学员共16人，其中党员10人、女同志8人。',
      '全镇辖24个村委会（共117个自然村）。',
      '全镇监测户由120户减少到98户。',
      '农民专业合作社由40家增加到50家，增长25%。',
      '办结率由90%提高到95%，提高5个百分点。',
      '综合排名由第12位上升到第8位。',
      '全市生产总值由1000亿元增加到1200亿元，增长6%。',
      '三次产业结构调整为8.5:40.2:51.3。',
      '项目总投资12.36亿元。\n项目年度投资12.36万元。',
      '完成灌溉面积24万亩，占耕地面积40万亩的比重达到60%。',
      '应缴8万人、已缴6万人，缴费率75%。',
      '留守儿童和孤儿共有60人，其中留守儿童50人，孤儿10人。',
      '全市常住人口75万人。各少数民族人口为18万人，占24%，其中回族人口为12万人，占16%。',
      '活动经费48万元，由县财政承担30万元，乡镇自筹18万元。',
      '其中一等奖1名、二等奖2名、三等奖3名，共奖励6名。',
      '接待游客30万人次，实现收入2亿元，同比分别增长3%和4%。',
      '城镇、农村居民收入和支出分别增长3%、4%、5%和6%。',
    ],
  },
  *check(draft) {
    for (const { index, items } of slipsIn(draft)) for (const slip of items) yield placed(slip, index);
    yield* magnitudeSlips(draft);
  },
};

/** A line without one of these has nothing to add up. */
const TRACE =
  /其中|分别[为是]|[合总共]计|[，；]共[^，。；：\d]{1,4}\d|[^其]中[，,][^，。；：\d]{1,6}\d|[（(][^（）()\d，。；：]{1,8}\d[^（）()，。；]{1,6}、|(?:承担|负担|自筹)\d|已[^，。；：\d]{1,8}\d[^，。；]{0,4}[，、]正?在/;

const OF_QUANTITIES = [
  ...[
    growthSlips,
    comparedSlips,
    addedSlips,
    opposedSlips,
    sinceSlips,
    ratioSlips,
    namedShareSlips,
    remainderSlips,
    averageSlips,
    respectiveSlips,
  ],
  ...[sumSlips, totalSlips, itemizedSlips, groupSlips, shareSlips, industrySlips, bandSlips],
];

const hasNumbers = clue('0123456789十百');
const mayCompare = clue('比较上去');
const mayShare = clue('均每');
const mayTotal = clue('共合总按其');
const mayRemain = clue('剩差还尚余');

const slipsIn = collect(
  (block: Block): readonly Slip[] => {
    const { text } = block;
    const structure = hasFigures(block)
      ? [...structureSlips(text), ...attendanceSlips(text), ...rankSlips(text), ...productSlips(text)]
      : [];
    const quantities = addsUp(block) ? quantitiesIn(text) : [];
    if (quantities.length < 2) return structure;
    return [...structure, ...OF_QUANTITIES.flatMap((slips) => [...slips(text, quantities)])];
  },
  (block) => isProse(block) && hasNumbers(block),
);

function addsUp(block: Block): boolean {
  const { text } = block;
  const percent = text.indexOf('%');
  return (
    TRACE.test(text) ||
    tellsGrowth(text) ||
    percent !== text.lastIndexOf('%') ||
    (percent >= 0 && RATIO_TRACE.test(text)) ||
    (mayCompare(block) && COMPARED_TRACE.test(text)) ||
    (mayShare(block) && AVERAGE_TRACE.test(text)) ||
    (mayTotal(block) && ITEMS_TRACE.test(text)) ||
    (mayRemain(block) && REMAINDER_TRACE.test(text)) ||
    (hasFigures(block) && (RESPECTIVE_TRACE.test(text) || mentionsWhole(text)))
  );
}
