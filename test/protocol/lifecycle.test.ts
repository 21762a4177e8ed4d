/** The server comes up, says what it can do, survives what is no request, and goes when it is told. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { ErrorCodes, LSPErrorCodes, type ResponseError } from 'vscode-languageserver-protocol/node';
import { TestClient } from './client';

const codeOf = (code: number) => (error: ResponseError) => error.code === code;

describe('协议：起停', () => {
  it('启动、问候、停止', async () => {
    const client = await TestClient.start();
    const { capabilities } = client.initializeResult ?? {};
    assert.equal(capabilities?.positionEncoding, 'utf-16');
    assert.ok(capabilities?.diagnosticProvider);
    assert.equal(await client.stop(), 0);
  });

  it('经Node IPC也一样', async () => {
    const client = await TestClient.start({ transport: 'ipc' });
    const uri = await client.open('二O二四年，全区各项工作稳中有进。');
    assert.equal((await client.diagnostics(uri)).length, 1);
    assert.equal(await client.stop(), 0);
  });

  it('没有编辑器时说明用法', () => {
    const server = path.resolve(process.env.BIGANZI_SERVER ?? 'dist/server.js');
    const { status, stderr } = spawnSync(process.execPath, [server], { encoding: 'utf8' });
    assert.equal(status, 2);
    assert.match(stderr, /由编辑器启动/);
  });

  it('未经停止而退出，状态为1', async () => {
    const client = await TestClient.start();
    const exited = once(client.process, 'exit');
    await client.connection.sendNotification('exit');
    assert.deepEqual(await exited, [1, null]);
  });

  it('编辑器断开即退出', async () => {
    const client = await TestClient.start();
    const exited = once(client.process, 'exit');
    client.process.stdin?.end();
    assert.deepEqual(await exited, [1, null]);
  });

  it('问候之前的请求被拒绝', async () => {
    const client = TestClient.spawn();
    await assert.rejects(client.connection.sendRequest('textDocument/hover', {}), codeOf(ErrorCodes.MethodNotFound));
    client.process.kill();
  });

  it('问候两次被拒绝', async () => {
    const client = await TestClient.start();
    await assert.rejects(
      client.connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} }),
      codeOf(ErrorCodes.InvalidRequest),
    );
    await client.stop();
  });

  it('未知请求、缺参数的请求和未打开的文稿得到错误，服务照常', async () => {
    const client = await TestClient.start();
    const { connection } = client;
    await assert.rejects(connection.sendRequest('biganzi/unknown', {}), codeOf(ErrorCodes.MethodNotFound));
    await assert.rejects(connection.sendRequest('textDocument/hover', null));
    await assert.rejects(connection.sendRequest('biganzi/fixAll', 3));
    await assert.rejects(
      connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri: 'file:///drafts/无.gw' } }),
      codeOf(LSPErrorCodes.RequestFailed),
    );
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: 'file:///drafts/无.gw', version: 2 },
      contentChanges: [{ text: '' }],
    });
    assert.deepEqual(await client.diagnostics('file:///drafts/无.gw'), []);
    await client.stop();
  });

  it('不成JSON的消息不致崩溃', async () => {
    const client = await TestClient.start();
    const uri = await client.open('二O二四年，全区各项工作稳中有进。');
    client.process.stdin?.write('Content-Length: 7\r\n\r\n{"id":}');
    assert.equal((await client.diagnostics(uri)).length, 1);
    await client.stop();
  });
});
