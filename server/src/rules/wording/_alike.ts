/** Tells which characters are taken for one another: they sound alike, or they look alike. */
import { prepared } from '../prepared';
import { readTable } from '../table';

interface Likeness {
  /** Of a character its sounds, each one code unit; 张 and 脏, 因 and 英 have one sound here. */
  readonly sounds: ReadonlyMap<string, string>;
  readonly shapes: ReadonlyMap<string, string>;
}

/** Bits of the table of pairs; a power of two. */
const BITS = 1 << 22;

const likenessOf = prepared('likeness', readLikeness);
const pairsAlike = prepared('alike', readPairs);

/** A quick answer for two code units: false is certain, true is not. */
export function mayBeAlike(one: number, other: number): boolean {
  const pairs = pairsAlike();
  const bit = bitOf(one, other);
  return ((pairs[bit >> 5] ?? 0) & (1 << (bit & 31))) !== 0;
}

/** True when a hand or an eye that means one of them may well come to the other. */
export function areAlike(one: string, other: string): boolean {
  const { sounds, shapes } = likenessOf();
  if (shapes.get(one)?.includes(other) || shapes.get(other)?.includes(one)) return true;
  const others = sounds.get(other);
  if (others === undefined) return false;
  for (const sound of sounds.get(one) ?? '') if (others.includes(sound)) return true;
  return false;
}

/** All characters that are taken for another. */
export function* charactersAlike(): Iterable<string> {
  const likeness = likenessOf();
  yield* likeness.sounds.keys();
  for (const [character, others] of likeness.shapes) {
    yield character;
    yield* others;
  }
}

function readLikeness(): Likeness {
  const sounds = new Map<string, string>();
  const units = new Map<string, string>();
  for (const fields of readTable('wording/sounds')) {
    const sound = fields('音')
      .replace(/^([zcs])h/, '$1')
      .replace(/ng$/, 'n');
    const unit = units.get(sound) ?? String.fromCharCode(0x21 + units.size);
    units.set(sound, unit);
    for (const character of fields('字')) sounds.set(character, (sounds.get(character) ?? '') + unit);
  }
  return { sounds, shapes: new Map(readTable('wording/shapes').map((fields) => [fields('字'), fields('形近字')])) };
}

/** The same for both orders. */
function bitOf(one: number, other: number): number {
  const hash = Math.imul(one + other, 0x9e3779b1) ^ Math.imul(one ^ other, 0x85ebca6b);
  return (hash ^ (hash >>> 13)) & (BITS - 1);
}

function readPairs(): Int32Array {
  const likeness = likenessOf();
  const table = new Int32Array(BITS >> 5);
  const add = (one: string, other: string) => {
    const bit = bitOf(one.charCodeAt(0), other.charCodeAt(0));
    table[bit >> 5] = (table[bit >> 5] ?? 0) | (1 << (bit & 31));
  };
  const bySound = new Map<string, string[]>();
  for (const [character, sounds] of likeness.sounds)
    for (const sound of sounds) {
      const same = bySound.get(sound) ?? [];
      for (const other of same) add(character, other);
      same.push(character);
      bySound.set(sound, same);
    }
  for (const [character, others] of likeness.shapes) for (const other of others) add(character, other);
  return table;
}
