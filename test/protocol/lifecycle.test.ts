/** The server comes up, says what it can do, and goes when it is told. */
import assert from 'node:assert/strict';
import { TestClient } from './client';

describe('协议：起停', () => {
  it('启动、问候、停止', async () => {
    const client = await TestClient.start();
    const { capabilities } = client.initializeResult ?? {};
    assert.equal(capabilities?.positionEncoding, 'utf-16');
    assert.ok(capabilities?.diagnosticProvider);
    assert.equal(await client.stop(), 0);
  });

  it('打开文稿即可取得诊断', async () => {
    const client = await TestClient.start();
    const uri = await client.open('全区工作会议讲话\n\n二O二四年，全区各项工作稳中有进。\n');
    const diagnostics = await client.diagnostics(uri);
    assert.deepEqual(
      diagnostics.map(({ code, range }) => ({ code, start: range.start })),
      [{ code: 'number/zero', start: { line: 2, character: 0 } }],
    );
    await client.stop();
  });
});
