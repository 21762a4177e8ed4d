/** The server dies and comes back; after repeated deaths the extension says so and waits for the writer. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { api, closeAll, eventually, found, gone, open } from './support';

/** The process of the server that this extension host started. */
function serverProcess(): number | undefined {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  for (const line of lines) {
    const [pid, parent, ...args] = line.trim().split(/\s+/);
    if (
      Number(parent) === process.pid &&
      args.join(' ').includes('biganzi') &&
      args.some((arg) => /server\.js$/.test(arg))
    )
      return Number(pid);
  }
  return undefined;
}

async function killServer(): Promise<number> {
  const pid = await eventually('the server process', serverProcess);
  process.kill(pid, 'SIGKILL');
  await eventually('the process gone', () => serverProcess() !== pid);
  return pid;
}

describe('服务', () => {
  afterEach(closeAll);

  before(function () {
    if (process.platform === 'win32') this.skip();
  });

  it('意外终止后自行恢复，接着检查', async () => {
    const editor = await open('讲话稿.gw');
    const { document } = editor;
    const { range } = await found(document.uri, 'number/zero');
    const { serverState } = await api();
    const pid = await killServer();
    await eventually('a new server', () => serverState() === 'running' && serverProcess() !== undefined);
    assert.notEqual(serverProcess(), pid);
    await editor.edit((edit) => edit.replace(range, '二〇二五'));
    await gone(document.uri, 'number/zero');
    await editor.edit((edit) => edit.insert(new vscode.Position(5, 4), ','));
    await found(document.uri, 'punctuation/half-width');
  });

  it('反复终止后不再自行启动，“重启服务”恢复', async () => {
    const { document } = await open('讲话稿.gw');
    await found(document.uri, 'number/zero');
    const { serverState, statusOf } = await api();
    while (serverState() !== 'failed') {
      await killServer();
      await eventually('an end or a new server', () => {
        if (serverState() === 'failed') return true;
        return serverState() === 'running' && serverProcess() !== undefined;
      });
    }
    await vscode.commands.executeCommand('biganzi.restart');
    await eventually('running', () => serverState() === 'running');
    await eventually('a status', () => statusOf(document.uri));
    await found(document.uri, 'number/zero');
    await vscode.commands.executeCommand('biganzi.fixAll');
    assert.ok(document.getText().includes('二〇二五年三月'));
  });
});
