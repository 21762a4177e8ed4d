/** 标题由发文机关、“关于……”的事由和文种组成，三者不缺不重。 */
import { endsTitle } from '../../document/line-form';
import type { Draft } from '../../document/types';
import { hasElement, linesOf, type TitleText, titlesOf } from '../pieces';
import type { DocumentFinding, DocumentRule, Fix } from '../types';
import { KIND_NAMES, ORGANS, VERBS, WRITTEN_KINDS, withoutNames } from './_words';

/** 某某局授予张三称号的通报: a verb where 关于 should stand. */
const VERB_FIRST = new RegExp(`^(?<organ>${ORGANS}{0,4}?)(?=(?:${VERBS}).{2,60}的(?:${KIND_NAMES})$)`, 'u');
/** 某某乡召开防火会议通知: neither 关于 nor 的. */
const VERB_UNTIED = new RegExp(`^(?<organ>${ORGANS})(?<matter>(?:${VERBS})[^的]{4,60})(?:通知|请示|批复|决定)$`, 'u');
/** Verbs that stand in front of a title without 关于: 转发……的通知. */
const WITHOUT_ABOUT = /^.{0,60}?(?:转发|批转|印发|发布|公布|颁发|颁布|重新|下发)/;
/** 关于召开会议通知: the 文种 right behind the matter. */
const KIND_UNTIED =
  /(?<=关于.{3,120}[^的])(?<!的.{2,4})(?=(?:通知|请示|批复|复函|决定)$)|(?<=(?:印发|转发|发布)　{3,120})(?=通知$)/;
/** 关于……的通知的通知 */
const KIND_TWICE = new RegExp(`的(${KIND_NAMES})的\\1$`);
/** 关于对……, 关于对于…… */
const ABOUT_TO = /关于(?<to>对于?)(?=\p{Script=Han})/u;

export const rule: DocumentRule = {
  id: 'title/structure',
  scope: 'document',
  gate: 'form',
  severity: 'warning',
  source: '《党政机关公文处理工作条例》第九条（七）',
  authority: 'binding',
  title: '标题由发文机关、事由和文种组成',
  why: '公文标题写作“××机关关于……的××（文种）”，缺“关于”、缺“的”、缺文种或叠用都不合规范。',
  examples: {
    bad: [
      {
        text: '某某县应急管理局召开全县安全生产会议的通知',
        found: '某某县应急管理局召开全县安全生产会议的通知',
        fixed: '某某县应急管理局关于召开全县安全生产会议的通知',
      },
      {
        text: '某某乡人民政府召开春季防火会议通知',
        found: '某某乡人民政府召开春季防火会议通知',
        fixed: '某某乡人民政府关于召开春季防火会议的通知',
      },
      {
        text: '关于召开全县安全生产会议通知',
        found: '关于召开全县安全生产会议通知',
        fixed: '关于召开全县安全生产会议的通知',
      },
      {
        text: '关于做好转发省政府文件的通知的通知',
        found: '的通知的通知',
        fixed: '关于做好转发省政府文件的通知',
      },
      { text: '关于转发市政府关于加强防汛工作意见的通知', found: '关于' },
      { text: '关于做好防汛工作\n各乡镇人民政府：\n近期降雨偏多，各地要加强值守。', found: '关于做好防汛工作' },
      { text: '关于对张三同志给予表彰的决定', found: '对' },
      { text: '通知\n各科室：\n明天上午开会。', found: '通知' },
    ],
    good: [
      '某某县人民政府关于加强防汛工作的通知',
      '某某市人民政府转发市应急局关于加强防汛工作意见的通知',
      '某某市人民政府办公室印发《防汛应急预案》的通知',
      '关于转发《省政府关于加强防汛工作的通知》的通知',
      '关于供水问题座谈会纪要',
      '关于基层减负的几点思考\n减负要实。',
      '关于加强防汛工作的实施意见',
      '关于加强防汛值守的紧急通知',
      '学习先进事迹的报告\n张三同志是我们的榜样。',
      '某某市加强防汛工作的做法\n今年以来，雨水偏多。',
    ],
  },
  *check(draft) {
    for (const title of titlesOf(draft)) {
      const bare = withoutNames(title.text).replace(/[。．.；;，,、：:！!]+$/, '');
      yield* noAbout(draft, title, bare);
      yield* twice(title, bare);
      yield* untied(title, bare);
      yield* noKind(draft, title, bare);
      yield* aboutTo(title, bare);
      yield* kindAlone(title, bare);
    }
  },
};

function* whole(title: TitleText, length: number, message: string, fixes: Fix[]): Iterable<DocumentFinding> {
  const at = title.place(0, length);
  if (at) yield { ...at, message, fixes };
}

function* noAbout(draft: Draft, title: TitleText, bare: string): Iterable<DocumentFinding> {
  if (bare.includes('关于') || !WRITTEN_KINDS.has(title.piece.kind) || WITHOUT_ABOUT.test(bare)) return;
  const { organ: author, matter } = VERB_UNTIED.exec(bare)?.groups ?? {};
  if (author && matter) {
    const at = author.length;
    const edits = [...title.edits(at, at, '关于'), ...title.edits(at + matter.length, at + matter.length, '的')];
    yield* whole(title, bare.length, '标题缺“关于”和“的”', [{ title: '补“关于”和“的”', edits, preferred: true }]);
    return;
  }
  const organ = VERB_FIRST.exec(bare)?.groups?.organ;
  if (organ === undefined || (organ === '' && !isOfficial(draft, title))) return;
  yield* whole(title, bare.length, '标题的事由前缺“关于”', [
    { title: '补“关于”', edits: title.edits(organ.length, organ.length, '关于'), preferred: true },
  ]);
}

function* untied(title: TitleText, bare: string): Iterable<DocumentFinding> {
  const at = KIND_UNTIED.exec(bare)?.index;
  if (at === undefined) return;
  yield* whole(title, bare.length, '标题的文种前缺“的”', [
    { title: '补“的”', edits: title.edits(at, at, '的'), preferred: true },
  ]);
}

function* twice(title: TitleText, bare: string): Iterable<DocumentFinding> {
  const kinds = KIND_TWICE.exec(bare);
  if (kinds) {
    const half = kinds[0].length / 2;
    const at = title.place(kinds.index, bare.length);
    if (at)
      yield {
        ...at,
        message: `标题里“${kinds[0].slice(0, half)}”重复，只保留一个`,
        fixes: [{ title: '删去一个', edits: title.edits(kinds.index, kinds.index + half, ''), preferred: true }],
      };
  }
  const first = bare.indexOf('关于');
  const second = bare.indexOf('关于', first + 2);
  if (first < 0 || second < 0) return;
  const at = title.place(second, second + 2);
  if (!at) return;
  const removal = (start: number, which: string): Fix => ({
    title: `删去${which}“关于”`,
    edits: title.edits(start, start + 2, ''),
    preferred: false,
  });
  yield {
    ...at,
    message: '标题里“关于”重复，只保留一个',
    fixes: [removal(first, '前一个'), removal(second, '后一个')],
  };
}

/** A draft with a 主送 or a 发文字号 is surely a 公文 and no article. */
function isOfficial(draft: Draft, { piece }: TitleText): boolean {
  return linesOf(draft, piece, 'recipient').length > 0 || hasElement(draft, piece, 'document-number');
}

function* noKind(draft: Draft, title: TitleText, bare: string): Iterable<DocumentFinding> {
  // 批示 and 指示 are told as wrong 文种
  if (!/关于.{2,}/.test(bare) || endsTitle(bare) || /(?:[》”　]|批示|指示|布告)$/.test(bare)) return;
  if (!isOfficial(draft, title)) return;
  yield* whole(title, bare.length, '标题缺文种，应写明“通知”“请示”“报告”“函”等', []);
}

function* aboutTo(title: TitleText, bare: string): Iterable<DocumentFinding> {
  const match = ABOUT_TO.exec(bare);
  const to = match?.groups?.to;
  if (!match || !to || !WRITTEN_KINDS.has(title.piece.kind)) return;
  const at = title.place(match.index + 2, match.index + 2 + to.length);
  if (!at) return;
  yield {
    ...at,
    severity: 'hint',
    message: `“关于”之后一般不再用“${to}”`,
    fixes: [
      { title: `删去“${to}”`, edits: title.edits(match.index + 2, match.index + 2 + to.length, ''), preferred: false },
    ],
  };
}

const ALONE = /^(?:通知|通报|报告|请示|批复|函)$/;

function* kindAlone(title: TitleText, bare: string): Iterable<DocumentFinding> {
  const at = ALONE.test(bare) ? title.place(0, bare.length) : undefined;
  if (at) yield { ...at, severity: 'info', message: `标题只有文种“${bare}”，宜写明发文机关和事由` };
}
