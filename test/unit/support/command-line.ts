/** Runs the command line as a user does: a process of its own, in a folder of its own. */
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

let program: string | undefined;

/** The bundled command line; built once for a run of the tests. */
function built(): string {
  if (program === undefined) {
    program = path.resolve('out/test/cli.js');
    buildSync({
      entryPoints: ['server/src/cli.ts'],
      outfile: program,
      bundle: true,
      platform: 'node',
      target: 'node20',
      external: ['nodejieba'],
      logLevel: 'error',
    });
  }
  return program;
}

/** Runs `biganzi …args` in a folder; `input` is its standard input. */
export function biganzi(folder: string, args: readonly string[], input?: Buffer | string): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [built(), ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    ...(input === undefined ? {} : { input }),
  });
  return { status, stdout, stderr };
}

/** Starts `biganzi …args`, which runs until the test is over. */
export function startBiganzi(args: readonly string[]): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [built(), ...args], { timeout: 10_000 });
}

/** A new empty folder for each test of the suite that calls this, removed behind it. */
export function temporaryFolder(): () => string {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'biganzi-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return () => folder;
}
