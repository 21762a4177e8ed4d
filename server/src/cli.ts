#!/usr/bin/env node
/** The command line: the same service as in the editor. */
import { readFileSync } from 'node:fs';
import { readDraft } from './document/read';
import type { OutlineNode } from './document/types';
import { Checker } from './rules/engine';
import { toDiagnostic } from './service/diagnostics';
import { activeRules, DEFAULT_SETTINGS } from './service/settings';

const [command, ...rest] = process.argv.slice(2);
const files = rest.filter((argument) => /\.(?:txt|md|gw)$/.test(argument));
const checker = new Checker(activeRules(DEFAULT_SETTINGS));

function plain({ level, number, title, line, endLine, inline, children }: OutlineNode): unknown {
  return { level, number, title, line, endLine, inline, children: children.map(plain) };
}

const answer = files.map((file) => {
  const text = readFileSync(file, 'utf8');
  const draft = readDraft(text);
  if (command === 'outline') return { file, outline: draft.outline.map(plain) };
  if (command === 'roles') {
    return {
      file,
      kind: draft.kind,
      pieces: draft.pieces,
      roles: draft.blocks.map(({ role, element, text: line }) => `${role}${element ? `/${element}` : ''} ${line}`),
    };
  }
  const { reports, failures } = checker.check(draft);
  for (const [id, error] of failures) console.error(id, error);
  return {
    file,
    kind: draft.kind,
    characters: text.length,
    diagnostics: reports.map((report) => toDiagnostic(draft, report)),
  };
});
console.log(JSON.stringify({ version: 1, files: answer }));
