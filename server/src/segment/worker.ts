/** Runs nodejieba in a thread of its own: reading its dictionary takes about a second, in which the server stays awake. */
import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { FromWorker, ToWorker, WorkerData } from './background';

/** What is used of the addon; its own loader expects the layout of the npm package, so it is bypassed. */
interface Addon {
  load(dictionary: string, model: string, userDictionary: string, weights: string, stopWords: string): boolean;
  tag(text: string): { readonly word: string; readonly tag: string }[];
  insertWord(word: string, tag: string): boolean;
}

const { folder } = workerData as WorkerData;

/**
 * The dictionaries in the order that the addon takes them. It wants all five; weights and stop words serve the extraction
 * of keywords, which is not used, and hold one line each.
 */
const DICTIONARIES = ['jieba.dict.utf8', 'hmm_model.utf8', 'user.dict.utf8', 'idf.utf8', 'stop_words.utf8'] as const;

function load(): Addon {
  const files = DICTIONARIES.map((name) => path.join(folder, 'dict', name)) as [string, string, string, string, string];
  // A missing or empty file would end the whole process inside the addon.
  for (const file of files) if (statSync(file).size === 0) throw new Error(`${path.basename(file)} is empty`);
  const binary = path.join(folder, `${process.platform}-${process.arch}`, 'nodejieba.node');
  const addon = createRequire(__filename)(binary) as Addon;
  addon.load(...files);
  return addon;
}

const port = parentPort;
if (!port) throw new Error('This file is the entry of a worker thread.');
const post = (message: FromWorker) => port.postMessage(message);

const addon = load();
port.on('message', ({ id, texts, learnt }: ToWorker) => {
  for (const [word, tag] of learnt) addon.insertWord(word, tag);
  const words = texts.map((text) => addon.tag(text).map(({ word, tag }): [number, string] => [word.length, tag]));
  post({ id, words });
});
post('ready');
