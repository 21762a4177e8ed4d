/** What VS Code runs as `extensionTestsPath`: the editor tests, with their results written for the script outside. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import * as vscode from 'vscode';
import { EXTENSION } from './support';

/** What only the first draft of all shows is tested before any other. */
const FIRST = 'first-draft';

function firstFirst(a: string, b: string): number {
  return Number(b.startsWith(FIRST)) - Number(a.startsWith(FIRST));
}

export async function run(): Promise<void> {
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 30_000,
    reporter: path.join(__dirname, '../../../test/reporter.cjs'),
    ...(process.env.BIGANZI_GREP ? { grep: process.env.BIGANZI_GREP } : {}),
  });
  Mocha.reporters.Base.consoleLog = (...args: unknown[]) => {
    for (const line of format(...args).split('\n')) console.log(`[tests] ${line}`);
  };
  const suffix = process.env.BIGANZI_RESTRICTED ? '.restricted.js' : '.test.js';
  const files = readdirSync(__dirname).filter((file) => file.endsWith(suffix));
  for (const file of files.sort(firstFirst)) mocha.addFile(path.join(__dirname, file));
  await vscode.extensions.getExtension(EXTENSION)?.activate();
  // a notice that comes once would come to any of the tests
  mocha.suite.beforeEach(async function () {
    if (this.currentTest?.file?.includes(FIRST) !== true)
      await vscode.commands.executeCommand('biganzi.silenceProfile');
  });
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} failed`);
}
