/** 正文里多余的空格：汉字之间、标点前后、汉字与数字之间；不管缩进、人名、标题和表格。 */
import { matchSpan, type Span } from '../../text/span';
import { choices, replace } from '../report';
import type { BlockRule } from '../types';
import { HAN } from './_context';
import { isEnclosed, marksOf } from './_pairs';

const BLANKS = ' \u00A0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u3000';
const BLANK = `[${BLANKS}]`;

const ANY_BLANK = new RegExp(BLANK);

/** A blank between two Han characters: `抓好 落实`. */
const BETWEEN = new RegExp(`(?<=[${HAN}])(?:${BLANK}|  )(?=[${HAN}])`, 'gu');

/** A blank next to a mark: `压实责任， 抓好落实`, `号召 “全面推进`. */
const AT_MARK = new RegExp(
  `(?<=[，、；：,;:（《“])(?:${BLANK}|  )(?=[${HAN}“《])|(?<=[${HAN}])(?:${BLANK}|  )(?=[，。、；：！？）》”“《])`,
  'gu',
);

/** A blank between Han and a number or a foreign word: `建成 5 个`, `发展 AI 产业`. */
const MIXED = new RegExp(`(?<=[${HAN}]) (?=[0-9A-Za-z])|(?<=[0-9A-Za-z%]) (?=[${HAN}])`, 'gu');

/** Opens a line and takes a blank behind it: `第一条　`, `附件1 `, `一、 `, `1.4.1 `, `新华社北京8月11日电 `. */
const OPENER =
  /^\s*(?:第[〇零一二三四五六七八九十百千\d—]{1,7}[条章节编款项期部分]|[^ 　]{0,14}[：:、.．）)]|[^ 　]{1,4}|\d{1,2}(?:\.\d{1,2}){2,4}|[^ 　]{0,24}日[电讯])$/;
const LONGEST_OPENER = 30;

/** One of several names with blanks between them, or a name with a blank in it: `王小明 李大海`, `张　三`. */
const NAME = new RegExp(`${BLANK}[${HAN}]{1,4}$|(?:^|[^${HAN}])[${HAN}]$`, 'u');
const NAME_BEHIND = new RegExp(`^[${HAN}]{1,4}${BLANK}|^[${HAN}](?:$|[^${HAN}])`, 'u');

export const rule: BlockRule = {
  id: 'punctuation/space',
  scope: 'block',
  clues: BLANKS,
  gate: 'language',
  severity: 'hint',
  source: 'GB/T 9704—2012 5.2.3；GB/T 15834—2011 5.1',
  authority: 'practice',
  title: '正文的汉字之间不留空格',
  why: '公文按格排字，汉字、标点、数字之间不加空格；两字人名中间、标题和段首的空格除外。',
  examples: {
    bad: [
      { text: '要认真抓好 落实，切实压实责任，不断提高水平。', found: ' ' },
      {
        text: '要认真抓好落实， 切实压实责任，号召 “全面动员”。',
        found: ' ',
        fixed: '要认真抓好落实，切实压实责任，号召“全面动员”。',
      },
      { text: '今年以来已经建成 5 个示范点，带动就业。', found: ' ', fixed: '今年以来已经建成5个示范点，带动就业。' },
      {
        text: '关于做好防汛工作的通知\n\n各乡镇人民政府， 县政府各部门：\n　　现就有关事项通知如下。',
        found: ' ',
        fixed: '关于做好防汛工作的通知\n\n各乡镇人民政府，县政府各部门：\n　　现就有关事项通知如下。',
      },
    ],
    good: [
      '　　要认真抓好落实，切实压实责任。',
      '第一章　总　则\n第一条　为了规范管理，制定本办法。',
      '会议由张　三主持，李　四、王小明参加，讨论了有关事项。',
      '按照GB/T 9704的规定排版，不再另行说明。',
      '1.4.1 预案的编制坚持以人为本，分级负责。',
      '落实《市委办公室 市政府办公室关于加强管理的通知》，抓好工作。',
      '参加会议的有 王小明 李大海 赵长江等同志，会期一天。',
    ],
  },
  systematic: true,
  *check(block) {
    const { role, text } = block;
    if (role !== 'body' && role !== 'heading' && role !== 'recipient') return;
    if (!/[，。；,;]/.test(text) || !ANY_BLANK.test(text.trim())) return;
    // names of joint issuers, slogans and bylines keep their blanks: 《市委 市政府关于……》, “守初心 担使命”
    // organs that a document goes to may have blanks between them
    for (const match of role === 'recipient' ? [] : text.matchAll(BETWEEN)) {
      const at = matchSpan(match);
      if (opensLine(text, at.start) || isName(text, at) || isEnclosed(marksOf(block), at.start)) continue;
      yield { span: at, message: '汉字之间多了空格', fixes: choices(at, '', '，', '、'), group: '汉字' };
    }
    for (const match of text.matchAll(AT_MARK)) {
      const at = matchSpan(match);
      if (opensLine(text, at.start)) continue;
      yield { span: at, message: '标点前后不加空格', fixes: replace(at, '', '删去空格'), group: '标点' };
    }
    for (const match of text.matchAll(MIXED)) {
      const at = matchSpan(match);
      if (opensLine(text, at.start) || isEnclosed(marksOf(block), at.start)) continue;
      yield { span: at, message: '汉字与数字、字母之间不加空格', fixes: replace(at, '', '删去空格'), group: '数字' };
    }
  },
};

function opensLine(text: string, index: number): boolean {
  return index <= LONGEST_OPENER && OPENER.test(text.slice(0, index));
}

function isName(text: string, { start, end }: Span): boolean {
  return NAME.test(text.slice(Math.max(0, start - 5), start)) || NAME_BEHIND.test(text.slice(end, end + 5));
}
