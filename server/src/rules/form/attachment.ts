/** 附件说明“附件：1.名称”，名称后不加标点、不加书名号；附件页首“附件1”不加冒号。 */
import type { Draft, Piece } from '../../document/types';
import { isBeforeStandard, type Line, linesOf, wordsOf } from '../pieces';
import { memoByBlock, replace } from '../report';
import type { DocumentFinding, DocumentRule, Finding } from '../types';

/** 附件：1.实施方案; 附:1、方案; 附件1：方案; what goes before the name, part by part. */
const NOTE =
  /^(?:(?<word>附[\s　]?件|附)(?<early>[\s　]*\d{1,2})?)?(?<colon>[\s　]*[：:])?[\s　]*(?:(?<number>\d{1,2})(?<point>[.．、，:：]))?[\s　]*(?<name>.*)$/d;
/** 附件1：, 附件2. */
const EARLY = /^附[\s　]?件[\s　]*(?<number>\d{1,2})[\s　]*[：:.．、][\s　]*/;
/** 《实施方案》 */
const QUOTED = /^《(?<inner>[^《》]+)》(?<stop>[。．.；;，,、]*)$/;
const STOP = /[。．；;，,、]+$|(?<![A-Za-z\d])\.+$/;
const PAGE_MARK = /^附[\s　]?件[\s　]*(?<number>\d{1,2}|[一二三四五六七八九十]{1,3})?[\s　]*(?<colon>[：:]?)$/;

export const rule: DocumentRule = {
  id: 'form/attachment',
  scope: 'document',
  gate: 'form',
  severity: 'warning',
  source: 'GB/T 9704—2012 7.3.4、7.3.7',
  authority: 'binding',
  title: '附件说明写作“附件：1.名称”，名称后不加标点',
  why: '附件说明用“附件”加全角冒号，多个附件用“1.”“2.”编号，名称后不加标点；附件另面编排时“附件1”不加冒号。',
  examples: {
    bad: [
      {
        text: '关于报送材料的通知\n各单位：\n请按时报送。\n附件：材料清单。',
        found: '。',
        fixed: '关于报送材料的通知\n各单位：\n请按时报送。\n附件：材料清单',
      },
      {
        text: '关于报送材料的通知\n各单位：\n请按时报送。\n附件:《材料清单》',
        found: ':',
        fixed: '关于报送材料的通知\n各单位：\n请按时报送。\n附件：材料清单',
      },
      {
        text: '关于报送材料的通知\n各单位：\n请按时报送。\n附：1、材料清单\n2、联系表；',
        found: '附',
        fixed: '关于报送材料的通知\n各单位：\n请按时报送。\n附件：1.材料清单\n2.联系表',
      },
      {
        text: '关于报送材料的通知\n各单位：\n请按时报送。\n附件1：材料清单\n附件2：联系表',
        found: '附件1：',
        fixed: '关于报送材料的通知\n各单位：\n请按时报送。\n附件：1.材料清单\n2.联系表',
      },
      {
        text: '关于报送材料的通知\n各单位：\n请按时报送。\n某某市财政局\n2026年3月5日\n附件1：\n材料清单',
        found: '：',
        fixed: '关于报送材料的通知\n各单位：\n请按时报送。\n某某市财政局\n2026年3月5日\n附件1\n材料清单',
      },
      {
        text: '关于报送材料的通知\n各单位：\n请按时报送，表格见附件3。\n附件：1.材料清单\n2.联系表',
        found: '附件3',
      },
    ],
    good: [
      '关于报送材料的通知\n各单位：\n请按附件2报送。\n附件：1.材料清单\n　　　2.联系表\n某某市财政局\n2026年3月5日\n附件1\n材料清单',
      '关于报送材料的通知\n各单位：\n请按时报送。\n附件：《办公用房管理办法》修订对照表',
      '关于报送材料的通知\n各单位：\n请按时报送。\n附件：材料清单（2026年版）',
    ],
  },
  fixAll: true,
  *check(draft) {
    for (const piece of draft.pieces) {
      if (isBeforeStandard(draft, piece)) continue;
      const notes = linesOf(draft, piece, 'attachment-note');
      for (const { index, block } of notes) for (const finding of checkNote(block)) yield { ...finding, block: index };
      yield* checkEarlyNumbers(notes);
      yield* checkMentions(draft, piece, notes);
      for (const line of linesOf(draft, piece, 'attachment-mark')) yield* checkMark(line);
    }
  },
};

const checkNote = memoByBlock((block): readonly Finding[] => {
  const found: Finding[] = [];
  const words = wordsOf(block);
  const match = NOTE.exec(words);
  const groups = match?.indices?.groups;
  if (!match || !groups) return found;
  const at = (name: string) => {
    const [start, end] = groups[name] ?? [0, 0];
    return { start: block.content.start + start, end: block.content.start + end };
  };
  const { word, early, colon, point, name = '' } = match.groups ?? {};
  if (word === '附')
    found.push({ span: at('word'), message: '附件说明应写“附件”', fixes: replace(at('word'), '附件') });
  if (!early && colon && colon !== '：')
    found.push({ span: at('colon'), message: `“附件”之后的“${colon}”应为全角冒号`, fixes: replace(at('colon'), '：') });
  if (point && point !== '.' && !early)
    found.push({ span: at('point'), message: `附件序号后的“${point}”应为“.”`, fixes: replace(at('point'), '.') });
  const quoted = QUOTED.exec(name);
  const inner = quoted?.groups?.inner;
  if (inner) {
    found.push({ span: at('name'), message: '附件名称不加书名号，末尾不加标点', fixes: replace(at('name'), inner) });
  } else {
    const stop = STOP.exec(name)?.[0];
    const end = at('name').end;
    if (stop) {
      const span = { start: end - stop.length, end };
      found.push({ span, message: `附件名称后不加“${stop}”`, fixes: replace(span, '') });
    }
  }
  return found;
});

/** 附件1：方案 and 附件2：名单 are written 附件：1.方案 and 2.名单. */
function* checkEarlyNumbers(notes: readonly Line[]): Iterable<DocumentFinding> {
  for (const [order, { index, block }] of notes.entries()) {
    const match = EARLY.exec(wordsOf(block));
    if (!match) continue;
    const number = `${Number(match.groups?.number)}.`;
    const right = order > 0 ? number : `附件：${notes.length > 1 ? number : ''}`;
    const { start } = block.content;
    const span = { start, end: start + match[0].length };
    yield {
      block: index,
      span,
      message: `附件说明应写作“附件：1.名称”，“${match[0]}”应为“${right}”`,
      fixes: replace(span, right),
    };
  }
}

function* checkMark({ index, block }: Line): Iterable<DocumentFinding> {
  const match = PAGE_MARK.exec(wordsOf(block));
  const { number = '', colon } = match?.groups ?? {};
  const { start, end } = block.content;
  if (colon) {
    const span = { start: end - 1, end };
    yield { block: index, span, message: '附件页首的“附件”之后不加冒号', fixes: replace(span, '') };
  }
  if (/[一二三四五六七八九十]/.test(number)) {
    const at = start + wordsOf(block).indexOf(number);
    const span = { start: at, end: at + number.length };
    yield { block: index, span, message: `附件序号用阿拉伯数字，不用“${number}”` };
  }
}

/** 附件3 of two. */
function* checkMentions(draft: Draft, piece: Piece, notes: readonly Line[]): Iterable<DocumentFinding> {
  const listed = notes.filter(({ block }) => /\d[.．、]/.test(wordsOf(block).slice(0, 12))).length;
  if (listed < 1) return;
  for (const { index, block } of linesOf(draft, piece, 'body', 'heading')) {
    for (const { number, span } of mentionsOf(block)) {
      // one attachment may have attachments of its own
      if (number <= listed || (listed === 1 && block.text[span.start - 1] !== '（')) continue;
      yield { block: index, span, message: `附件说明只列${listed}个附件，没有“附件${number}”` };
    }
  }
}

const mentionsOf = memoByBlock(({ text }) =>
  // 见附件3, and not 《办法》附件3 of another text
  [...text.matchAll(/(?<=[（(见按照，。；：、]|填报|填写)附件(?<number>\d{1,2})(?![\d.．—～~-])/g)].map((match) => ({
    number: Number(match.groups?.number),
    span: { start: match.index, end: match.index + match[0].length },
  })),
);
