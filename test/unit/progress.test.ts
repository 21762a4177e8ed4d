/** Progress is shown for long checks only, once for each percent, and always ends. */
import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import type { Connection } from 'vscode-languageserver/node';
import { LongCheck } from '../../server/src/lsp/progress';

function fakeConnection() {
  const said: string[] = [];
  const reporter = {
    begin: (title: string) => said.push(`begin ${title}`),
    report: (percentage: number) => said.push(`${percentage}`),
    done: () => said.push('done'),
  };
  const window = { createWorkDoneProgress: () => Promise.resolve(reporter) };
  return { said, connection: { window } as unknown as Connection };
}

async function run(patience: number, title: string | undefined): Promise<string[]> {
  const { said, connection } = fakeConnection();
  const long = new LongCheck(connection, title, patience);
  for (const done of [0.1, 0.101, 0.2]) {
    long.report(done);
    await setImmediate();
  }
  long.end();
  await setImmediate();
  return said;
}

describe('检查进度', () => {
  it('久的才显示，每个百分点一次', async () =>
    assert.deepEqual(await run(0, '正在检查'), ['begin 正在检查', '10', '20', 'done']));
  it('快的不显示', async () => assert.deepEqual(await run(60_000, '正在检查'), []));
  it('编辑器不显示进度的不显示', async () => assert.deepEqual(await run(0, undefined), []));
});
