/** What a borrower does to a passage, and what passages each change is tried on. */
import { readFileSync } from 'node:fs';

const linesOf = (name) =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .trim()
    .split('\n');
const SYNONYMS = linesOf('./synonyms.txt').map((line) => line.split(' '));
export const SENTENCES = linesOf('./sentences.txt');
const CLAUSES = ['特别是在当前形势下', '经区里反复研究', '这一点大家都有体会', '从实际效果来看', '结合我区的情况'];
const NAMES = ['青禾', '云岭', '石桥', '望川', '安阜'];
const POOL = '山水田林路桥春秋东西南北高平远近清明新旧';
const ORDINALS = ['首先', '其次', '再次', '第四', '第五', '第六', '最后'];

/** Around words of the borrower's own within a passage; they are taken away once it is known where they stand. */
export const [OWN_START, OWN_END] = ['\uE000', '\uE001'];
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

/** In characters of its own, without blanks. */
export const SHORTEST = 40;
export const LONGEST = 200;

/** Another word now and then: where a synonym is at hand, that, else two characters that mean nothing. */
function otherWords(text, random) {
  return eachPiece(text, (piece) => {
    const pair = SYNONYMS.find(([word]) => piece.includes(word));
    return pair ? piece.replace(pair[0], pair[1]) : instead(piece, `${random.of(POOL)}${random.of(POOL)}`, random);
  });
}

const fewerWords = (text, random) => eachPiece(text, (piece) => instead(piece, '', random));

/** Two characters of a word are replaced, not digits or marks. */
function instead(piece, word, random) {
  const place = 5 + random.below(7);
  const [before, after] = [piece.slice(0, place), piece.slice(place)];
  return before + after.replace(/\p{Script=Han}{2}/u, word);
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
      /(?<![\u4e00-\u9fff、])(?:([一二三四五六])是|第([一二三四五六])[，、])/g,
      (_, a, b) => `${ORDINALS['一二三四五六'.indexOf(a ?? b)]}，`,
    )
    .replace(
      /（([一二三四五六])）|(?<![\u4e00-\u9fff、])([一二三四五六])、/g,
      (_, a, b) => `${1 + '一二三四五六'.indexOf(a ?? b)}. `,
    );

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
const shortened = (text) =>
  text
    .match(/[^，。；]+[，。；]?/g)
    .filter((_, index) => index % 3 !== 2)
    .join('');

const everything = (text, random) => oneMore(otherNames(otherMarks(otherWords(text, random), random), random), random);

const asItStands = (text) => text;

/**
 * What is done to a passage, and what passages it is done to. A passage has 40 to 200 characters of its own, or what is said
 * here; it begins with a sentence, or `anywhere`. `times`: so many more of this kind than of another. Kinds with a `harder`
 * ask for more than a passage carried over in whole or nearly, and say why.
 */
export const CHANGES = {
  原样: { change: asItStands },
  任意处四十字: { change: asItStands, longest: SHORTEST, anywhere: true, times: 4 },
  任意处: { change: asItStands, anywhere: true, times: 4 },
  任意处跨段: { change: asItStands, anywhere: true, lines: 2 },
  改标点: { change: otherMarks },
  换全半角: { change: otherWidths },
  换序号: { change: otherOrdinals, from: /[一二三四五六]是|第[一二三四五六][，、]|（[一二三四五六]）/ },
  换名换数: { change: otherNames },
  近义词全换: { change: allSynonyms },
  换词: { change: otherWords },
  删词: { change: fewerWords },
  加一句: { change: oneMore },
  插一长句: { change: longInsertion },
  拆成两段: { change: twoLines },
  两段并一段: { change: (text) => text.replace(/\s*\n\s*/g, ''), lines: 2 },
  缩短: { change: shortened, shortest: 100 },
  调换句序: { change: otherOrder, shortest: 80 },
  短的调换句序: { change: otherOrder, longest: 60, harder: '两截各约二十字，单看同碰巧相同的一样短' },
  隔句插话: { change: ownBetween, shortest: 80, harder: '每句单独成处，各约二十字' },
  换词换名加一句: { change: everything, harder: '几样改法同时用' },
  短的换词换名加一句: { change: everything, longest: 60, harder: '几样改法同时用' },
};
