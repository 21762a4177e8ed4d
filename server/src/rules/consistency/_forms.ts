/** One word in two forms: 市发展改革委 and 市发改委, 作出贡献 and 做出贡献, 第一批 and 第2批, 90年代 and 八十年代. */
import type { Block } from '../../document/types';
import type { Span } from '../../text/span';
import { clue, hasFigures, hasHanNumerals } from '../clues';
import type { Line } from '../pieces';
import { choices } from '../report';
import { readTable, wordsOf } from '../table';
import type { DocumentFinding } from '../types';
import { unquoted } from './_lines';

/** A word that has other forms. */
export interface Form {
  /** What it is, whatever its form: two forms of one key contradict each other. */
  readonly key: string;
  /** Which of the forms it is. */
  readonly form: string;
  readonly span: Span;
  /** The form that is right wherever it stands, `''` where there is none. */
  readonly right: string;
  /** What a verb is said of: 贡献 */
  readonly object?: string;
}

const ROWS = readTable('consistency/organ-forms').map((row) => ({
  full: row('full'),
  short: wordsOf(row('short')),
  endings: wordsOf(row('ending')),
}));
/** What each short form stands for; 局 and 厅 are two organs, 办 and 办公室 one. */
const ORGAN_OF = new Map(
  ROWS.flatMap(({ full, short, endings }) =>
    endings.flatMap((ending) =>
      short.map((form): readonly [string, string] => [`${form}${ending}`, `${full}${ending[0]}`]),
    ),
  ),
);
/** 市发改委, 省住房城乡建设厅: the level stands in front, so that two organs of one trade are kept apart. */
const ORGAN = new RegExp(
  `(?<![\\p{Script=Han}](?:小|园|社|地|院|校|城|厂|库))(?<level>国家|[省市县区州旗盟])(?<form>${[...ORGAN_OF.keys()]
    .sort((a, b) => b.length - a.length)
    .join(
      '|',
    )})(?![员会门]|公[室厅])(?:(?<!办)|(?=$|[，。；、：（）\\s　]|牵头|负责|主任|副主任|党组|印发|备案|汇总|督|等|要|应))`,
  'dgu',
);
/** 以下简称市城管局, （简称“ */
const INTRODUCED = /简称[：:为]?“?$/;
/** 做出积极贡献, 制订具体方案 */
const VERBS = readTable('consistency/objects').map((row) => ({
  verbs: wordsOf(row('verbs')),
  right: row('right'),
  /** 做出决定 beside 作出贡献 is a mixture as well: of these the verb is one, whatever it is said of. */
  isOne: row('together') !== '',
  pattern: new RegExp(
    `(?<verb>${row('verbs')})了?(?:[^，。；！？、“”《》做作制]{1,8}的?)??(?<object>${row('object')})`,
    'g',
  ),
}));
/** 定金与订金: a draft that tells the two apart means both. */
const TOLD_APART = /定金.{0,3}[和与或、].{0,3}订金|订金.{0,3}[和与或、].{0,3}定金/;
const BOTH = '两者';
/** 双倍返还订金; 限定金额 is none */
const DEPOSIT = /(?<![限稳指固协规选确核鉴评认])[定订]金(?![融额库属银价牌])/g;
const CLASSES = readTable('consistency/classes').flatMap((row) => wordsOf(row('class')));
/** 第一批, 第2批; from eleven on figures are read more easily whatever stands elsewhere. */
const ORDINAL = new RegExp(
  `第(?<number>10|[1-9]|[一二三四五六七八九十])(?<class>${CLASSES.sort((a, b) => b.length - a.length).join('|')}|季度)(?![次队织长员])`,
  'dg',
);
/** 二季度, 3季度 */
const QUARTER = /(?<![第\d\p{Script=Han}])(?<number>[1-4一二三四])季度/dgu;
/** 一标段, 2期工程: told without 第 */
const PARTS = /(?<=^|[，。；：（\s　]|其中)(?<number>[1-9]|[一二三四五六七八九])(?<class>标段|期工程|期项目)/dg;
/** 90年代, 八十年代 */
const DECADE = /(?<!\d)(?<number>[1-9]0|[一二三四五六七八九]十)年代/dg;

/** 一类、2类 */
const SIDE_BY_SIDE =
  /(?<![第\d一二三四五六七八九十])(?:(?<han>[一二三四五六七八九十])(?<class>[类级等期批组档号])[、和与及至](?<number>\d)\k<class>|(?<digit>\d)(?<kind>[类级等期批组档号])[、和与及至](?<numeral>[一二三四五六七八九十])\k<kind>)/dg;
const SIDE_TRACE = /[\d一二三四五六七八九十][类级等期批组档号][、和与及至][\d一二三四五六七八九十]/;

/** What every short form ends in, and every ordinal begins with. */
const ORGAN_TRACE = new RegExp(
  `[${[...ORGAN_OF.keys()].map((form) => form.replace(/办公室$/, '办').at(-2)).join('')}][局委办厅部]`,
);
const ORDINAL_TRACE = new RegExp(`第(?:10|[1-9]|[一二三四五六七八九十])[${CLASSES.map((name) => name[0]).join('')}]`);

const mayDo = clue(VERBS.flatMap(({ verbs }) => verbs).join(''));
const hasDeposit = clue('金');
const hasOrgan = clue('局委办厅部');
const hasClass = clue('类级等期批组档号');
const mayBeNumbered = clue('第度代段期');

export function formsIn(block: Block): readonly Form[] {
  const { text } = block;
  const found: Form[] = [];
  for (const { verbs, right, isOne, pattern } of mayDo(block) ? VERBS : []) {
    if (!verbs.some((verb) => text.includes(verb))) continue;
    for (const match of unquoted(block).matchAll(pattern)) {
      const { verb = '', object = '' } = match.groups ?? {};
      const span = { start: match.index, end: match.index + verb.length };
      found.push({
        key: `${verbs[0]}${isOne ? '' : object}`,
        form: verb,
        object,
        span,
        right: verb === right ? '' : right,
      });
    }
  }
  if (hasDeposit(block) && /[定订]金/.test(text)) {
    if (TOLD_APART.test(text)) found.push({ key: '定金', form: BOTH, span: { start: 0, end: 0 }, right: '' });
    for (const { 0: form, index } of unquoted(block).matchAll(DEPOSIT))
      found.push({ key: '定金', form, span: { start: index, end: index + form.length }, right: '' });
  }
  if (hasOrgan(block) && ORGAN_TRACE.test(text)) {
    for (const match of unquoted(block).matchAll(ORGAN)) {
      const { level = '', form = '' } = match.groups ?? {};
      // 市城市管理局（以下简称市城管局）: both are meant
      if (INTRODUCED.test(text.slice(Math.max(0, match.index - 6), match.index)))
        found.push({ key: `${level}${ORGAN_OF.get(form)}`, form: BOTH, span: { start: 0, end: 0 }, right: '' });
      const span = { start: match.index, end: match.index + match[0].length };
      found.push({ key: `${level}${ORGAN_OF.get(form)}`, form: `${level}${form}`, span, right: '' });
    }
  }
  if (hasClass(block) && hasFigures(block) && hasHanNumerals(block) && SIDE_TRACE.test(text)) {
    for (const { groups, indices } of unquoted(block).matchAll(SIDE_BY_SIDE))
      for (const part of ['han', 'number', 'digit', 'numeral']) {
        const [start, end] = indices?.groups?.[part] ?? [];
        if (start === undefined || end === undefined) continue;
        const form = /\d/.test(groups?.[part] ?? '') ? '阿拉伯数字' : '汉字数字';
        found.push({ key: `第${groups?.class ?? groups?.kind}`, form, span: { start, end }, right: '' });
      }
  }
  if (mayBeNumbered(block) && (/季度|年代|标段|期工程|期项目/.test(text) || ORDINAL_TRACE.test(text))) {
    for (const pattern of [ORDINAL, QUARTER, PARTS, DECADE]) {
      for (const match of unquoted(block).matchAll(pattern)) {
        const { number = '', class: name = pattern === QUARTER ? '季度' : '年代' } = match.groups ?? {};
        const [start = 0, end = 0] = match.indices?.groups?.number ?? [];
        found.push({
          key: `第${name}`,
          form: /\d/.test(number) ? '阿拉伯数字' : '汉字数字',
          span: { start, end },
          right: '',
        });
      }
    }
  }
  return found;
}

/** Every word whose other form stands before it in the draft; the first of its form, since the others follow from it. */
export function* mixedForms(all: readonly (Form & Line)[]): Iterable<DocumentFinding> {
  const seen = new Map<string, Map<string, Form & Line>>();
  for (const each of all) {
    const forms = seen.get(each.key) ?? new Map<string, Form & Line>();
    seen.set(each.key, forms);
    if (!forms.has(each.form)) forms.set(each.form, each);
  }
  for (const forms of seen.values()) {
    if (forms.has(BOTH)) continue;
    const [first, ...others] = [...forms.values()];
    for (const other of others) if (first) yield told(first, other);
  }
}

function told(first: Form & Line, other: Form & Line): DocumentFinding {
  // 作出 is right wherever it stands
  const [here, there] = first.right === '' ? [other, first] : [first, other];
  const [mine, theirs] = [inFull(here.block.text, here), inFull(there.block.text, there)];
  const where = first === there ? '前文' : '后文';
  const right = here.right || (here.form.includes('数字') ? '' : there.form);
  return {
    block: here.index,
    span: here.span,
    severity: 'info',
    message: `“${mine}”与${where}“${theirs}”写法不一`,
    related: [{ block: there.index, span: there.span, message: `${where}“${theirs}”` }],
    ...(right === '' ? {} : { fixes: choices(here.span, right) }),
  };
}

/** 第2批 and not 2 alone, 做出贡献 and not 做出 alone. */
function inFull(text: string, { span, key, form, object = '' }: Form): string {
  if (!form.includes('数字')) return form + object;
  const start = text[span.start - 1] === '第' ? span.start - 1 : span.start;
  return text.slice(start, span.end + key.length - 1);
}
