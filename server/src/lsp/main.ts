/** The server process: `node dist/server.js --stdio` for any editor, Node IPC for the extension. */
import { compileExpressionsAtOnce } from '../machine-code';
import { startServer } from './server';

compileExpressionsAtOnce();
if (process.argv.includes('--stdio')) startServer('stdio');
else if (process.send) startServer('ipc');
else {
  console.error('这是语言服务器，由编辑器启动；在命令行中请用 --stdio。');
  process.exitCode = 2;
}
