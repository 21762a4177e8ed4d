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
const ORDINALS = ['首先', '其次', '再次', '第四', '第五', '第六', '最后'];
export const SHORTEST = 40;
const LONGEST = 200;

/** Around words of the borrower's own within a passage; they are taken away once it is known where they stand. */
const [OWN_START, OWN_END] = ['\uE000', '\uE001'];
const own = (words) => `${OWN_START}${words}${OWN_END}`;

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
  return eachPiece(text, (piece) => {
    const pair = SYNONYMS.find(([word]) => piece.includes(word));
    if (pair) return piece.replace(pair[0], pair[1]);
    const place = 5 + random.below(7);
    if (piece.length < place + 2) return piece;
    return `${piece.slice(0, place)}${random.of(POOL)}${random.of(POOL)}${piece.slice(place + 2)}`;
  });
}

function fewerWords(text, random) {
  return eachPiece(text, (piece) => {
    const place = 5 + random.below(7);
    return piece.slice(0, place) + piece.slice(place + 2);
  });
}

function eachPiece(text, change) {
  let result = '';
  for (let at = 0; at < text.length; at += 15) result += change(text.slice(at, at + 15));
  return result;
}

/** Every word of the table, wherever it stands. */
const allSynonyms = (text) => text.replace(new RegExp(SYNONYMS.map(([word]) => word).join('|'), 'g'), synonymOf);
const synonymOf = (word) => SYNONYMS.find(([other]) => other === word)[1];

const otherMarks = (text, random) =>
  text.replace(/[，；、：]/g, (mark) => random.of(mark === '，' ? ['，', '；', '、', '，'] : ['，', mark, '']));

/** ，to , and 5 to ５. */
const otherWidths = (text) =>
  text.replace(/[，；：！？（）]|\d/g, (mark) =>
    String.fromCharCode(mark.charCodeAt(0) + (/\d/.test(mark) ? 0xfee0 : -0xfee0)),
  );

const otherNames = (text, random) =>
  text.replace(/[\u4e00-\u9fff]{2}(?=[省市县区镇乡局])|国务院|\d+/g, (name) =>
    /\d/.test(name) ? String(1 + random.below(2000)) : random.of(NAMES),
  );

/** 一是…二是… to 首先…其次…, （一） to 1. */
const otherOrdinals = (text) =>
  text
    .replace(
      /([一二三四五六])是|第([一二三四五六])[，、]/g,
      (_, a, b) => `${ORDINALS['一二三四五六'.indexOf(a ?? b)]}，`,
    )
    .replace(/（([一二三四五六])）|([一二三四五六])、/g, (_, a, b) => `${1 + '一二三四五六'.indexOf(a ?? b)}. `);

function within(text, random, words, marks) {
  const places = [...text.matchAll(marks)].map(({ index }) => index).filter((index) => index < text.length - 1);
  const at = places.length > 0 ? random.of(places) : Math.floor(text.length / 2);
  return `${text.slice(0, at + 1)}${words}${text.slice(at + 1)}`;
}

const oneMore = (text, random) => within(text, random, own(`${random.of(CLAUSES)}，`), /[，；]/g);
const longInsertion = (text, random) => within(text, random, own(random.of(SENTENCES)), /[，；。]/g);
const twoLines = (text, random) => within(text, random, '\n　　', /[，；。]/g);

/** The sentences of a passage, or its clauses where it has but one, in another order. */
function otherOrder(text, random) {
  const sentences = text.match(/[^。；]+[。；]?/g);
  const parts = sentences.length > 1 ? sentences : text.match(/[^，、]+[，、]?/g);
  const cut = 1 + random.below(Math.max(1, parts.length - 1));
  return [...parts.slice(cut), ...parts.slice(0, cut)].join('');
}

const ownBetween = (text, random) => text.replace(/[。；](?!$)/g, (mark) => `${mark}${own(random.of(SENTENCES))}`);

/** Every third clause is left out. */
function shortened(text) {
  const clauses = text.match(/[^，。；]+[，。；]?/g);
  const kept = clauses.filter((_, index) => index % 3 !== 2).join('');
  return kept.length >= SHORTEST ? kept : text;
}

const everything = (text, random) => oneMore(otherNames(otherMarks(otherWords(text, random), random), random), random);

/** What is done to a passage, and what passages it is done to. */
export const CHANGES = {
  原样: { change: (text) => text },
  换词: { change: otherWords },
  换名换数: { change: otherNames },
  改标点: { change: otherMarks },
  加一句: { change: oneMore },
  换词换名加一句: { change: everything },
  短的换词换名加一句: { change: everything, longest: 60 },
  近义词全换: { change: allSynonyms },
  删词: { change: fewerWords },
  换全半角: { change: otherWidths },
  换序号: { change: otherOrdinals, from: /[一二三四五六]是|第[一二三四五六][，、]|（[一二三四五六]）/ },
  调换句序: { change: otherOrder, shortest: 80 },
  短的调换句序: { change: otherOrder, longest: 60 },
  拆成两段: { change: twoLines },
  两段并一段: { change: (text) => text.replace(/\s*\n\s*/g, ''), lines: 2 },
  插一长句: { change: longInsertion },
  隔句插话: { change: ownBetween, shortest: 80 },
  缩短: { change: shortened, shortest: 100 },
  四十字半截: { change: (text) => text, longest: SHORTEST, anywhere: true },
};

/** Every place where a passage can be taken from: the beginning of a sentence with enough text behind it. */
function placesOf(file, text) {
  const lines = text.split('\n');
  return lines.flatMap((line, number) =>
    [...line.matchAll(/(?<=^[　\s]*|[。；])[^。；　\s]/g)]
      .filter(({ index }) => [...line.slice(index).replace(/\s/g, '')].length >= SHORTEST)
      .filter(({ index }) => !/[\t]|　{2}/.test(line.slice(index)))
      .map(({ index }) => ({ file, number, line, index, next: lines[number + 1] ?? '' })),
  );
}

/** Words of a document as a change wants them; nothing where this place has none. */
function taken({ line, index, next }, { shortest = SHORTEST, longest = LONGEST, lines, from, anywhere }, random) {
  const rest = line.slice(index);
  const length = shortest + random.below(Math.max(1, longest - shortest));
  if (rest.length < shortest) return undefined;
  const start = anywhere ? random.below(rest.length - length + 1) : 0;
  if (lines === 2) {
    // not so much of one that the other is too short to be called carried over
    const [first, second] = [rest.slice(-LONGEST / 2), next.slice(0, LONGEST / 2).trim()];
    return second.length < SHORTEST / 2 || /[\t]|　{2}/.test(second) ? undefined : `${first}\n${second}`;
  }
  const words = rest.slice(start, start + length).trim();
  return from && !from.test(words) ? undefined : words;
}

/** Where the borrowed words stand among those put in between, as spans of lines that begin at `line` and `start`. */
function placed(marked, line, start) {
  const spans = [];
  let at = { line, character: start };
  for (const part of marked.split(new RegExp(`(\n　*|${OWN_START}[^${OWN_END}]*${OWN_END})`))) {
    if (part.startsWith('\n')) at = { line: at.line + 1, character: part.length - 1 };
    else {
      const isOwn = part.startsWith(OWN_START);
      const end = at.character + part.length - (isOwn ? 2 : 0);
      if (!isOwn && part.length > 0) spans.push({ line: at.line, start: at.character, end });
      at = { line: at.line, character: end };
    }
  }
  return spans;
}

/** So many drafts of our own words, with a few passages of the folder's documents in each. */
export function plantedDrafts(folder, drafts, passages, seed = 20240705) {
  const random = randomOf(seed);
  const places = readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    return placesOf(file, readFileSync(file, 'utf8'));
  });
  const changes = Object.entries(CHANGES);
  let count = 0;
  return Array.from({ length: drafts }, () => {
    const lines = ['在全区工作会议上的讲话', ''];
    const planted = [];
    const ours = () => Array.from({ length: 2 + random.below(3) }, () => random.of(SENTENCES)).join('');
    for (let each = 0; each < passages; each++) {
      const [change, wanted] = changes[count++ % changes.length];
      let place;
      let words;
      do {
        place = random.of(places);
        words = taken(place, wanted, random);
      } while (words === undefined);
      const before = `　　${random.below(2) === 0 ? random.of(SENTENCES) : ''}`;
      const marked = wanted.change(words, random);
      lines.push(`　　${ours()}`);
      const spans = placed(marked, lines.length, before.length);
      const written = marked.replaceAll(OWN_START, '').replaceAll(OWN_END, '');
      lines.push(...`${before}${written}${random.below(2) === 0 ? ours() : ''}`.split('\n'));
      planted.push({ file: place.file, sourceLine: place.number, taken: words, words: written, change, spans });
    }
    return { text: lines.join('\n'), planted };
  });
}
