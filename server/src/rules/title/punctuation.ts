/** 标题末尾不加标点，标题中除书名号、顿号外一般不用标点。 */
import type { Draft } from '../../document/types';
import { type TitleText, titlesOf } from '../pieces';
import type { DocumentFinding, DocumentRule } from '../types';
import { WRITTEN_KINDS, withoutNames } from './_words';

/** 关于……的通知。 */
const END_MARK = /[。．.；;，,、：:！!]+$/;
/** A comma or semicolon between words of a title. */
const INNER_MARK = /(?<=\p{Script=Han})[，,；;](?=\p{Script=Han})/gu;

export const rule: DocumentRule = {
  id: 'title/punctuation',
  scope: 'document',
  gate: 'form',
  severity: 'warning',
  source: '《党政机关公文处理工作条例》第九条（七）；GB/T 9704—2012 7.3.1',
  authority: 'usual',
  title: '标题末尾不用标点',
  why: '公文标题除法规、规章名称加书名号和并列词语间用顿号外，一般不用标点，末尾不加标点。',
  examples: {
    bad: [
      {
        text: '关于开展春季义务植树活动的通知。\n各科室：\n现将有关事项通知如下。',
        found: '。',
        fixed: '关于开展春季义务植树活动的通知\n各科室：\n现将有关事项通知如下。',
      },
      {
        text: '关于印发《机关考勤办法》的通知：\n各科室：\n现将办法印发给你们。',
        found: '：',
        fixed: '关于印发《机关考勤办法》的通知\n各科室：\n现将办法印发给你们。',
      },
      { text: '关于加强管理，提高效率的意见\n各科室：\n现提出以下意见。', found: '，' },
    ],
    good: [
      '关于印发《机关考勤办法（试行）》的通知\n各科室：\n现将办法印发给你们。',
      '某某市财政局、某某市教育局关于下达经费的通知\n各学校：\n现下达经费。',
      '凝心聚力，开创办公室工作新局面\n——在全市办公室工作会议上的讲话\n同志们：\n今天开会。',
      '奋进吧，青年！\n今年五四，我局开展了一系列活动。',
      '近日，市委办公室印发了《会议管理办法》，并发出通知。',
    ],
  },
  *check(draft): Iterable<DocumentFinding> {
    for (const title of titlesOf(draft)) {
      if (!WRITTEN_KINDS.has(title.piece.kind) || isSentence(draft, title)) continue;
      const end = END_MARK.exec(title.text);
      const at = end && title.place(end.index, title.text.length);
      if (end && at) {
        yield {
          ...at,
          message: `标题末尾不用“${end[0]}”`,
          fixes: [{ title: '删去', edits: title.edits(end.index, title.text.length, ''), preferred: true }],
        };
      }
      for (const mark of withoutNames(title.text).matchAll(INNER_MARK)) {
        const place = title.place(mark.index, mark.index + 1);
        if (place) yield { ...place, severity: 'hint', message: `标题中一般不用“${mark[0]}”` };
      }
    }
  },
};

/** A line with a comma and nothing below it is a sentence that was copied by itself, and not the title of a draft. */
function isSentence({ blocks }: Draft, { text, piece }: TitleText): boolean {
  const inner = withoutNames(text).search(INNER_MARK) >= 0;
  return inner && !blocks.slice(piece.start, piece.end).some(({ role }) => role !== 'title' && role !== 'blank');
}
