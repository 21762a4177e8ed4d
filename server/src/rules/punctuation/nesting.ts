/** 引号、书名号套用时外双内单。 */
import { span } from '../../text/span';
import { isProse } from '../report';
import type { BlockRule, Finding } from '../types';
import { type MarkPair, marksOf } from './_pairs';
import { remark } from './_remark';

/** The inner and the outer form of each family, and how each closes. */
const INNER: Readonly<Record<string, string>> = { '“': '‘', '‘': '‘', '《': '〈', '〈': '〈' };
const OUTER: Readonly<Record<string, string>> = { '“': '“', '‘': '“', '《': '《', '〈': '《' };
const CLOSE: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '《': '》', '〈': '〉' };

export const rule: BlockRule = {
  id: 'punctuation/nesting',
  scope: 'block',
  clues: '“”‘’《》〈〉（）()【】〔〕「」『』',
  gate: 'language',
  severity: 'warning',
  source: 'GB/T 15834—2011 4.8.3.4、4.15.3',
  authority: 'binding',
  title: '引号、书名号套用时外双内单',
  why: '外面一层用双引号、双书名号，里面一层用单引号、单书名号。',
  examples: {
    bad: [
      {
        text: '关于印发《〈实施意见〉和《任务分工》的通知》的函。',
        found: '《任务分工》',
        fixed: '关于印发《〈实施意见〉和〈任务分工〉的通知》的函。',
      },
      {
        text: '他说：“要坚决做到“两个维护”，抓好落实。”',
        found: '“两个维护”',
        fixed: '他说：“要坚决做到‘两个维护’，抓好落实。”',
      },
      {
        text: '他说：‘要坚决做到“两个维护”。’',
        found: '‘要坚决做到“两个维护”。’',
        fixed: '他说：“要坚决做到‘两个维护’。”',
      },
      { text: '要发展‘三农’事业。', found: '‘三农’' },
    ],
    good: [
      '他说：“要做到‘两个维护’。”',
      '关于印发《关于落实〈条例〉的意见》的通知。',
      '《甲办法》《乙办法》同时施行。',
      '根据《关于修改〈某市实施〈某法〉办法〉的决定》修正。',
    ],
  },
  fixAll: true,
  *check(block) {
    if (!isProse(block)) return;
    const { pairs, lone, wrong } = marksOf(block);
    if (pairs.length === 0) return;
    const outers = new Set(pairs.flatMap((pair) => around(pair) ?? []));
    for (const pair of pairs) {
      if (wrong.length > 0 && OUTER[pair.kind] === '“') continue;
      const outer = around(pair);
      // of a third layer the standard says nothing
      const right = outer ? !around(outer) && INNER[pair.kind] : outers.has(pair) && OUTER[pair.kind];
      if (right && right !== pair.kind) yield finding(block.text, pair, right);
      else if (pair.kind === '‘' && !outer && lone.length === 0) yield single(pair);
    }
  },
};

function finding(text: string, pair: MarkPair, open: string): Finding {
  const close = CLOSE[open] ?? '';
  const preferred = pair.kind === '《' || isWholeQuotation(text, around(pair) ?? pair);
  return {
    span: span(pair.open, pair.close + 1),
    message: `套用时外双内单，此处应为“${open}${close}”`,
    fixes: [remark(pair, open, close, preferred)],
  };
}

/** Single marks with nothing around them; the double ones may stand in an earlier paragraph. */
function single(pair: MarkPair): Finding {
  const at = span(pair.open, pair.close + 1);
  return { span: at, message: '外层引号用双引号“”', fixes: [remark(pair, '“', '”', false)] };
}

/** True when the outer marks surely are a pair: what they hold is introduced, or ends as a sentence. */
function isWholeQuotation(text: string, outer: MarkPair): boolean {
  return (
    /[：:，]$/.test(text.slice(Math.max(0, outer.open - 1), outer.open)) || /[。！？]/.test(text[outer.close - 1] ?? '')
  );
}

/** So many brackets are looked through for the pair around a pair. */
const MOST_BRACKETS = 4;

/** The pair of the same family directly around this one, brackets aside. */
function around(pair: MarkPair): MarkPair | undefined {
  const family = OUTER[pair.kind];
  if (!family) return undefined;
  let outer = pair.parent;
  for (let count = 0; outer?.kind === '（' && count < MOST_BRACKETS; count++) outer = outer.parent;
  return outer && OUTER[outer.kind] === family ? outer : undefined;
}
