/** 概数不叠用：约50人左右、近50余人、超过100人以上，留一个表示约数的词就够。 */
import { matchSpan, type Span, span } from '../../text/span';
import { isProse } from '../report';
import type { BlockRule, Fix } from '../types';
import { HAN_NUMERALS, MEASURES } from './_numerals';

const NUMBER = `(?:\\d[\\d,.]{0,14}[%％‰]?[万亿]{0,2}|百分之[${HAN_NUMERALS}点]{1,8}|[${HAN_NUMERALS}半几数]{1,10})`;
/** What is counted, where the word behind it can only belong to the number: 约50名干部左右. */
const COUNTED = `[^\\s\\d，。；、：！？（）“”《》${HAN_NUMERALS}左上以多余年月日]{0,4}(?:[年月日天])?`;
const MEASURED = `(?:${MEASURES})?`;
/** 近20多年来 looks back on years and is right. */
const NOT_TIME = '(?!万?[亿]?[年月日天周岁届代])';

/** 约占总投资的35%左右: what the share is of stands between. */
const SHARE = '占[^\\s\\d，。；、：！？（）“”《》左右]{1,12}的?';
const LINK = `(?:${SHARE}|有|为|是|在|达|占|合|用|要|需要?|花费?)?`;
const ABOUT = `(?<![节签续条预合公制契履违相失邀特简大])(?:大约|约|大概|将近|接近)${LINK}`;
const NEAR = '(?<![最接将附临靠邻亲新就远逼相])近(?:有)?';
const OVER = '(?:超过|(?<![赶高])超|逾|突破|多于)了?';
const AT_LEAST = `(?:至少|最少|不少于|不低于|不得少于|不得低于)[^\\d，。；、：！？（）“”${HAN_NUMERALS}]{0,6}`;
const AT_MOST = `(?:最多|至多|不超过|不多于|不高于|不得超过|不得多于)[^\\d，。；、：！？（）“”${HAN_NUMERALS}]{0,6}`;
/** 左右两侧, 上下班 are other words. */
const AROUND = '(左右(?![两岸侧翼手])|上下(?![班学游级楼车联左册两文功]))';
const BELOW = '(?:不足|不到|不满|未满)';

/** Every pattern ends with one of these, with a number not far before it. */
const SECOND = new RegExp(
  `(?:左右|上下|以[上下内])(?<=[\\d${HAN_NUMERALS}半几数%％‰].{0,14})|[\\d${HAN_NUMERALS}半几数%％‰万亿][余多]`,
);

/** What a line has in it, and what then to look for: the first word in group 1 and the second in group 2. */
const PATTERNS: readonly (readonly [trace: RegExp, pattern: RegExp])[] = [
  // 约50人左右
  [/左右|上下/, new RegExp(`(${ABOUT}|${NEAR})${NUMBER}${COUNTED}${AROUND}`, 'dg')],
  // 约30余万平方米
  [/[余多]/, new RegExp(`(${ABOUT}|${NEAR}|${OVER})${NUMBER}([余多])${NOT_TIME}(?=[万亿]|${MEASURES})`, 'dg')],
  // 超过100人以上
  [/以上/, new RegExp(`(${OVER})${NUMBER}${MEASURED}(以上)`, 'dg')],
  // 超过3年左右
  [/左右/, new RegExp(`(${OVER}|${BELOW})${NUMBER}${MEASURED}(左右)`, 'dg')],
  // 至少有10人以上
  [/以上|左右/, new RegExp(`(${AT_LEAST})${NUMBER}${MEASURED}(以上|左右)`, 'dg')],
  // 最多不超过20人以下
  [/以[下内]|左右/, new RegExp(`(${AT_MOST})${NUMBER}${MEASURED}(以[下内]|左右)`, 'dg')],
  // 不足50人以下
  [/以[下内]/, new RegExp(`(${BELOW})${NUMBER}${MEASURED}(以[下内])`, 'dg')],
  // 50多人左右
  [/左右|以上/, new RegExp(`([余多])(?<=[\\d${HAN_NUMERALS}].)[万亿]?${MEASURED}(左右(?![两岸侧翼手])|以上)`, 'dg')],
];

export const rule: BlockRule = {
  id: 'number/approximate',
  scope: 'block',
  gate: 'language',
  severity: 'warning',
  source: '编校常识；参见GB/T 15835—2011',
  authority: 'usual',
  title: '表示约数的词不叠用',
  why: '“约”“近”“超过”“至少”同“左右”“余”“以上”意思重复，有的还互相矛盾，留一个即可。',
  examples: {
    bad: [
      { text: '参加会议的约50人左右。', found: '约50人左右' },
      { text: '尚缺资金约占总投资的35%左右。', found: '约占总投资的35%左右' },
      { text: '培训干部近200余人。', found: '近200余' },
      { text: '出席代表超过一百人以上。', found: '超过一百人以上' },
      { text: '每月至少走访10户以上。', found: '至少走访10户以上' },
      { text: '用时不超过3个工作日以内。', found: '不超过3个工作日以内' },
      { text: '现场有50多人左右。', found: '多人左右' },
    ],
    good: [
      '参加会议的约50人。',
      '增长5%左右，节约20万元左右。',
      '近20多年来，面貌一新。',
      '处三年以上五年以下有期徒刑。',
      '至少1名处级以上干部参加。',
      '载人超过核定人数百分之二十以上的，依法处罚。',
      '不低于上年水平，增长10%以上。',
    ],
  },
  of: (block) => isProse(block) && SECOND.test(block.text),
  *check({ text }) {
    const matches = PATTERNS.flatMap(([trace, pattern]) => (trace.test(text) ? [...text.matchAll(pattern)] : []));
    let end = -1;
    for (const match of matches.sort(byPlace)) {
      const at = matchSpan(match);
      if (at.start < end) continue;
      end = at.end;
      const [, first = '', second = ''] = match;
      const lead = matchSpan(match, 1);
      const kept = KEPT.exec(first)?.[0] ?? first;
      yield {
        span: at,
        message: `“${match[0]}”中“${kept}”与“${second}”语义重复，应删去其一`,
        fixes: [without(kept, span(lead.start, lead.start + kept.length)), without(second, matchSpan(match, 2))],
      };
    }
  },
};

/** The word itself, without what stands between it and the number: 至少 of 至少走访. */
const KEPT =
  /^(?:大约|约|大概|将近|接近|近|(?:超过|超|逾|突破|多于)了?|至少|最少|不得?(?:少于|低于|超过|多于)|不高于|最多|至多|不足|不到|不满|未满|[余多])/;

function without(word: string, at: Span): Fix {
  return { title: `删去“${word}”`, edits: [{ span: at, newText: '' }], preferred: false };
}

function byPlace(a: RegExpExecArray, b: RegExpExecArray): number {
  return a.index - b.index || b[0].length - a[0].length;
}
