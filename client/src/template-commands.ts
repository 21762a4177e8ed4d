/** Registers the commands on templates, and loads what they need when one is first used. */
import * as vscode from 'vscode';
import type { StatusDisplay } from './status-display';
import { registerTemplateLanguage } from './template-language';

type Templates = typeof import('./templates');

export function registerTemplateCommands(context: vscode.ExtensionContext, status: StatusDisplay): void {
  let loaded: Templates | undefined;
  const templates = (): Templates => {
    loaded ??= require(context.asAbsolutePath('dist/templates.js')) as Templates;
    return loaded;
  };
  registerTemplateLanguage(context);
  context.subscriptions.push(
    vscode.commands.registerCommand('biganzi.newDraft', () => templates().newDraft(context)),
    vscode.commands.registerCommand('biganzi.insertTemplate', () => templates().insertTemplate(context)),
    vscode.commands.registerCommand('biganzi.fillProfile', () => templates().fillProfile()),
    vscode.commands.registerCommand('biganzi.saveAsTemplate', () => {
      const active = vscode.window.activeTextEditor?.document.uri;
      return templates().saveAsTemplate((active && status.of(active)?.kind) ?? 'unknown');
    }),
  );
}
