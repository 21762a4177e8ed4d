/** Documents that the draft has cited already: their titles after 《, and after 》（ the 发文字号 they were cited with. */
import { memoByBlock } from '../../rules/report';
import { type Completion, type Place, proposal } from './place';

interface Citation {
  readonly title: string;
  readonly number: string | undefined;
  /** Where the title ends in its block. */
  readonly end: number;
}

/** 《关于加强管理的通知》（某政发〔2026〕5号） */
const CITED =
  /《(?<title>[^《》\uFFFC]{4,80})》(?:[（(](?<number>[^（）()《》\s]{1,20}[〔[［]\d{4}[〕\]］]\d{1,5}号)[）)])?/g;
/** 根据《关于 */
const TITLE_BEGUN = /《(?<begun>[^《》]{0,40})$/;
/** The place is within a title that is whole. */
const TITLE_GOES_ON = /^[^《》]+》/;
/** 《关于加强管理的通知》（某政 */
const NUMBER_BEGUN = /《(?<title>[^《》]{4,80})》[（(](?<begun>[^（）()]{0,20})$/;

const citationsOf = memoByBlock(({ text }): readonly Citation[] =>
  text.includes('》')
    ? [...text.matchAll(CITED)].map(({ index, groups }) => {
        const title = groups?.title ?? '';
        return { title, number: groups?.number, end: index + title.length + 2 };
      })
    : [],
);

export function cited(place: Place): Completion[] {
  return [...titles(place), ...numbers(place)];
}

function titles(place: Place): Completion[] {
  const { before, after } = place;
  const begun = TITLE_BEGUN.exec(before)?.groups?.begun;
  if (begun === undefined || TITLE_GOES_ON.test(after)) return [];
  const found = new Set(citationsAround(place).map(({ title }) => title));
  return [...found]
    .filter((title) => title.includes(begun) && title !== begun)
    .map((title) =>
      proposal(place, before.length - begun.length, after.startsWith('》') ? 1 : 0, {
        kind: 'citation',
        label: title,
        detail: '本文引用过',
        newText: `${title}》`,
      }),
    );
}

function numbers(place: Place): Completion[] {
  const { before, after } = place;
  const { title, begun } = NUMBER_BEGUN.exec(before)?.groups ?? {};
  if (title === undefined || begun === undefined) return [];
  const close = before.at(-begun.length - 1) === '(' ? ')' : '）';
  const found = citationsAround(place).filter((each) => each.title === title);
  return [...new Set(found.map(({ number }) => number))]
    .filter((number) => number?.startsWith(begun))
    .map((number = '') =>
      proposal(place, before.length - begun.length, after.startsWith(close) ? 1 : 0, {
        kind: 'citation',
        label: number,
        detail: `《${title}》的发文字号`,
        newText: number + close,
      }),
    );
}

/** Citations of the draft but for the one being written, the nearest above the place first. */
function citationsAround({ draft, line, before }: Place): Citation[] {
  const { blocks } = draft;
  const opened = before.lastIndexOf('《');
  const own = (blocks[line] ? citationsOf(blocks[line]) : []).filter(({ end }) => end <= opened);
  const above = blocks.slice(0, line).reverse();
  return [...own.reverse(), ...[...above, ...blocks.slice(line + 1)].flatMap(citationsOf)];
}
