/** How a section looks in the outline, sounds to a screen reader, and what it says when the mouse rests on it. */
import path from 'node:path';
import * as vscode from 'vscode';
import type { OutlinedDraft } from './drafts';
import { type Entry, findingsOf, nameOf } from './entries';
import { type Highlights, labelOf } from './matches';

/** What a click on an entry runs, with the entry's name. */
export const REVEAL = 'biganzi.outline.reveal';

const LEVELS = '〇一二三四五';

export function itemOf(entry: Entry, highlights: Highlights): vscode.TreeItem {
  const { item } = entry;
  const label = labelOf(entry) || vscode.l10n.t('(no title)');
  const findings = findingsOf(entry);
  return {
    label: { label, highlights },
    description:
      findings === 0
        ? charactersText(item.characters)
        : vscode.l10n.t('{0} · {1} found', charactersText(item.characters), findings),
    iconPath: iconOf(entry),
    contextValue: item.movable ? 'section' : item.level === 0 ? 'title' : 'point',
    command: { command: REVEAL, title: vscode.l10n.t('Go to Section'), arguments: [nameOf(entry)] },
    accessibilityInformation: {
      label: [label, levelText(entry), charactersText(item.characters), ...findingsTexts(entry)].join(
        isChinese() ? '，' : ', ',
      ),
    },
  };
}

export function itemOfDraft({ document }: OutlinedDraft): vscode.TreeItem {
  return {
    label: path.posix.basename(document.uri.path),
    iconPath: vscode.ThemeIcon.File,
    contextValue: 'draft',
    tooltip: vscode.l10n.t('Sections dragged from another draft are copied here.'),
  };
}

export function tooltipOf(entry: Entry): vscode.MarkdownString {
  const { item } = entry;
  const text = new vscode.MarkdownString();
  text.appendText(labelOf(entry) || vscode.l10n.t('(no title)'));
  const findings = findingsTexts(entry);
  text.appendMarkdown(`\n\n${[levelText(entry), charactersText(item.characters)].join(' · ')}`);
  text.appendMarkdown(`\n\n${findings.length > 0 ? findings.join(' · ') : vscode.l10n.t('Nothing found.')}`);
  if (item.movable) {
    const how = vscode.l10n.t(
      'Drag it onto a heading of the same level to take its place, onto a higher one to go to its end.',
    );
    text.appendMarkdown(`\n\n${how}`);
  }
  return text;
}

/** The symbol takes the colour of the worst that was found below it; these two are set in high contrast too. */
function iconOf({ item: { level, inline, findings } }: Entry): vscode.ThemeIcon {
  const worst = findings.error > 0 ? 'Error' : findings.warning > 0 ? 'Warning' : undefined;
  const icon = level === 0 ? 'book' : inline ? 'circle-small' : 'bookmark';
  return new vscode.ThemeIcon(icon, worst && new vscode.ThemeColor(`problems${worst}Icon.foreground`));
}

function levelText({ item: { level, inline } }: Entry): string {
  if (inline) return vscode.l10n.t('point in a paragraph');
  if (level === 0) return vscode.l10n.t('title');
  return vscode.l10n.t('heading of level {0}', (isChinese() && LEVELS[level]) || level);
}

function charactersText(characters: number): string {
  return vscode.l10n.t('{0} chars', characters.toLocaleString('en-US'));
}

/** How many of each level; nothing where nothing was found. */
function findingsTexts({ item: { findings } }: Entry): string[] {
  const { error, warning, info, hint } = findings;
  return [
    error > 0 ? vscode.l10n.t('{0} errors', error) : '',
    warning > 0 ? vscode.l10n.t('{0} warnings', warning) : '',
    info > 0 ? vscode.l10n.t('{0} suggestions', info) : '',
    hint > 0 ? vscode.l10n.t('{0} hints', hint) : '',
  ].filter(Boolean);
}

function isChinese(): boolean {
  return vscode.env.language.startsWith('zh');
}
