/** 已经更名、撤并的机构和已经废止的法规，现在行文时应当用现行名称。 */
import type { Block, Draft } from '../../document/types';
import { matchSpan } from '../../text/span';
import { collect, type Holding, type LinesIn } from '../collect';
import { explanationOf } from '../explanation';
import { yearOf } from '../pieces';
import { choices, isProse, memoByBlock, memoByDraft } from '../report';
import { type Fields, readTable, wordsOf } from '../table';
import type { DocumentFinding, DocumentRule, Finding } from '../types';
import { type FindInBlock, isQuoted, wordTable } from '../word-table';
import { datedSource } from './_advice';
import { latestYear } from './_era';

const organNames = wordTable('policy/superseded-name');
/** 《中华人民共和国合同法》 */
const LAW = /《(?:中华人民共和国)?(\p{Script=Han}{2,30})》/gu;
const YEAR = /(?<!\d)(?:19[4-9]|20[0-4])\d(?!\d|米|元|人|吨|户|个|亩)/g;
/** 整合国土资源部等部门的职责，组建……; the sentence tells of the change itself. */
const CHANGE =
  /组建|整合|更名|改名|改称|改为|改制|撤销|不再保留|保留原|并入|划入|划转|转隶|前身|合并|重组|废止|失效|曾任|历任|时任|同时|历史|沿革|旧称|简称/;
/** 原国土资源部, 原省环境保护厅 */
const FORMER = /(?:原|前|老|旧)[^，。；：、《》]{0,6}$/;
const SENTENCE_END = /[。！？；]/;
/** So far to either side a sentence is looked through. */
const REACH = 150;

interface Old {
  readonly since: number;
  readonly finding: Finding;
}

export const rule: DocumentRule = {
  id: 'policy/superseded-name',
  scope: 'document',
  gate: 'policy-wording',
  severity: 'warning',
  source: '历次党和国家机构改革方案，公开的法律、行政法规文本',
  authority: 'practice',
  title: '用了已经更名、撤并的机构或者已经废止的法规的名称',
  why: '机构、法规更名后，行文用现行名称；叙述当时的事可以用旧名，宜加“原”字或者写明年份。',
  examples: {
    bad: [
      { text: '请市国土资源局牵头办理。', found: '国土资源局' },
      { text: '依照《中华人民共和国合同法》签订合同。', found: '《中华人民共和国合同法》' },
      { text: '中国银保监会要求各机构抓好落实。', found: '中国银保监会' },
    ],
    good: [
      '请市自然资源局牵头办理。',
      '他曾任国土资源部副部长。',
      '原国土资源部的职责由自然资源部承担。',
      '2016年，环境保护部印发了通知。',
      '贯彻党的十七大精神，参加会议的有各县农业局负责同志。',
      '依照《中华人民共和国外资企业法》设立并保留原组织形式的企业，可以在过渡期内申请变更。',
      '按照《国土资源部关于加强管理的通知》办理。',
      '各级农业部门要做好服务。',
      '依照《中华人民共和国劳动合同法》签订合同。',
    ],
  },
  check: (draft) => findingsIn(draft, builtIn),
  withTables: (tables) => {
    const laws = tables.lines('policy/superseded-law');
    const own = oldNames(tables.finder('policy/superseded-name') ?? organNames, laws ? () => laws : lawLines);
    return { ...rule, check: (draft) => findingsIn(draft, own) };
  },
};

type FindOld = LinesIn<Holding<Old>>;

function* findingsIn(draft: Draft, find: FindOld): Iterable<DocumentFinding> {
  const era = mainYear(draft) ?? latestYear(draft);
  for (const piece of draft.pieces) {
    const lines = find(draft, piece);
    const written = yearOf(draft, piece) ?? era;
    // an undated draft under the old organ's own name may as well be an old one
    const isOld = written === undefined && lines.some(({ index }) => piece.titleLines.includes(index));
    for (const { index, items } of lines) {
      for (const { since, finding } of items) {
        if (written !== undefined && written < since) continue;
        yield { ...finding, block: index, ...(isOld && { severity: 'info' }) };
      }
    }
  }
}

/** Where nothing dates the draft, the year it speaks of most does. */
const mainYear = memoByDraft(({ blocks }): number | undefined => {
  const counts = new Map<number, number>();
  for (const year of blocks.flatMap(yearsIn)) counts.set(year, (counts.get(year) ?? 0) + 1);
  return [...counts].sort(([a, often], [b, less]) => less - often || a - b)[0]?.[0];
});

const yearsIn = memoByBlock(({ text }): number[] => Array.from(text.matchAll(YEAR), ([year]) => Number(year)));

const earliestYear = memoByBlock((block) => yearsIn(block).reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY));

/** Finds old names in blocks that tell of no earlier time. */
function oldNames(namesOf: FindInBlock, lines: () => readonly Fields[]): FindOld {
  let oldLaws: OldLaws | undefined;
  return collect((block) => {
    const found = [...organs(block, namesOf)];
    if (block.text.includes('《')) {
      oldLaws ??= lawsOf(lines());
      found.push(...laws(block, oldLaws));
    }
    return found.filter(
      ({ since, finding }) => earliestYear(block) >= since && !tellsHistory(block, finding.span.start),
    );
  }, isProse);
}

const lawLines = () => readTable('policy/superseded-law');
const builtIn = oldNames(organNames, lawLines);

function* organs(block: Block, namesOf: FindInBlock): Iterable<Old> {
  for (const { row, span, fields } of namesOf(block)) {
    if (isQuoted(block.text, span)) continue;
    const since = Number(fields('时间'));
    const now = row.rights.map((right) => `“${right}”`).join('或');
    const note = row.note === '' ? '' : `（${row.note}）`;
    yield {
      since,
      finding: {
        span,
        severity: row.severity,
        message: `“${row.wrong}”自${since}年起${now === '' ? '已经废止' : `改为${now}`}${note}`,
        fixes: choices(span, ...row.rights),
        about: { ...explanationOf(row), source: datedSource(row.source, fields('时间')) },
      },
    };
  }
}

interface OldLaw {
  readonly now: readonly string[];
  readonly since: number;
  readonly source: string;
}
type OldLaws = ReadonlyMap<string, OldLaw>;

function lawsOf(lines: readonly Fields[]): OldLaws {
  return new Map(
    lines.map((fields) => [
      fields('名'),
      { now: wordsOf(fields('今名')), since: Number(fields('时间')), source: fields('来源') },
    ]),
  );
}

function* laws({ text }: Block, oldLaws: OldLaws): Iterable<Old> {
  for (const match of text.matchAll(LAW)) {
    const law = oldLaws.get(match[1] ?? '');
    if (!law) continue;
    const prefix = match[0].startsWith('《中华人民共和国') ? '中华人民共和国' : '';
    const names = law.now.map((name) => `《${prefix}${name}》`);
    const span = matchSpan(match);
    const ended = names.length === 0 ? '' : `，现行的是${law.now.map((name) => `《${name}》`).join('或')}`;
    yield {
      since: law.since,
      finding: {
        span,
        message: `${match[0]}自${law.since}年起不再施行${ended}`,
        fixes: choices(span, ...names),
        about: { source: law.source, bad: match[0], good: names[0] ?? '' },
      },
    };
  }
}

/** The sentence is about the change, or the name is marked as a former one. */
function tellsHistory({ text }: Block, at: number): boolean {
  if (FORMER.test(text.slice(Math.max(0, at - 8), at))) return true;
  const before =
    text
      .slice(Math.max(0, at - REACH), at)
      .split(SENTENCE_END)
      .at(-1) ?? '';
  const [after = ''] = text.slice(at, at + REACH).split(SENTENCE_END, 1);
  return CHANGE.test(before + after);
}
