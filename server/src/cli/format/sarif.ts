/** Findings as SARIF 2.1.0, the form that code review platforms read. */

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Log, Region, ReportingDescriptor, Result } from 'sarif';
import { version } from '../../../../package.json';
import { RULES } from '../../rules/registry';
import { AUTHORITIES, GATES, type Rule, type Severity } from '../../rules/types';
import type { Diagnostic, DiagnosticFix } from '../../service/diagnostics';
import type { Range } from '../../text/span';
import type { CheckedFile } from '../checked-file';
import { STDIN } from '../input';

const LEVELS = { error: 'error', warning: 'warning', info: 'note', hint: 'note' } as const satisfies Record<
  Severity,
  Result.level
>;

export function formatSarif(files: readonly CheckedFile[]): Log {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'biganzi', fullName: '笔杆子', version, language: 'zh-CN', rules: RULES.map(descriptorOf) },
        },
        columnKind: 'utf16CodeUnits',
        results: files.flatMap(({ file, diagnostics }) => diagnostics.map((each) => resultOf(uriOf(file), each))),
      },
    ],
  };
}

function descriptorOf(rule: Rule): ReportingDescriptor {
  return {
    id: rule.id,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.why },
    help: { text: `${rule.why}依据：${rule.source}。` },
    defaultConfiguration: { level: LEVELS[rule.severity] },
    properties: { tags: [GATES[rule.gate], AUTHORITIES[rule.authority]] },
  };
}

function resultOf(uri: string, { rule, severity, message, range, text, fixes, related }: Diagnostic): Result {
  const artifactLocation = { uri };
  const changes = fixes.filter(({ edits }) => edits.length > 0);
  const locationOf = (at: Range) => ({ physicalLocation: { artifactLocation, region: regionOf(at) } });
  return {
    ruleId: rule,
    ruleIndex: RULES.findIndex(({ id }) => id === rule),
    level: LEVELS[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation, region: { ...regionOf(range), snippet: { text } } } }],
    ...(related
      ? { relatedLocations: related.map((each) => ({ ...locationOf(each.range), message: { text: each.message } })) }
      : {}),
    ...(changes.length > 0 ? { fixes: changes.map((fix) => fixOf(uri, fix)) } : {}),
  };
}

function fixOf(uri: string, { title, edits }: DiagnosticFix): NonNullable<Result['fixes']>[number] {
  const replacements = edits.map(({ range, newText }) => ({
    deletedRegion: regionOf(range),
    insertedContent: { text: newText },
  }));
  return { description: { text: title }, artifactChanges: [{ artifactLocation: { uri }, replacements }] };
}

/** Lines and columns from 1; the end column is the one behind the last character. */
function regionOf({ start, end }: Range): Region {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

function uriOf(file: string): string {
  if (file === STDIN) return 'stdin';
  if (path.isAbsolute(file)) return pathToFileURL(file).href;
  return file.split(path.sep).map(encodeURIComponent).join('/');
}
