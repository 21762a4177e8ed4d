/** Measures how fast all rules read the texts of a folder, with the segmenter loaded; run by `scripts/bench-rules.mjs`. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readDraft } from '../../server/src/document/read';
import { Checker } from '../../server/src/rules/engine';
import { RULES } from '../../server/src/rules/registry';
import type { Rule } from '../../server/src/rules/types';
import { BackgroundSegmenter } from '../../server/src/segment/background';
import { Words } from '../../server/src/service/words';

const ROUNDS = 7;
const SHOWN = 40;

const [folder = '', segmenterFolder = '', detail] = process.argv.slice(2);
const texts = readdirSync(folder)
  .filter((name) => /\.(txt|md|gw)$/.test(name))
  .map((name) => readFileSync(path.join(folder, name), 'utf8'));

/** Milliseconds of one text by what they went into; the least of all rounds counts, for the machine has other work. */
const least = texts.map(() => new Map<string, number>());

async function measure(): Promise<void> {
  const segmenter = new BackgroundSegmenter(segmenterFolder);
  await segmenter.segment(['热身']);
  for (let round = 0; round < ROUNDS; round++) {
    const words = new Words(segmenter);
    for (const [index, text] of texts.entries()) {
      const spent = new Map<string, number>();
      const active = RULES.map((rule) => ({
        rule: detail ? timed(rule, spent) : rule,
        severity: rule.severity,
        options: Object.fromEntries(
          Object.entries(rule.options ?? {}).map(([name, { default: value }]) => [name, value]),
        ),
      }));
      const began = performance.now();
      const draft = readDraft(text);
      const read = performance.now();
      const checker = new Checker(active, words.of);
      const { pending } = checker.check(draft);
      const checked = performance.now();
      await words.find(pending);
      if (pending.length > 0) checker.check(draft);
      const done = performance.now();
      spent
        .set('read', read - began)
        .set('rules', checked - read)
        .set('words', done - checked);
      for (const [what, time] of spent)
        least[index]?.set(what, Math.min(time, least[index]?.get(what) ?? Number.POSITIVE_INFINITY));
    }
  }
  await segmenter.dispose();
}

function timed<R extends Rule>(rule: R, spent: Map<string, number>): R {
  const check = (...args: never[]): unknown => {
    const began = performance.now();
    const found = [...(rule.check as (...args: never[]) => Iterable<unknown>)(...args)];
    spent.set(rule.id, (spent.get(rule.id) ?? 0) + performance.now() - began);
    return found;
  };
  return { ...rule, check };
}

function report(): void {
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  const total = (what: string) => least.reduce((sum, spent) => sum + (spent.get(what) ?? 0), 0);
  const [read, rules, words] = [total('read'), total('rules'), total('words')];
  const speed = (time: number) => (characters / time / 1000).toFixed(2);
  const ms = (time: number) => time.toFixed(0);
  console.log(`字数 ${characters}；读 ${ms(read)} 毫秒，查 ${ms(rules)} 毫秒，分词和再查 ${ms(words)} 毫秒`);
  console.log(`每秒 ${speed(read + rules)} 百万字；连分词 ${speed(read + rules + words)} 百万字`);
  if (!detail) return;
  const times = RULES.map(({ id }) => [id, total(id)] as const).sort(([, a], [, b]) => b - a);
  for (const [id, time] of times.slice(0, SHOWN)) console.log(`${time.toFixed(1).padStart(8)}  ${id}`);
}

void measure().then(report);
