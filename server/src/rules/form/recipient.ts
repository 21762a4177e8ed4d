/** 主送机关：顶格、末尾全角冒号；请示只主送一个机关，不送领导者个人。 */
import lineWords from '../../../data/line-words.json';
import type { Draft, Piece } from '../../document/types';
import { type Line, linesOf, wordsOf } from '../pieces';
import { choices, replace } from '../report';
import type { DocumentFinding, DocumentRule } from '../types';

const POSTS = lineWords.postEnding.words.split(' ').join('|');
/** 李市长：, 市长张三： — a post, not an organ that is named after one. */
const PERSON = new RegExp(`^(?!各).{0,12}(?:${POSTS})(?:\\p{Script=Han}{2,3}|同志)?$`, 'u');

export const rule: DocumentRule = {
  id: 'form/recipient',
  scope: 'document',
  gate: 'form',
  severity: 'error',
  source: 'GB/T 9704—2012 7.3.2；《党政机关公文处理工作条例》第十五条',
  authority: 'binding',
  title: '主送机关末尾用全角冒号，请示只主送一个机关',
  why: '主送机关顶格书写，末尾标全角冒号；请示一般只送一个主管的上级机关，不送领导者个人。',
  examples: {
    bad: [
      {
        text: '关于开会的通知\n各科室:\n明天上午开会。',
        found: ':',
        fixed: '关于开会的通知\n各科室：\n明天上午开会。',
      },
      {
        text: '关于购置设备的请示\n县财政局\n我局拟购置复印机两台。\n妥否，请批示。',
        found: '县财政局',
        fixed: '关于购置设备的请示\n县财政局：\n我局拟购置复印机两台。\n妥否，请批示。',
      },
      {
        text: '关于开展检查的通知\n各县区人民政府，市直各单位。\n现将有关事项通知如下。',
        found: '。',
        fixed: '关于开展检查的通知\n各县区人民政府，市直各单位：\n现将有关事项通知如下。',
      },
      { text: '关于购置设备的请示\n县政府、县财政局：\n妥否，请批示。', found: '县政府、县财政局' },
      { text: '关于购置设备的请示\n李县长：\n妥否，请批示。', found: '李县长' },
    ],
    good: [
      '关于开会的通知\n各科室，各直属单位：\n明天上午开会。',
      '关于购置设备的请示\n县人民政府：\n妥否，请批示。',
      '关于商请支持的函\n市财政局、市教育局：\n请予支持为盼。',
      '关于科技建议的复函\n李副主席：\n来信收悉。',
      '关于调研情况的报告\n省文联主席团：\n特此报告。',
      '在总结会上的讲话\n尊敬的各位领导，同志们：\n今天开会。',
    ],
  },
  fixAll: true,
  *check(draft) {
    for (const piece of draft.pieces) {
      const lines = linesOf(draft, piece, 'recipient');
      const last = lines.at(-1);
      if (!last) continue;
      yield* checkColon(last);
      yield* checkAddressee(draft, piece, lines);
    }
  },
};

function* checkColon({ index, block }: Line): Iterable<DocumentFinding> {
  const { end, start } = block.content;
  const words = wordsOf(block);
  const mark = /[\s　]*[：:。.，,、；;]*$/.exec(words)?.[0] ?? '';
  if (mark === '：') return;
  const at = { start: end - mark.length, end };
  const message = mark.trim() === '' ? '主送机关之后应加全角冒号' : `主送机关之后的“${mark}”应为全角冒号“：”`;
  // a bare name that stands like a 主送 is not as surely one as a line with a mark
  const sure = mark !== '' || /^各/.test(words);
  yield {
    block: index,
    span: mark === '' ? { start, end } : at,
    severity: sure ? 'error' : 'warning',
    message,
    fixes: replace(at, '：'),
  };
}

function* checkAddressee(_: Draft, { kind }: Piece, lines: readonly Line[]): Iterable<DocumentFinding> {
  const [line, ...more] = lines;
  if (!line || more.length > 0 || (kind !== 'request' && kind !== 'report')) return;
  const words = wordsOf(line.block).replace(/[\s　]*[：:。.，,、；;]*$/, '');
  const span = { start: line.block.content.start, end: line.block.content.start + words.length };
  const names = words
    .replace(/[（(][^（）()]*[）)]/g, '')
    .split(/[、，,\s　]+/)
    .filter((name) => name !== '');
  const upward = kind === 'request' ? '请示' : '报告';
  if (names.length > 1) {
    // 县委、县政府 lead together, and drafts to both are common
    const pair = names.length === 2 && /委$/.test(names[0] ?? '') && /政府$/.test(names[1] ?? '');
    yield {
      block: line.index,
      span,
      severity: kind === 'request' && !pair ? 'error' : 'warning',
      message: `${upward}一般只主送一个上级机关，其他机关用抄送`,
      fixes: choices(span, ...names.slice(0, 4)),
    };
  } else if (PERSON.test(words)) {
    yield { block: line.index, span, message: `${upward}应主送上级机关，不送领导者个人` };
  }
}
