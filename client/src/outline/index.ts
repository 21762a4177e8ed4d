/** Puts the view 公文大纲 together. */
import type * as vscode from 'vscode';
import type { LanguageServer } from '../language-server';
import type { StatusDisplay } from '../status-display';
import { registerOutlineCommands } from './commands';
import { Drafts } from './drafts';
import { Dragging } from './dragging';
import { PreferenceStore } from './preferences';
import { OutlineTree } from './tree';
import { OutlineView } from './view';

export function registerOutline(context: vscode.ExtensionContext, server: LanguageServer, status: StatusDisplay): void {
  const preferences = new PreferenceStore(context.workspaceState);
  const drafts = new Drafts(server, status, () => preferences.now.points);
  const tree = new OutlineTree(drafts, preferences);
  const view = new OutlineView(drafts, tree, preferences, new Dragging(server, drafts));
  context.subscriptions.push(drafts, view);
  registerOutlineCommands(context, server, drafts, tree, view, preferences);
}
