/** The words around a place in a line: those before it in its clause, and the sentence it stands in. */

const CLAUSE_ENDS = '，。；：！？、“”（）,;:()';

/** At most so many characters: a clause that is longer tells nothing. */
const LONGEST = 100;

/** 统筹抓好 before 三项工作; with `beyond`, these marks do not end it. */
export function clauseBefore(text: string, at: number, beyond = ''): string {
  let start = at;
  while (start > 0 && at - start < LONGEST) {
    const before = text[start - 1] ?? '';
    if (CLAUSE_ENDS.includes(before) && !beyond.includes(before)) break;
    start--;
  }
  return text.slice(start, at);
}

/** The sentence around a place. */
export function sentenceAt(text: string, at: number): readonly [number, number] {
  const start = Math.max(...[...'。；！？'].map((stop) => text.lastIndexOf(stop, at))) + 1;
  const rest = /[。；！？]/.exec(text.slice(at));
  return [start, rest ? at + rest.index : text.length];
}
