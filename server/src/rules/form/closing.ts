/** 结束语与文种相配：请示用“妥否，请批示”，报告用“特此报告”，函不用“请批示”。 */
import formWords from '../../../data/form-words.json';
import type { DocumentKind, Draft, Piece } from '../../document/types';
import { isSpoken, type Line, linesOf, wordsOf } from '../pieces';
import { choices, replace } from '../report';
import type { DocumentFinding, DocumentRule } from '../types';
import { closingLines, closingPhrases, lastParagraphs } from './_closing';
import { misplaced } from './_misplaced-closing';

/** 特此通知: the 文种 that the phrase names. */
const NAMED =
  /(?<lead>特此|专此|以上)(?<name>请示报告|通知|通报|通告|公告|报告|请示|批复|函告|函复|复函|函达|函商)[。！，,]?$/;
const KIND_OF_NAME: Readonly<Record<string, readonly DocumentKind[]>> = {
  通知: ['notice'],
  通报: ['circular'],
  通告: ['proclamation'],
  公告: ['announcement'],
  报告: ['report', 'briefing', 'summary', 'research'],
  请示: ['request'],
  批复: ['reply'],
};
/** Kinds whose ending custom settles. */
const JUDGED: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  'notice',
  'circular',
  'proclamation',
  'announcement',
  'report',
  'request',
  'reply',
  'letter',
  'decision',
  'opinion',
]);
/** 妥否？请批示！ */
const LOOSE_MARKS =
  /(?<head>(?:(?:以上请示|以上意见)[，,]?)?(?:妥否|当否|可否|是否妥当))[？?、。；，\s　]?(?<ask>请(?:予)?(?:批示|批复|审批|指示|批准))[！!。.]?$/;
const ASKS = new RegExp(formWords.asks.words.split(' ').join('|'));
/** Phrases of 请示 that a 函 has no use for, for its 主送 is no superior. */
const TO_SUPERIOR = /请(?:予)?(?:批示|批复)|请(?:认真)?(?:遵照|贯彻)执行/;
/** 请予函复为盼 is the language of 函. */
const LETTER_WORDS = /为盼|为荷/;

export const rule: DocumentRule = {
  id: 'form/closing',
  scope: 'document',
  gate: 'form',
  severity: 'warning',
  source: '《党政机关公文处理工作条例》第八条；公文结束语惯例',
  authority: 'usual',
  title: '结束语与文种相配',
  why: '请示要有请批语，报告不请批；“特此××”与标题的文种一致；“为盼”“为荷”只用于函。',
  examples: {
    bad: [
      {
        text: '关于购置设备的请示\n县人民政府：\n我局拟购置复印机两台，需经费3万元。\n某某局\n2026年3月5日',
        found: '我局拟购置复印机两台，需经费3万元。',
      },
      { text: '关于购置设备的请示\n县人民政府：\n我局拟购置复印机。\n特此报告。', found: '特此报告。' },
      {
        text: '关于购置设备的请示\n县人民政府：\n我局拟购置复印机。\n妥否？请批示！',
        found: '妥否？请批示！',
        fixed: '关于购置设备的请示\n县人民政府：\n我局拟购置复印机。\n妥否，请批示。',
      },
      {
        text: '关于开会的通知\n各科室：\n明天上午开会。\n特此通告。',
        found: '通告',
        fixed: '关于开会的通知\n各科室：\n明天上午开会。\n特此通知。',
      },
      { text: '关于商请支持的函\n市财政局：\n商请拨付经费。\n妥否，请批示。', found: '妥否，请批示。' },
      { text: '关于开会的通知\n各科室：\n明天上午开会，请互相转告为荷。', found: '为荷' },
      { text: '关于开会的通知\n各科室：\n明天上午开会。\n妥否，请批示。', found: '妥否，请批示。' },
      { text: '关于商请支持的函\n市财政局：\n商请拨付经费。\n此复。', found: '此复。' },
      { text: '关于购置设备的请示\n县财政局：\n请予批准。\n此致\n敬礼', found: '此致' },
    ],
    good: [
      '关于购置设备的请示\n县人民政府：\n我局拟购置复印机。\n妥否，请批示。',
      '关于购置设备的请示\n县人民政府：\n我局拟购置复印机。现提请批准。\n某某局\n2026年3月5日',
      '关于工作情况的报告\n县人民政府：\n完成了任务。\n特此报告。',
      '关于商请支持的函\n市财政局：\n商请拨付经费。\n请予支持为盼。',
      '关于调整计划的函\n市发改委：\n请予批准。\n特此函告。',
      '关于上报材料的通知\n各单位：\n请于3月底前上报，特此通知。',
      '关于经费事宜的函\n市财政局：\n你局来函收悉，经研究，同意拨付。\n此复。',
      '关于购置设备的请示',
    ],
  },
  *check(draft) {
    for (const piece of draft.pieces) {
      if (!JUDGED.has(piece.kind) || isSpoken(draft, piece)) continue;
      const closings = closingLines(draft, piece);
      if (piece.kind === 'request') yield* request(draft, piece, closings);
      for (const line of closings) {
        yield* otherKind(piece, line);
        yield* toSuperior(piece, line);
        yield* misplaced(draft, piece, line);
      }
      yield* letterWords(draft, piece);
      yield* privateWords(piece, closings);
    }
  },
};

/** A 请示 asks in its last paragraphs; what is still without 主送 or signature is not finished. */
function* request(draft: Draft, piece: Piece, closings: readonly Line[]): Iterable<DocumentFinding> {
  for (const { index, block } of closings) {
    const match = LOOSE_MARKS.exec(wordsOf(block));
    const { head = '', ask = '' } = match?.groups ?? {};
    const right = `${head}，${ask}。`;
    if (!match || right === match[0]) continue;
    const start = block.content.start + match.index;
    const span = { start, end: start + match[0].length };
    yield { block: index, span, message: `“${match[0]}”应为“${right}”`, fixes: replace(span, right) };
  }
  const last = lastParagraphs(draft, piece, 5);
  const end = last.at(-1);
  // a phrase of another 文种 is told by itself
  if (closings.some(({ block }) => NAMED.test(wordsOf(block)))) return;
  if (!end || linesOf(draft, piece, 'recipient').length === 0) return;
  if (linesOf(draft, piece, 'signature', 'date').length === 0 || last.some(({ block }) => ASKS.test(block.text)))
    return;
  yield {
    block: end.index,
    span: end.block.content,
    message: '请示文末缺请批语，如“妥否，请批示。”',
    fixes: closingPhrases('request').map((phrase) => ({
      title: `文末加“${phrase}”`,
      edits: [{ span: { start: end.block.content.end, end: end.block.content.end }, newText: `\n　　${phrase}` }],
      preferred: false,
    })),
  };
}

function* otherKind({ kind }: Piece, { index, block }: Line): Iterable<DocumentFinding> {
  const words = wordsOf(block);
  const match = NAMED.exec(words);
  const { lead = '', name = '' } = match?.groups ?? {};
  if (!match || (name.includes('函') ? kind === 'letter' : KIND_OF_NAME[name]?.includes(kind))) return;
  const start = block.content.start + match.index;
  const phrase = { start, end: start + match[0].length };
  const own = KIND_OF_NAME[name] ? simpleName(kind) : undefined;
  const message = `结束语“${lead}${name}”与文种不符`;
  if (lead === '特此' && own) {
    const span = { start: start + lead.length, end: start + lead.length + name.length };
    yield { block: index, span, message: `${message}，应为“特此${own}”`, fixes: replace(span, own) };
  } else {
    yield { block: index, span: phrase, message, fixes: choices(phrase, ...closingPhrases(kind)) };
  }
}

/** 通知 for a notice; 请示, 函 and 批复 end in other words. */
function simpleName(kind: DocumentKind): string | undefined {
  return Object.entries(KIND_OF_NAME).find(([name, kinds]) => kinds[0] === kind && !/请示|批复/.test(name))?.[0];
}

function* toSuperior({ kind }: Piece, { index, block }: Line): Iterable<DocumentFinding> {
  const words = wordsOf(block);
  if (kind !== 'letter' || !TO_SUPERIOR.test(words) || /[“《]/.test(words)) return;
  yield {
    block: index,
    span: block.content,
    message: '函用于不相隶属机关，不用“请批示”“请批复”“请遵照执行”',
    fixes: choices(block.content, '请予支持为盼。', '请予函复。', '请予批准。'),
  };
}

/** 此致敬礼 ends letters of persons, not documents of organs. */
function* privateWords({ kind }: Piece, closings: readonly Line[]): Iterable<DocumentFinding> {
  if (kind === 'letter') return;
  for (const { index, block } of closings) {
    if (!/^此致(?:敬礼)?[！!。]?$/.test(wordsOf(block))) continue;
    yield { block: index, span: block.content, severity: 'info', message: '“此致敬礼”用于书信，公文不用' };
  }
}

function* letterWords(draft: Draft, piece: Piece): Iterable<DocumentFinding> {
  if (piece.kind === 'letter') return;
  for (const { index, block } of lastParagraphs(draft, piece, 2)) {
    const words = wordsOf(block);
    const tail = words.slice(-20);
    const match = LETTER_WORDS.exec(tail);
    if (!match) continue;
    const start = block.content.end - tail.length + match.index;
    const span = { start, end: start + 2 };
    yield {
      block: index,
      span,
      severity: piece.kind === 'request' ? 'hint' : 'warning',
      message: `“${match[0]}”只用于函`,
      fixes: choices(span, ''),
    };
  }
}
