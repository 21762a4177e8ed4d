/** What the status item of the findings tells when one asks: how many of which sort, what can be mended, what is not checked. */
import * as vscode from 'vscode';
import type { Status } from '../../server/src/lsp/messages';
import type { Gate } from '../../server/src/rules/types';

/** VS Code takes in no more findings of one document, and leaves out the lightest. */
const MOST_LISTED = 1000;

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
    ...(findings > MOST_LISTED
      ? [
          vscode.l10n.t(
            'VS Code marks and lists the first {0}, errors before others; the rest follow as these are mended.',
            MOST_LISTED,
          ),
        ]
      : []),
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
  const names: Record<Gate, string> = {
    'policy-wording': vscode.l10n.t('political wording'),
    citation: vscode.l10n.t('policy'),
    language: vscode.l10n.t('language'),
    form: vscode.l10n.t('form'),
  };
  const each = (Object.keys(names) as Gate[]).map((gate) => `${names[gate]} ${gates[gate]}`).join(' · ');
  return withHints ? vscode.l10n.t('{0} (with the hints)', each) : each;
}

function lackLine(lacks: Status['lacks']): string {
  const fill = vscode.l10n.t('Fill in the unit profile');
  const never = vscode.l10n.t('Do Not Show Again');
  return `${lacks.join(' ')} [${fill}](command:biganzi.fillProfile) · [${never}](command:biganzi.silenceProfile)`;
}
