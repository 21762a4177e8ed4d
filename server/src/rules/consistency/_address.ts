/** Whom the text speaks to against the 主送: 你县 in a letter to 某某市教育局. */
import type { Draft, Piece } from '../../document/types';
import type { Span } from '../../text/span';
import { linesOf, wordsOf } from '../pieces';
import { choices, memoByBlock } from '../report';
import type { DocumentFinding } from '../types';
import { datedProse, unquoted } from './_lines';

/** 你局, 贵公司; 你县财政局 speaks of another organ. */
const ADDRESS =
  /(?<![跟和同与富珍名宝尊昂荣])(?!贵州)(?<whole>[你贵](?<kind>公司|集团|中心|街道|[局厅部委办院校所省市县区州旗镇乡]))(?=[，。；：、！？《（　]|(?:关于|报来|来|所|提|上报|的|在|要|应|须|据|于|按|根据|认真|负责|统筹|会同|组织|继续|切实|尽快|抓紧|严格|进一步|专|做好|配合|支持|予以|安排|落实|研究|及时|高度|加强|全面|积极|结合|参照|提供|协助|给予|统一))/dg;
const KINDS: ReadonlySet<Piece['kind']> = new Set<Piece['kind']>(['reply', 'letter', 'notice', 'circular', 'decision']);
/** What else an organ of such a name is called: 办 for 办公室, 校 for 学院, 委 for 管委会. */
const OTHER_NAMES: readonly (readonly [RegExp, string])[] = [
  [/大学|学院|学校|中学|小学|党校/, '校院'],
  [/人民政府|行政公署/, '府'],
  [/自治区|新区|开发区|园区|示范区|管委会|管理委员会|矿区/, '区委'],
  [/办事处/, '办处'],
  [/办公[室厅]/, '办室厅'],
  [/公司|集团|银行|厂/, '司行'],
  [/研究[院所]|中心/, '院所'],
  [/党组|党委|工委/, '委部'],
];

interface Address {
  readonly span: Span;
  readonly kind: string;
  /** 你局《关于……的请示》收悉: what was sent came from the organ that is addressed, and from no other of its place. */
  readonly sent: boolean;
}

const addressesIn = memoByBlock((block): readonly Address[] => {
  if (!/[你贵]/.test(block.text)) return [];
  return [...unquoted(block).matchAll(ADDRESS)].map((match) => {
    const [start = 0, end = 0] = match.indices?.groups?.whole ?? [];
    return {
      span: { start, end },
      kind: match.groups?.kind ?? '',
      sent: /^(?:来|《.*收悉)/.test(block.text.slice(end)),
    };
  });
});

/** 各县区人民政府, 各市发展改革委: what they are called follows from the name; 市直有关单位 may be called anything. */
const ALL_OF_A_KIND = /^各(?!.*(?:单位|部门|机构|组织|有关|直属|企业|成员|等|会员)).*(?:政府|[局委办厅院校])$/;

/** 市财政局和市水利局; 市自然资源和规划局 is one. */
const SEVERAL = /[、，,；及各等\s　]|[局厅部委办院会府校司室站所心]和/;

/** Judged where one organ alone is addressed, or organs of one kind, and what it is called otherwise is always the same. */
export function* wrongAddress(draft: Draft, piece: Piece): Iterable<DocumentFinding> {
  const [line, ...more] = linesOf(draft, piece, 'recipient');
  if (!line || more.length > 0 || !KINDS.has(piece.kind)) return;
  const name = wordsOf(line.block).replace(/[\s　]*[：:]$/, '');
  const isAll = ALL_OF_A_KIND.test(name);
  if ((SEVERAL.test(name) && !isAll) || name.length < 3) return;
  const others = OTHER_NAMES.flatMap(([pattern, words]) => (pattern.test(name) ? [words] : [])).join('');
  const own = isAll ? undefined : ownWord(name);
  const isOf = (words: string) => (kind: string) => [...kind].some((character) => words.includes(character));
  const [fits, fitsSender] = [isOf(name + others), isOf((own ?? name) + others)];
  const found = datedProse(draft, piece).flatMap(({ index, block }) =>
    addressesIn(block).map((address) => ({ ...address, block: index, text: block.text })),
  );
  const wrong = found.filter(({ kind, sent }) => !(sent ? fitsSender(kind) : fits(kind)));
  // a letter that speaks of two organs speaks to a second one somewhere
  if (new Set(wrong.map(({ kind }) => kind)).size !== 1) return;
  for (const { block, span, text, kind } of wrong) {
    const word = text.slice(span.start, span.end);
    yield {
      block,
      span,
      ...(wrong.length < found.length || fits(kind) ? { severity: 'info' } : {}),
      message: `主送机关是“${name}”，正文称“${word}”`,
      related: [{ block: line.index, span: line.block.content, message: '主送机关' }],
      ...(own === undefined ? {} : { fixes: choices(span, `${word[0]}${own}`) }),
    };
  }
}

/** 局 for 市教育局, 市 for 某某市人民政府. */
function ownWord(name: string): string | undefined {
  const place = /(?<level>[省市县区州旗镇乡])(?:人民)?政府$/.exec(name)?.groups?.level;
  return place ?? /[局厅部委办院校省市县区州旗镇乡]$/.exec(name)?.[0];
}
