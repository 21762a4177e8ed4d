/** Plants passages of other documents in drafts of our own words, as they stand or changed the way a borrower changes them. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CHANGES, LONGEST, OWN_END, OWN_START, randomOf, SENTENCES, SHORTEST } from './changes.mjs';

/** Beginnings of sentences. */
const BEGINNING = /(?<=^[　\s]*|[。；])[^。；　\s]/g;

/** So many words in a row that so many documents have are a formula; the product asks for half of that. */
const COMMON_RUN = 12;
const COMMON_DOCUMENTS = 9;

/** The documents of a folder, and which characters of a text are its own: no blanks, and in no formula. */
export class Archive {
  #normalText;
  #formulasIn;
  #known = new Set();
  documents;

  /** @param product what the product takes for the words of a text, and for formulas */
  constructor(folder, { normalText, formulasIn }) {
    this.#normalText = normalText;
    this.#formulasIn = formulasIn;
    const texts = readdirSync(folder).map((name) => {
      const file = path.join(folder, name);
      const text = readFileSync(file, 'utf8');
      return { file, text, letters: lettersOf(text), words: this.#wordsOf(text) };
    });
    const counts = new Map();
    for (const { words } of texts)
      for (const run of new Set(runsOf(words))) counts.set(run, (counts.get(run) ?? 0) + 1);
    for (const [run, count] of counts) if (count >= COMMON_DOCUMENTS) this.#known.add(run);
    this.documents = texts.map(({ file, text, letters }) => ({ file, text, letters, own: this.#ownIn(text) }));
  }

  /** How many characters of a text are its own. */
  ownOf(text) {
    const own = this.#ownIn(text);
    return sumOf(own, 0, own.length);
  }

  /** Documents that have all these words: one is as good a source as the other. */
  documentsWith(text) {
    const letters = lettersOf(text);
    return this.documents.filter((document) => document.letters.includes(letters)).map(({ file }) => file);
  }

  #wordsOf(text) {
    return Array.from(this.#normalText(text).units, (unit) => String.fromCharCode(unit)).join('');
  }

  #ownIn(text) {
    const own = Uint8Array.from({ length: text.length }, (_, at) => (/\s/.test(text[at]) ? 0 : 1));
    const { units, offsets, ends } = this.#normalText(text);
    const common = runsOf(this.#wordsOf(text)).flatMap((run, start) =>
      this.#known.has(run) ? [{ start, end: start + COMMON_RUN }] : [],
    );
    for (const { start, end } of [...this.#formulasIn(units), ...common]) own.fill(0, offsets[start], ends[end - 1]);
    return own;
  }
}

const lettersOf = (text) => text.replace(/[^\p{L}\p{N}]/gu, '');

function runsOf(words) {
  return Array.from({ length: Math.max(0, words.length - COMMON_RUN + 1) }, (_, at) =>
    words.slice(at, at + COMMON_RUN),
  );
}

function sumOf(own, start, end) {
  let sum = 0;
  for (let at = start; at < end; at++) sum += own[at];
  return sum;
}

/** Every line that a passage can be taken from, and where the sentences in it begin. */
function linesOf({ file, text, own }) {
  let lineStart = 0;
  return text.split('\n').flatMap((line) => {
    const start = lineStart;
    lineStart += line.length + 1;
    const beginnings = [...line.matchAll(BEGINNING)].map(({ index }) => start + index);
    const isLong = beginnings.length > 0 && sumOf(own, start, start + line.length) >= SHORTEST;
    return isLong ? [{ file, text, own, beginnings, start, end: start + line.length }] : [];
  });
}

/** Words of a line as a change wants them; nothing where this line has none. */
function taken({ text, own, start, end: lineEnd, beginnings }, wanted, random) {
  const { shortest = SHORTEST, longest = LONGEST, lines = 1, from, anywhere } = wanted;
  const first = anywhere ? start + random.below(lineEnd - start) : random.of(beginnings);
  const length = shortest + random.below(longest - shortest + 1);
  if (lines === 2) return takenOfTwo({ text, own, first, lineEnd }, length);
  const end = endOf(own, first, lineEnd, length);
  if (sumOf(own, first, end) < shortest) return undefined;
  const words = text.slice(first, end).trim();
  return from && !from.test(words) ? undefined : words;
}

/** The end of one line and the beginning of the next: neither so short that it is called carried over by nobody. */
function takenOfTwo({ text, own, first, lineEnd }, length) {
  const nextEnd = text.indexOf('\n', lineEnd + 1);
  if (nextEnd < 0) return undefined;
  const start = Math.max(first, lineEnd - LONGEST / 2);
  const end = endOf(own, lineEnd + 1, nextEnd, Math.ceil(length / 2));
  const isLong = [sumOf(own, start, lineEnd), sumOf(own, lineEnd, end)].every((sum) => sum >= SHORTEST / 2);
  return isLong ? text.slice(start, end).trim() : undefined;
}

/** So many characters farther on that belong to no formula. */
function endOf(own, start, limit, length) {
  let end = start;
  for (let sum = 0; end < limit && sum < length; end++) sum += own[end];
  return end;
}

/** Where the borrowed words stand among those put in between, as spans of lines that begin at `line` and `start`. */
function placed(marked, line, start) {
  const spans = [];
  let at = { line, character: start };
  for (const part of marked.split(new RegExp(`(\n[　 ]*|${OWN_START}[^${OWN_END}]*${OWN_END})`))) {
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

const withoutOwn = (marked) => marked.replace(new RegExp(`${OWN_START}[^${OWN_END}]*${OWN_END}`, 'g'), '');

/** A passage changed as is wanted; what is left of it has enough of its own still. */
function changed(archive, places, wanted, random) {
  for (;;) {
    const place = random.of(places);
    const words = taken(place, wanted, random);
    if (words === undefined) continue;
    const marked = wanted.change(words, random);
    const own = archive.ownOf(withoutOwn(marked));
    if (own >= SHORTEST) return { file: place.file, taken: words, marked, own };
  }
}

/** So many drafts of our own words, with a few passages of the documents in each. */
export function plantedDrafts(archive, drafts, passages, seed) {
  const random = randomOf(seed);
  const places = archive.documents.flatMap(linesOf);
  const changes = Object.entries(CHANGES).flatMap((entry) => Array.from({ length: entry[1].times ?? 1 }, () => entry));
  let count = 0;
  return Array.from({ length: drafts }, () => {
    const lines = ['在全区工作会议上的讲话', ''];
    const planted = [];
    const ours = () => Array.from({ length: 2 + random.below(3) }, () => random.of(SENTENCES)).join('');
    for (let each = 0; each < passages; each++) {
      const [change, wanted] = changes[count++ % changes.length];
      const { file, taken, marked, own } = changed(archive, places, wanted, random);
      const before = `　　${random.below(2) === 0 ? random.of(SENTENCES) : ''}`;
      lines.push(`　　${ours()}`);
      const spans = placed(marked, lines.length, before.length);
      const words = marked.replaceAll(OWN_START, '').replaceAll(OWN_END, '');
      lines.push(...`${before}${words}${random.below(2) === 0 ? ours() : ''}`.split('\n'));
      planted.push({ file, taken, words, change, spans, own });
    }
    return { text: lines.join('\n'), planted };
  });
}
