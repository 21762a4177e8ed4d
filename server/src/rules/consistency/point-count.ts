/** 说几点就有几点：“讲三点意见”“以下四个方面”“做到‘四个到位’”与后面列出的条数相符。 */
import type { Draft } from '../../document/types';
import { toHanNumeral } from '../../text/chars';
import { choices, isProse } from '../report';
import type { DocumentFinding, DocumentRule } from '../types';
import type { Announcement } from './_announced';
import { backwardSlips } from './_backward';
import { collectionSlips } from './_collection';
import { headedSlips } from './_headed';
import { announcements, itemSlips } from './_items';
import type { Told } from './_points';
import { placed } from './_slip';
import { toldAfter } from './_told';

export const rule: DocumentRule = {
  id: 'consistency/point-count',
  scope: 'document',
  gate: 'form',
  severity: 'warning',
  source: '公文写作通行做法',
  authority: 'practice',
  title: '说几点就有几点',
  why: '“讲三点意见”却列了四条，“四个到位”只有三个到位，多半是删改时只改了一头；会场上一听就听得出来。',
  examples: {
    bad: [
      {
        text: '下面，我讲三点意见。\n一、统一思想\n认识要到位。\n二、明确任务\n任务要清楚。\n三、压实责任\n责任要落实。\n四、严明纪律\n纪律要严格。',
        found: '三点意见',
      },
      { text: '今年要抓好三项工作：一是扩大投入，二是完善机制。\n请各单位对照落实。', found: '三项工作' },
      { text: '做到“四个到位”：责任到位、人员到位、措施到位。', found: '四个到位' },
      { text: '统筹抓好春耕、防汛、抗旱、护林三项工作。', found: '三项工作' },
      { text: '先后到东河、西河、南河、北河等3个乡镇调研。', found: '3个乡镇' },
      { text: '抽查县财政局、县民政局、县水利局、县审计局（共5个部门）。', found: '5个部门' },
      { text: '从“宣传引导、风险排查”三个方面发力。', found: '三个方面' },
      { text: '突出“严、细、实、快”三个字。', found: '三个字' },
      { text: '主要存在“三缺”：一缺人才，二缺资金。', found: '三缺' },
      { text: '梳理出三个“难”：用工难、用地难。', found: '三个“难' },
      { text: '有三点体会跟大家分享。\n一点体会是要勤学。\n还有一点体会是要苦练。\n谢谢大家。', found: '三点体会' },
      {
        text: '我们看到了四种品质：\n看到了坚定的信念。\n看到了为民的情怀。\n看到了敢闯的勇气。\n同志们，榜样就在身边。',
        found: '四种品质',
      },
      {
        text: '有下列三种情形之一的，应当立即报告：\n（一）发生火灾的；\n（二）发生水灾的。\n报告后应当续报。',
        found: '三种情形',
      },
      { text: '全县工作有三个“新”：一是产能有新提升，二是储备有新保障。\n谢谢大家。', found: '三个“新' },
      { text: '把县财政局、县民政局、县水利局两家单位列为试点。', found: '两家单位' },
      { text: '做好水、茶、夜、食三篇文章。', found: '三篇文章' },
      { text: '处理好三对关系，也就是远与近的关系、点与面的关系。', found: '三对关系' },
    ],
    good: [
      '下面，我讲三点意见。\n一、统一思想\n认识要到位。\n二、明确任务\n任务要清楚。\n三、压实责任\n责任要落实。',
      '下面，我讲几点意见。\n一、统一思想\n认识要到位。\n二、明确任务\n任务要清楚。',
      '今年要抓好三项工作：一是扩大投入，二是完善机制，三是严格考核。',
      '做到“四个到位”：责任到位、人员到位、措施到位、考核到位。',
      '统筹抓好春耕、防汛、抗旱三项工作。',
      '省、市、县三级联动，农业、水利、气象等五个部门参加。',
      '深入开展“三严三实”教育，增强“四个意识”。',
      '先后到东河、西河等3个乡镇调研。',
      '有两点体会跟大家分享。\n一点体会是要勤学。\n还有一点体会是要苦练。\n谢谢大家。',
      '我们看到了四种品质：\n看到了坚定的信念。\n看到了为民的情怀。\n看到了敢闯的勇气。\n更看到了担当。\n谢谢大家。',
      '将申报材料一式两份：\n（一）申请表；\n（二）身份证明；\n（三）照片。\n一并报送。',
      '在青山镇、柳河镇、双桥镇5个村试点。',
      '做好水、茶、夜三篇文章。',
      '示范区应当逐步建立健全市场主体自律、业界自治、社会监督、政府监管四位一体的体系。',
      '不得同时接受建设、监理、施工等两个以上单位的委托。',
      '抽查县财政局、县民政局、县水利局（共3个部门）。',
      '从“宣传引导、风险排查”两个方面发力。',
      '突出“严、细、实”三个字，做好“抓早、抓小”四字文章。',
      '所称“一日”、“三日”、“五日”，是指工作日。',
      '主要存在“两缺”：一缺人才，二缺资金。',
    ],
  },
  *check(draft) {
    for (const { index, items } of itemSlips(draft)) for (const slip of items) yield placed(slip, index);
    for (const { index, items } of announcements(draft)) {
      for (const announcement of items) {
        const told = toldAfter(draft, index, announcement);
        if (!told || told.counts.includes(announcement.count) || isInWriting(draft, announcement, told)) continue;
        yield findingOf(draft, index, announcement, told);
      }
    }
    yield* backwardSlips(draft);
    yield* headedSlips(draft);
    yield* collectionSlips(draft);
  },
};

/** The writer has not come to the last points yet, or tells them in other words. */
function isInWriting({ blocks }: Draft, { count }: Announcement, { counts, isOpen, places }: Told): boolean {
  if (isOpen && counts.every((number) => number < count)) return true;
  const last = places.at(-1)?.block ?? 0;
  if (counts.some((number) => number > count) || blocks.slice(last + 1).some(isProse)) return false;
  return blocks[last]?.role === 'heading' || !/[。！？”]\s*$/.test(blocks[last]?.text ?? '');
}

function findingOf(draft: Draft, block: number, { words, numeral, span }: Announcement, told: Told): DocumentFinding {
  const [number = 0] = told.counts;
  const written = draft.blocks[block]?.text.slice(numeral.start, numeral.end) ?? '';
  const right = /\d/.test(written) ? String(number) : number === 2 ? '两' : toHanNumeral(number);
  return {
    block,
    span,
    message: `这里说“${words}”，后面列了${number}条`,
    fixes: number > 1 ? choices(numeral, right) : [],
    related: told.places.map((place, index) => ({ ...place, message: `第${index + 1}条${openingOf(draft, place)}` })),
  };
}

/** So many characters tell which point it is. */
const LONGEST = 14;

/** “一、认清形势”, “一是加强领导” */
function openingOf({ blocks }: Draft, { block, span }: Told['places'][number]): string {
  const words = blocks[block]?.text.slice(span.start, span.start + 60).trim() ?? '';
  const [clause = ''] = /^.[^，。；：！？]*/u.exec(words) ?? [];
  return clause === '' ? '' : `：${clause.length > LONGEST ? `${clause.slice(0, LONGEST)}…` : clause}`;
}
