/** What VS Code runs as `extensionTestsPath`: the editor tests, with their results written for the script outside. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import * as vscode from 'vscode';
import { EXTENSION } from './support';

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
  for (const file of readdirSync(__dirname)) if (file.endsWith(suffix)) mocha.addFile(path.join(__dirname, file));
  // a notice that comes once would come to any of the tests
  await vscode.extensions.getExtension(EXTENSION)?.activate();
  await vscode.commands.executeCommand('biganzi.silenceProfile');
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} failed`);
}
