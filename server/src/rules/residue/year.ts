/** 沿用旧稿时没有改的年份、届次和规划期。 */
import { clue } from '../clues';
import { linesWhere } from '../collect';
import { isRunning } from '../consistency/_lines';
import type { DocumentRule } from '../types';
import { wrongEditions } from './_editions';
import { pastYears, writtenIn } from './_past-years';
import { namesPeriod, periodAt, periodOf, wrongPeriods } from './_periods';

const PLAN = (body: string) => `某某县“十五五”水利发展规划\n一、规划背景\n${body}`;
const NOTICE = (title: string, body: string) => `${title}\n各乡镇：\n${body}\n某某县文化局\n2026年3月5日`;

export const rule: DocumentRule = {
  id: 'residue/year',
  scope: 'document',
  gate: 'citation',
  severity: 'warning',
  source: '《党政机关公文处理工作条例》第二十条（四）',
  authority: 'practice',
  title: '旧稿的年份、届次、规划期已改',
  why: '沿用去年或者上一个规划期的稿子，标题改了，正文里的年份、届次、规划期往往漏改。',
  examples: {
    bad: [
      { text: PLAN('“十四五”时期，我县要加快补齐水利短板。'), found: '“十四五”' },
      { text: PLAN('本规划的规划期为2021—2025年。'), found: '2021—2025年' },
      {
        text: NOTICE('关于举办第三届全民健身运动会的通知', '定于4月举办第二届全民健身运动会。'),
        found: '二',
      },
      {
        text: NOTICE('关于召开2026年全县文化工作会议的通知', '定于3月20日召开2025年全县文化工作会议。'),
        found: '2025',
      },
      { text: NOTICE('关于做好文化工作的通知', '2025年，全县要办好五件实事。'), found: '2025' },
      { text: NOTICE('关于做好文化工作的通知', '各乡镇要真抓实干，确保“十四五”开好局、起好步。'), found: '“十四五”' },
      {
        text: NOTICE('关于举行2026届毕业典礼的通知', '定于6月20日举行2025届毕业典礼。'),
        found: '2025',
      },
      { text: NOTICE('关于开展检查的通知', '（一）集中检查（4月1日至2025年6月30日）。'), found: '2025' },
    ],
    good: [
      PLAN('“十四五”时期，我县水利建设取得明显成效。'),
      NOTICE('关于做好文化工作的通知', '2021年，各乡镇真抓实干，实现“十四五”良好开局。'),
      NOTICE('关于开展检查的通知', '（一）集中检查（4月1日至2027年3月31日）。'),
      PLAN('“十五五”时期，我县要加快补齐水利短板。规划期为2026—2030年，展望到2035年。'),
      NOTICE('关于举办第三届全民健身运动会的通知', '第二届全民健身运动会以来，各乡镇组织了多种活动。'),
      NOTICE('关于召开2026年全县文化工作会议的通知', '会议总结2025年全县文化工作，部署2026年工作。'),
      NOTICE('关于做好文化工作的通知', '2025年，全县办好了五件实事。2026年，全县要再办五件。'),
    ],
  },
  *check(draft) {
    for (const piece of draft.pieces) {
      const lines = tracesIn(draft, piece);
      const period = periodOf(draft, piece);
      const year = writtenIn(draft, piece);
      if (period !== undefined) yield* wrongPeriods(lines, period, 'title');
      else if (year !== undefined && !namesPeriod(draft, piece)) yield* wrongPeriods(lines, periodAt(year), 'year');
      yield* wrongEditions(draft, piece, lines);
      yield* pastYears(draft, piece);
    }
  },
};

/** A year, 第三届, “十四五”: without one of them nothing here is left of an old text. */
const mayTell = clue('2届五');
const tracesIn = linesWhere((block) => isRunning(block) && mayTell(block) && /20\d\d|届|五”/.test(block.text));
