/** 引号的形式和方向：“三农”，不用"三农"、「三农」、”三农“。 */
import { span } from '../../text/span';
import { choices, replace } from '../report';
import type { BlockRule, Finding } from '../types';
import { HAN, isWritten } from './_context';
import { marksOf } from './_pairs';
import { remark, remarkEdits } from './_remark';

const HAS_HAN = new RegExp(`[${HAN}]`, 'u');

/** A straight single pair with Han inside: `'三农'`. */
const STRAIGHT_SINGLE = new RegExp(`(?<![A-Za-z0-9'])'(?=[^']{0,39}[${HAN}])[^'\\n]{1,40}'(?![A-Za-z0-9'])`, 'gu');

export const rule: BlockRule = {
  id: 'punctuation/quote-direction',
  scope: 'block',
  clues: '"＂\'“”‘’「」『』',
  gate: 'language',
  severity: 'error',
  source: 'GB/T 15834—2011 4.8.2',
  authority: 'binding',
  title: '引号用“”，方向要对',
  why: '中文引号分前后两半，形式是“”和‘’，横排时不用直引号和直角引号。',
  examples: {
    bad: [
      { text: '要抓好"三农"和"四好农村路"工作。', found: '"三农"', fixed: '要抓好“三农”和“四好农村路”工作。' },
      { text: '要抓好“三农"工作。', found: '“三农"', fixed: '要抓好“三农”工作。' },
      { text: '要抓好「三农」工作。', found: '「三农」', fixed: '要抓好“三农”工作。' },
      { text: '要抓好“三农“工作。', found: '“', fixed: '要抓好“三农”工作。' },
      { text: '建设：”三农“，很重要。', found: '”', fixed: '建设：“三农”，很重要。' },
      { text: "要抓好'三农'工作。", found: "'三农'" },
    ],
    good: ['要抓好“三农”工作，做到“‘两个维护’铸忠诚”。', 'He said "5G+" in Beijing, and that is it.', '屏幕为27"。'],
  },
  fixAll: true,
  systematic: true,
  *check(block) {
    if (!isWritten(block)) return;
    const { text } = block;
    if (/["＂]/.test(text)) yield* straightPairs(text);
    if (text.includes("'")) {
      for (const match of text.matchAll(STRAIGHT_SINGLE)) {
        const at = span(match.index, match.index + match[0].length);
        const pair = { open: at.start, close: at.end - 1 };
        yield {
          span: at,
          message: '直引号应为中文引号',
          fixes: [remark(pair, '“', '”', false), remark(pair, '‘', '’', false)],
          group: "'",
        };
      }
    }
    const { pairs, wrong } = marksOf(block);
    for (const { index, right } of wrong) {
      const at = span(index, index + 1);
      const message = `引号方向有误，“${text[index]}”应为“${right}”`;
      yield { span: at, message, fixes: replace(at, right), group: '“' };
    }
    for (const { kind, open, close, parent } of pairs) {
      if ((kind !== '「' && kind !== '『') || !HAS_HAN.test(text.slice(open, close))) continue;
      const inner = parent?.kind === '“' || parent?.kind === '「';
      const [left, right]: [string, string] = inner ? ['‘', '’'] : ['“', '”'];
      yield {
        span: span(open, close + 1),
        message: `直角引号应为“${left}${right}”`,
        fixes: [remark({ open, close }, left, right, true)],
        group: '「',
      };
    }
  },
};

/** Straight double quotation marks: read from left to right they open and close in turn, curly ones setting the pace. */
function* straightPairs(text: string): Iterable<Finding> {
  let open: number | undefined;
  for (const { 0: mark, index } of text.matchAll(/["＂“”]/g)) {
    const straight = mark === '"' || mark === '＂';
    if (straight && open === undefined && /[0-9]/.test(text[index - 1] ?? '')) continue; // 27"
    if (mark === '“' || (straight && open === undefined)) {
      open = index;
      continue;
    }
    const from = open;
    open = undefined;
    if (from === undefined || (!straight && text[from] === '“')) continue;
    if (!HAS_HAN.test(text.slice(from, index))) continue;
    const edits = remarkEdits({ open: from, close: index }, '“', '”').filter(
      (edit) => text[edit.span.start] !== edit.newText,
    );
    yield {
      span: span(from, index + 1),
      message: '直引号应为中文引号“”',
      fixes: [{ title: '改为“”', edits, preferred: true }],
      group: '"',
    };
  }
  if (open !== undefined && text[open] !== '“' && HAS_HAN.test(text)) {
    const at = span(open, open + 1);
    yield { span: at, message: '直引号应为中文引号，并且没有配对', fixes: choices(at, '“', '”', ''), group: '"' };
  }
}
