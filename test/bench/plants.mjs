/** Plants passages of other documents in drafts, as they stand or changed the way a borrower changes them. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const linesOf = (name) =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .trim()
    .split('\n');
const SYNONYMS = linesOf('./synonyms.txt').map((line) => line.split(' '));
const SENTENCES = linesOf('./sentences.txt');
const CLAUSES = ['特别是在当前形势下', '经区里反复研究', '这一点大家都有体会', '从实际效果来看', '结合我区的情况'];
const NAMES = ['青禾', '云岭', '石桥', '望川', '安阜'];
const POOL = '山水田林路桥春秋东西南北高平远近清明新旧';
export const SHORTEST = 40;
const LONGEST = 200;

/** The same numbers each time: mulberry32. */
export function randomOf(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit) => Math.floor(next() * limit);
  return { below, of: (list) => list[below(list.length)] };
}

/** Another character now and then: where a synonym is at hand, that, else two characters that mean nothing. */
function otherWords(text, random) {
  let result = '';
  for (let at = 0; at < text.length; at += 15) {
    const piece = text.slice(at, at + 15);
    const pair = SYNONYMS.find(([word]) => piece.includes(word));
    const place = 5 + random.below(7);
    if (pair) result += piece.replace(pair[0], pair[1]);
    else if (piece.length < place + 2) result += piece;
    else result += `${piece.slice(0, place)}${random.of(POOL)}${random.of(POOL)}${piece.slice(place + 2)}`;
  }
  return result;
}

const otherMarks = (text, random) =>
  text.replace(/[，；、：]/g, (mark) => random.of(mark === '，' ? ['，', '；', '、', '，'] : ['，', mark, '']));

const otherNames = (text, random) =>
  text.replace(/[\u4e00-\u9fff]{2}(?=[省市县区镇乡局])|国务院|\d+/g, (name) =>
    /\d/.test(name) ? String(1 + random.below(2000)) : random.of(NAMES),
  );

function oneMore(text, random) {
  const commas = [...text.matchAll(/[，；]/g)].map(({ index }) => index);
  const at = commas.length > 0 ? random.of(commas) : Math.floor(text.length / 2);
  return `${text.slice(0, at + 1)}${random.of(CLAUSES)}，${text.slice(at + 1)}`;
}

/** What is done to a passage. */
export const CHANGES = {
  原样: (text) => text,
  换词: otherWords,
  换名换数: otherNames,
  改标点: otherMarks,
  加一句: oneMore,
  换词换名加一句: (text, random) => oneMore(otherNames(otherMarks(otherWords(text, random), random), random), random),
};

/** Every place where a passage can be taken from: the beginning of a sentence with enough text behind it on its line. */
function placesOf(file, text) {
  return text.split('\n').flatMap((line, number) =>
    [...line.matchAll(/(?<=^[　\s]*|[。；])[^。；　\s]/g)]
      .filter(({ index }) => [...line.slice(index).replace(/\s/g, '')].length >= SHORTEST)
      .filter(({ index }) => !/[\t]|　{2}/.test(line.slice(index)))
      .map(({ index }) => ({ file, number, line, index })),
  );
}

/** So many drafts of our own words, with a few passages of the folder's documents in each. */
export function plantedDrafts(folder, drafts, passages) {
  const random = randomOf(20240705);
  const places = readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    return placesOf(file, readFileSync(file, 'utf8'));
  });
  const changes = Object.entries(CHANGES);
  let count = 0;
  return Array.from({ length: drafts }, () => {
    const lines = ['在全区工作会议上的讲话', ''];
    const planted = [];
    const own = () => Array.from({ length: 2 + random.below(3) }, () => random.of(SENTENCES)).join('');
    for (let each = 0; each < passages; each++) {
      const { file, number, line, index } = random.of(places);
      const length = SHORTEST + random.below(LONGEST - SHORTEST);
      const taken = line.slice(index, index + length).trim();
      const [change, apply] = changes[count++ % changes.length];
      const before = `　　${random.below(2) === 0 ? random.of(SENTENCES) : ''}`;
      const words = apply(taken, random);
      lines.push(`　　${own()}`, `${before}${words}${random.below(2) === 0 ? own() : ''}`);
      planted.push({
        file,
        sourceLine: number,
        taken,
        words,
        change,
        line: lines.length - 1,
        start: before.length,
        end: before.length + words.length,
      });
    }
    return { text: lines.join('\n'), planted };
  });
}
