/** 看不见或认不出的字符：零宽字符、控制符、私用区字符，以及康熙部首、兼容汉字这类同形字。 */
import words from '../../../data/leftover-words.json';
import { matchSpan, type Span } from '../../text/span';
import { collect } from '../collect';
import { choices, replace } from '../report';
import type { DocumentRule, Finding, Fix } from '../types';

const RADICALS = pairsOf(words.radicals.pairs);
/** 臵 for 置: what a PDF with codes of its own turns into. */
const MISTAKEN = pairsOf(words.lookAlikes.pairs);

/** Word's own line and page breaks, and three that only some programs show as one. */
const BREAKS = '[\\v\\f\\u0085\\u2028\\u2029]';
/** Runs of what cannot be seen and of what cannot be read, and each character with a code that is not its own. */
const SUSPECT = new RegExp(
  `(?<breaks>${BREAKS}+)|(?<unseen>(?:(?!\\t|${BREAKS})[\\p{Cc}\\p{Cf}])+)|(?<unread>[\\p{Co}\\p{Cs}\\uFFFC-\\uFFFF]+)|[\\u2E80-\\u2FDF\\uF900-\\uFAFF\\u{2F800}-\\u{2FA1F}${[...MISTAKEN.keys()].join('')}]`,
  'gu',
);
/** What nearly all lines have none of. */
const UNUSUAL = new RegExp(`[^\\t -~\\xA1-\\xAC\\xAE-\\xFF‐-‧‰-⁞℀-⓿─-⟿　-鿿！-￦]|[${[...MISTAKEN.keys()].join('')}]`);
/** A joiner makes one picture of several beside emoji. */
const JOINER = /^[\u200C\u200D]$/;
const PICTURE = /\p{Extended_Pictographic}|\uFE0F/u;

export const rule: DocumentRule = {
  id: 'leftover/control-characters',
  scope: 'document',
  gate: 'form',
  severity: 'warning',
  source: 'GB 18030—2022；实务',
  authority: 'usual',
  title: '不可见字符和同形异码字',
  why: '这些字符看不出来，却会让检索、排版、校对和加密传输出错，多是从PDF或网页复制来的。',
  examples: {
    bad: [
      { text: '抓好\u200B落实。', found: '\u200B', fixed: '抓好落实。' },
      { text: '加强⺠⽣保障。', found: '⺠', fixed: '加强民生保障。' },
      { text: '摆正位臵，迚一步抓好落实。', found: '臵', fixed: '摆正位置，进一步抓好落实。' },
      { text: '高程103\uE010米。', found: '\uE010' },
      { text: '一是抓落实。\v二是抓督查。', found: '\v', fixed: '一是抓落实。\n二是抓督查。' },
    ],
    good: ['抓好落实。', '\uFEFF关于做好防汛工作的通知', '一级\t二级', '👨\u200D👩\u200D👧', '面积5㎡，温度20℃。'],
  },
  fixAll: true,
  systematic: true,
  *check(draft) {
    for (const { index, block, items } of suspectsIn(draft)) {
      for (const finding of items) {
        const isByteOrderMark = index === 0 && finding.span.start === 0 && block.source[0] === '\uFEFF';
        if (!isByteOrderMark) yield { ...finding, block: index };
      }
    }
  },
};

const suspectsIn = collect(({ role, source }) => (role === 'code' || role === 'noise' ? [] : [...suspects(source)]));

function* suspects(source: string): Iterable<Finding> {
  if (!UNUSUAL.test(source)) return;
  for (const match of source.matchAll(SUSPECT)) {
    const at = matchSpan(match);
    const { breaks, unseen, unread } = match.groups ?? {};
    if (breaks) yield told(at, breaks, '软换行', '应改为换行', replace(at, '\n'.repeat(breaks.length), '改为换行'));
    else if (unread)
      yield told(at, unread, '认不出的字符', '应对照原稿补上或删去', choices(at, ...repairs(source, at)));
    else if (!unseen) yield* sameShape(match[0], at);
    else if (!JOINER.test(unseen) || !PICTURE.test(source.slice(at.end, at.end + 2))) {
      yield told(at, unseen, '看不见的字符', '应删去', replace(at, ''));
    }
  }
}

function told(at: Span, characters: string, what: string, remedy: string, fixes: readonly Fix[]): Finding {
  const code = `U+${(characters.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return { span: at, message: `此处有${what}（${code}），${remedy}`, group: what, fixes };
}

/** Between digits it was a decimal point more often than anything else: 2\uE0105米. */
function repairs(source: string, { start, end }: Span): readonly string[] {
  return /\d/.test(source[start - 1] ?? '') && /\d/.test(source[end] ?? '') ? ['.', ''] : [''];
}

function* sameShape(character: string, at: Span): Iterable<Finding> {
  const mistaken = MISTAKEN.get(character);
  const right = mistaken ?? RADICALS.get(character) ?? character.normalize('NFKC');
  if (right === character) return;
  const message = mistaken
    ? `“${character}”是转码留下的错字，应为“${right}”`
    : `“${character}”与“${right}”同形而编码不同，应改为“${right}”`;
  yield { span: at, message, group: mistaken ? '错码字' : '同形字', fixes: replace(at, right) };
}

function pairsOf(text: string): Map<string, string> {
  const list = text.split(' ');
  return new Map(list.flatMap((character, index) => (index % 2 === 0 ? [[character, list[index + 1] ?? '']] : [])));
}
