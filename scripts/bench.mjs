/**
 * Measures the built server over its standard streams: process start to first findings, edit to findings in drafts of
 * 10,000 and 80,000 characters, and the outline and a move in drafts of 1,000 headings. Prints one line for each; with `--strict` the status is 1 when a bound is missed.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { draftOf, draftWith } from '../test/bench/draft.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const server = process.env.BIGANZI_SERVER ?? path.join(root, 'dist/server.js');
const BOUNDS = { start: 300, small: 5, large: 12, outline: 50, move: 100 };
const STARTS = 7;
const WARM_UP = 100;
const EDITS = 400;
const URI = 'file:///drafts/讲话稿.gw';

async function start() {
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.onRequest('workspace/configuration', ({ items }) => items.map(() => null));
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
      textDocument: { diagnostic: { relatedInformation: true } },
    },
  });
  connection.sendNotification('initialized', {});
  const open = (text) =>
    connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: URI, languageId: 'gongwen', version: 1, text },
    });
  const change = (version, contentChanges) =>
    connection.sendNotification('textDocument/didChange', { textDocument: { uri: URI, version }, contentChanges });
  const pull = (previousResultId) =>
    connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: URI }, previousResultId });
  const ask = (method, params) => connection.sendRequest(method, { textDocument: { uri: URI }, uri: URI, ...params });
  const stop = async () => {
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    connection.dispose();
  };
  return { open, change, pull, ask, stop };
}

async function measureStart() {
  const text = draftOf(3000);
  const times = [];
  for (let round = 0; round < STARTS; round++) {
    const began = performance.now();
    const { open, pull, stop } = await start();
    open(text);
    await pull();
    times.push(performance.now() - began);
    await stop();
  }
  return times;
}

/** Types characters, splits and joins lines, writes and removes faults, all over the draft. */
function edits(lines) {
  return Array.from({ length: WARM_UP + EDITS }, (_, index) => {
    const line = (index * 37) % (lines - 2);
    const at = { line, character: 2 };
    const typed = ['新', '，', '二O二四年', '\n', '（一）'][index % 5];
    const end = typed === '\n' ? { line: line + 1, character: 0 } : { line, character: 2 + typed.length };
    return [[{ range: { start: at, end: at }, text: typed }], [{ range: { start: at, end }, text: '' }]];
  }).flat();
}

async function measureEdits(characters) {
  const text = draftOf(characters);
  const { open, change, pull, stop } = await start();
  open(text);
  const opened = performance.now();
  let { resultId, items } = await pull();
  const first = performance.now() - opened;
  const findings = items.length;
  const times = [];
  let version = 1;
  for (const contentChanges of edits(text.split('\n').length)) {
    const began = performance.now();
    change(++version, contentChanges);
    const answer = await pull(resultId);
    times.push(performance.now() - began);
    resultId = answer.resultId;
  }
  await stop();
  return { times: times.slice(WARM_UP * 2), findings, first, length: text.length };
}

const STRUCTURE_ROUNDS = 40;

/** An edit, the outline right behind it, and the edits of a move. */
async function measureStructure(characters) {
  const text = draftWith(1000, characters);
  const { open, change, ask, stop } = await start();
  open(text);
  const outlines = [];
  const moves = [];
  const { nodes } = await ask('biganzi/outline');
  const sections = nodes.flatMap(({ children }) => children);
  for (let round = 0; round < STRUCTURE_ROUNDS; round++) {
    const { line } = sections[(round * 37) % (sections.length - 1)];
    const end = { line: line + 1, character: 2 };
    let began = performance.now();
    change(round + 2, [{ range: { start: end, end }, text: '新' }]);
    await ask('biganzi/outline', { points: false });
    outlines.push(performance.now() - began);
    began = performance.now();
    await ask('biganzi/structure', { operation: { type: 'down', lines: [line] } });
    moves.push(performance.now() - began);
  }
  await stop();
  return { outlines: outlines.slice(5), moves: moves.slice(5), length: text.length };
}

function percentile(times, share) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

const ms = (time) => `${time.toFixed(1)} ms`;
let missed = 0;
function bound(time, limit) {
  if (time > limit) missed++;
  return `${ms(time)}（目标 ≤ ${limit} ms${time > limit ? '，未达到' : ''}）`;
}

const starts = await measureStart();
console.log(
  `进程启动到首批问题：中位数 ${bound(percentile(starts, 0.5), BOUNDS.start)}，最慢 ${ms(Math.max(...starts))}`,
);
for (const [characters, limit] of [
  [10_000, BOUNDS.small],
  [80_000, BOUNDS.large],
]) {
  const { times, findings, first, length } = await measureEdits(characters);
  console.log(
    `编辑到问题，${length} 字的文稿（${findings} 处问题）：p50 ${ms(percentile(times, 0.5))}，p95 ${bound(percentile(times, 0.95), limit)}，最慢 ${ms(Math.max(...times))}；首次检查 ${ms(first)}`,
  );
}
for (const characters of [80_000, 1_000_000]) {
  const { outlines, moves, length } = await measureStructure(characters);
  console.log(
    `1000个标题、${length} 字：编辑到大纲 p50 ${bound(percentile(outlines, 0.5), BOUNDS.outline)}，p95 ${ms(percentile(outlines, 0.95))}；移动一节 p50 ${bound(percentile(moves, 0.5), BOUNDS.move)}，p95 ${ms(percentile(moves, 0.95))}`,
  );
}
if (missed > 0 && process.argv.includes('--strict')) process.exitCode = 1;
