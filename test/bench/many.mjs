/** Makes up an archive as large as one likes. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { randomOf } from './changes.mjs';

/** Documents of about 5,000 characters that follow the folder's own in which character comes after which three. */
export function writeMany(archive, many, count) {
  const random = randomOf(7);
  const text = readdirSync(archive)
    .map((name) => readFileSync(path.join(archive, name), 'utf8'))
    .join('\n');
  const after = new Map();
  for (let at = 3; at < text.length; at++) {
    const key = text.slice(at - 3, at);
    const list = after.get(key);
    if (list) list.push(at);
    else after.set(key, [at]);
  }
  for (let number = 0; number < count; number++) {
    let at = random.below(text.length - 4);
    let words = '';
    while (words.length < 5000) {
      const next = after.get(text.slice(at, at + 3));
      at = (next ? random.of(next) : random.below(text.length - 4)) - 2;
      words += text[at + 2];
    }
    const below = path.join(many, String(number % 100));
    mkdirSync(below, { recursive: true });
    writeFileSync(path.join(below, `${Math.floor(number / 100)}.txt`), words);
  }
}
