/** Numbers a draft in another style: 一、（一） becomes 第一章 第一条. */
import { type Change, Impossible } from './change';
import type { Section } from './sections';
import { isNumbered, rankOf, type Style } from './styles';
import type { NumberStyle } from './types';

const LADDERS: Readonly<Record<NumberStyle, readonly Style[]>> = {
  han: ['han', 'han-paren', 'digit', 'digit-paren', 'circled'],
  'han-digit': ['han', 'digit', 'digit-paren', 'circled'],
  chapter: ['chapter', 'section', 'article', 'han-paren', 'digit', 'digit-paren'],
};
/** Chapters without 节 hold 条 themselves. */
const CHAPTERS_AND_ARTICLES: readonly Style[] = ['chapter', 'article', 'han-paren', 'digit', 'digit-paren'];

/** Gives the headings of the draft the numbers of another style; throws `Impossible` where it has too few levels. */
export function convertStyle(change: Change, to: NumberStyle): undefined {
  const families = change.pieces.map(({ all }) => familyOf(all));
  const family = families.find((each) => each !== undefined);
  if (!family) throw new Impossible('文中没有带序数的标题');
  change.pieces.forEach(({ all }, piece) => {
    // a 办法 that a 通知 issues keeps its 章 and 条
    if (families[piece] !== family) return;
    const styles = [...new Set(all.map(({ style }) => style).filter(isNumbered))].sort((a, b) => rankOf(a) - rankOf(b));
    const ladder = to === 'chapter' && styles.length === 2 ? CHAPTERS_AND_ARTICLES : LADDERS[to];
    if (styles.length > ladder.length)
      throw new Impossible(`文中有${styles.length}级标题，这种样式只有${ladder.length}级`);
    for (const section of all) {
      const style = ladder[styles.indexOf(section.style as (typeof styles)[number])];
      if (style) change.setStyle(section, style);
    }
  });
  return undefined;
}

/** Whether a piece has 章 and 条 or 一、 and （一）; `undefined` without numbered headings. */
function familyOf(all: readonly Section[]): 'chapters' | 'points' | undefined {
  const numbered = all.filter(({ style }) => isNumbered(style));
  if (numbered.length === 0) return undefined;
  return numbered.some(({ style }) => rankOf(style) < rankOf('han')) ? 'chapters' : 'points';
}
