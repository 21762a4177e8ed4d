/** 前后的日期相符：星期与日期、起期与止期、办理期限与成文日期、今年与年份、节日与日期。 */
import { isSpoken } from '../pieces';
import type { DocumentRule } from '../types';
import { bygoneDeadlines } from './_bygone';
import { clockSpans } from './_clock-spans';
import { pastDeadlines } from './_deadlines';
import { wrongDurations } from './_durations';
import { wrongFestivals } from './_festivals';
import { wrongHolidays } from './_holidays';
import { impossible } from './_impossible';
import { earlyPrinting, wrongNumberYear, wrongTitleYear } from './_issue-years';
import { issuedOn } from './_lines';
import { order } from './_order';
import { periods } from './_periods';
import { ranges } from './_ranges';
import { spans } from './_spans';
import { wrongWeekdays } from './_weekdays';
import { wrongYears } from './_years';

const NOTICE = (body: string, date = '2026年3月5日') => `关于开会的通知\n各科室：\n${body}\n某某县财政局\n${date}`;

export const rule: DocumentRule = {
  id: 'consistency/date',
  scope: 'document',
  gate: 'citation',
  severity: 'warning',
  source: '《党政机关公文处理工作条例》第二十条（四）',
  authority: 'binding',
  title: '前后的日期相符',
  why: '公文审核要核对时间：星期、起止、期限、年份和节日与全文的日期不符，往往是沿用旧稿留下的。',
  examples: {
    bad: [
      { text: NOTICE('定于3月12日（星期三）召开会议。'), found: '星期三' },
      { text: NOTICE('公示期为3月9日至3月6日。'), found: '3月9日至3月6日' },
      { text: NOTICE('会议时间为14:00至11:30。'), found: '14:00至11:30' },
      { text: NOTICE('请于3月1日前报送材料。'), found: '3月1日' },
      { text: NOTICE('去年（2024年）的资料不再报送。'), found: '2024' },
      { text: NOTICE('审计组4月20日进点，4月10日结束现场审计。'), found: '4月10日' },
      { text: NOTICE('本办法自2026年5月1日起施行，有效期3年，至2028年4月30日止。'), found: '3年' },
      { text: NOTICE('明天是中国共产党成立104周年纪念日。', '2026年6月30日'), found: '明天' },
      {
        text: '关于2027年造林进展情况的报告\n县政府：\n已完成造林三千亩。\n某某县林业局\n2026年3月22日',
        found: '2027',
      },
      { text: '2026年是“十四五”规划的关键之年。', found: '2026' },
      { text: '今年是“十五五”规划的开局之年。2025年是“十五五”规划的开局之年。', found: '2025' },
      { text: NOTICE('2026年春节（2月10日）期间安排值班。', '2026年1月20日'), found: '2月10日' },
      {
        text: '某某局2025年工作要点\n一、抓好学习。\n二、抓好落实。\n某某县财政局\n2026年3月5日',
        found: '2025',
      },
      {
        text: NOTICE('国庆节：10月1日至7日放假调休，共8天。9月20日（星期日）上班。'),
        found: '8',
      },
      {
        text: `某财发〔2025〕6号\n${NOTICE('下周开会。')}`,
        found: '2025',
      },
    ],
    good: [
      NOTICE('定于3月12日（星期四）召开会议。'),
      NOTICE('值班时间为12月25日至1月5日，每晚22:00至6:00。'),
      NOTICE('审计组4月10日进点，4月20日结束现场审计。12月20日开班，1月10日结业。'),
      NOTICE('本办法自2026年5月1日起施行，有效期3年，至2029年4月30日止。'),
      NOTICE('明天是中国共产党成立105周年纪念日。', '2026年6月30日'),
      '关于2024年问题整改情况的报告\n县政府：\n已完成整改。\n某某县林业局\n2026年3月22日',
      NOTICE('请于3月10日前报送材料，会议时间为14:30—17:30。'),
      NOTICE('各单位应于1月20日前完成，截至目前仍有3家未报。'),
      NOTICE('请于1月10日前报送全年总结。', '2025年12月20日'),
      '2028年是“十五五”规划的关键之年。',
      NOTICE('今年（2026年）是“十五五”规划的开局之年，也是建党105周年。'),
      NOTICE('2026年春节（2月17日）期间安排值班。', '2026年1月20日'),
      NOTICE('国庆节：10月1日至7日放假调休，共7天。9月20日（星期日）、10月10日（星期六）上班。'),
      '某某局2025年工作总结\n一年来完成了各项任务。\n某某县财政局\n2026年1月5日',
      '某某局2026年工作要点\n一、抓好学习。\n二、抓好落实。\n某某县财政局\n2025年12月25日',
    ],
  },
  *check(draft) {
    for (const piece of draft.pieces) {
      const issued = issuedOn(draft, piece);
      yield* wrongWeekdays(draft, piece, issued);
      for (const lines of [ranges, periods, spans, clockSpans, order, impossible])
        for (const { index, items } of lines(draft, piece))
          for (const finding of items) yield { ...finding, block: index };
      yield* wrongDurations(draft, piece, issued);
      yield* wrongYears(draft, piece, issued);
      yield* wrongFestivals(draft, piece, issued);
      yield* wrongHolidays(draft, piece, issued);
      yield* bygoneDeadlines(draft, piece, issued);
      if (!issued) continue;
      yield* wrongTitleYear(draft, piece, issued);
      yield* wrongNumberYear(draft, piece, issued);
      if (isSpoken(draft, piece)) continue;
      yield* pastDeadlines(draft, piece, issued);
      yield* earlyPrinting(draft, piece, issued);
    }
  },
};
