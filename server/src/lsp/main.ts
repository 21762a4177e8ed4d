/** The server process: `node dist/server.js --stdio` for any editor, Node IPC for the extension. */
import { startServer } from './server';

startServer(process.argv.includes('--stdio') ? 'stdio' : 'ipc');
