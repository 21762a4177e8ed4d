/** Leaders named with their posts: 市委书记王建国 and, elsewhere, 市委书记王建军. */
import surnames from '../../../data/surnames.json';
import type { Block } from '../../document/types';
import type { Span } from '../../text/span';
import type { Line } from '../pieces';
import { choices } from '../report';
import type { DocumentFinding } from '../types';

/** Posts of which a place has one, told without the name of the place; 副 makes one of several. */
const SINGLE =
  '(?:省|市|县|区|州|旗|镇|乡|街道)(?:委书记|人大常委会主任|政协主席)|副?[省市县区州旗镇乡]长|[镇乡]党委书记|街道党工委书记';
/** 县财政局局长, 县财政局副局长 */
const OF_ORGAN =
  '[\\p{Script=Han}]{1,10}(?:局副?局长|厅副?厅长|委副?主任|办副?主任|办公室副?主任|中心副?主任|院副?院长|校副?校长|村党支部副?书记|社区党委副?书记|公司副?董事长|公司副?总经理)';
/** What may stand in front: a comma, 区委副书记、, 市委常委、, 由. */
const BEFORE = '(?<=^|[，。；：、！？（\\s　由请和])';
const AFTER =
  '(?=[，。；：、！？）\\s　]|同志|主持|出席|参加|作|讲|指出|强调|表示|说|在|带|率|到|赴|致|介绍|通报|宣读|传达|汇报|代表|对|就|围绕|担任|陪同|要求|认为|提出|深入|先后|一行)';
/** 市委书记王建国主持 */
const NAMED = new RegExp(
  `${BEFORE}(?<post>${SINGLE}|(?![副原前])${OF_ORGAN})(?<name>[${surnames.surnames}][\\p{Script=Han}]{1,2}?)${AFTER}`,
  'dgu',
);
/** Someone else held the post at another time. */
const FORMER = /时任|原(?!则|因|料|来|有|本|始|先)|前任|历任|继任|接任|曾任|先后|任命|任职|免去|辞去|当选/;

export interface Person {
  readonly post: string;
  readonly name: string;
  readonly span: Span;
}

/** 局长 of 副局长 */
function leading(post: string): string {
  return post.replace('副', '');
}

/** 书记王, 局长李: what every such place holds. */
const TRACE = new RegExp(`(?:书记|主任|主席|经理|[省市县区州旗镇乡局厅院校事]长)[${surnames.surnames}]`);

export function peopleIn({ text }: Block): readonly Person[] {
  if (!TRACE.test(text) || FORMER.test(text)) return [];
  return [...text.matchAll(NAMED)].flatMap((match) => {
    const { post = '', name = '' } = match.groups ?? {};
    const [start = 0, end = 0] = match.indices?.groups?.name ?? [];
    return { post, name, span: { start, end } };
  });
}

/** Two names of one post that differ in one character. */
export function* misnamed(all: readonly (Person & Line)[]): Iterable<DocumentFinding> {
  const byPost = new Map<string, (Person & Line)[]>();
  for (const person of all) {
    // there are several 副职
    if (person.post.includes('副')) continue;
    const others = byPost.get(person.post) ?? [];
    byPost.set(person.post, others);
    const other = others.find(({ name }) => differInOne(name, person.name));
    others.push(person);
    if (!other || others.some(({ name }, order) => order < others.length - 1 && name === person.name)) continue;
    yield {
      block: person.index,
      span: person.span,
      severity: 'info',
      message: `${person.post}前文是“${other.name}”，这里是“${person.name}”`,
      related: [{ block: other.index, span: other.span, message: `前文“${other.name}”` }],
      fixes: [
        ...choices(person.span, other.name),
        {
          title: `前文改为“${person.name}”`,
          edits: [{ block: other.index, span: other.span, newText: person.name }],
          preferred: false,
        },
      ],
    };
  }
}

function differInOne(one: string, other: string): boolean {
  if (one.length !== other.length || one[0] !== other[0]) return false;
  return [...one].filter((character, index) => character !== other[index]).length === 1 && one.length === 3;
}

/** One person who leads an organ here and is second in it there. */
export function* promoted(all: readonly (Person & Line)[]): Iterable<DocumentFinding> {
  const byName = new Map<string, Person & Line>();
  for (const person of all) {
    const { name, post, index, span } = person;
    if (name.length < 3) continue;
    const before = byName.get(`${leading(post)}${name}`);
    byName.set(`${leading(post)}${name}`, before ?? person);
    if (!before || before.post === post) continue;
    const at = { start: span.start - post.length, end: span.start };
    yield {
      block: index,
      span: at,
      severity: 'info',
      message: `${name}前文是“${before.post}”，这里是“${post}”`,
      related: [{ block: before.index, span: before.span, message: `前文“${before.post}${name}”` }],
      fixes: choices(at, before.post),
    };
  }
}
