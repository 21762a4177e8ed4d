/** What the status item of the findings tells when one asks: how many of which sort, what can be mended, what is not checked. */
import * as vscode from 'vscode';
import type { Status } from '../../server/src/lsp/messages';
import { GATES } from '../../server/src/rules/types';

type Counted = Pick<Status, 'findings' | 'levels' | 'gates' | 'fixable' | 'lacks'>;

/** @param profile false when the writer wants to hear no more of the unit profile */
export function findingsTooltip(
  { findings, levels, gates, fixable, lacks }: Counted,
  profile: boolean,
): vscode.MarkdownString {
  const { error, warning, info, hint } = levels;
  const listed = findings - hint;
  const parts = [
    listed === 0
      ? vscode.l10n.t('Nothing found.')
      : vscode.l10n.t(
          '{0} findings: {1} errors, {2} warnings, {3} suggestions. Click to list them.',
          listed,
          error,
          warning,
          info,
        ),
    ...(hint > 0
      ? [vscode.l10n.t('{0} hints more are marked with dots in the text; they are neither counted nor listed.', hint)]
      : []),
    ...(findings > 0 ? [gateLine(gates, hint > 0)] : []),
    ...(fixable > 0 ? [`[${vscode.l10n.t('Fix the {0} certain ones', fixable)}](command:biganzi.fixAll)`] : []),
    ...(profile && lacks.length > 0 ? [lackLine(lacks)] : []),
  ];
  const text = new vscode.MarkdownString(parts.join('\n\n'));
  text.isTrusted = { enabledCommands: ['biganzi.fixAll', 'biganzi.fillProfile', 'biganzi.silenceProfile'] };
  return text;
}

function gateLine(gates: Status['gates'], withHints: boolean): string {
  const each = (Object.keys(GATES) as (keyof typeof GATES)[])
    .map((gate) => `${GATES[gate]} ${gates[gate]}`)
    .join(' · ');
  return withHints ? vscode.l10n.t('{0} (with the hints)', each) : each;
}

function lackLine(lacks: Status['lacks']): string {
  const fill = vscode.l10n.t('Fill in the unit profile');
  const never = vscode.l10n.t('Do Not Show Again');
  return `${lacks.join(' ')} [${fill}](command:biganzi.fillProfile) · [${never}](command:biganzi.silenceProfile)`;
}
