/** Conversions as refactorings, which the editor offers when it is asked for them and not by a light bulb. */
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
} from 'vscode-languageserver/node';
import type { Conversion, ConversionKind } from '../service/convert/conversion';
import type { ClientFeatures } from './client-features';
import { toWorkspaceEdit } from './convert';

const KIND = `${CodeActionKind.RefactorRewrite}.biganzi`;
const KINDS: Readonly<Record<ConversionKind, string>> = {
  number: `${KIND}.value.number`,
  date: `${KIND}.value.date`,
  amount: `${KIND}.value.amount`,
  list: `${KIND}.lines.list`,
  paragraph: `${KIND}.lines.paragraph`,
  title: `${KIND}.title`,
};
export const CONVERSION_KINDS: readonly string[] = Object.values(KINDS);

/** A number under the cursor is no reason for a light bulb: the writer must ask. */
export function wantsConversions(params: CodeActionParams): boolean {
  return CONVERSION_KINDS.some((kind) => isWanted(params, kind));
}

function isWanted({ context: { only, triggerKind } }: CodeActionParams, kind: string): boolean {
  if (!only) return triggerKind === CodeActionTriggerKind.Invoked;
  return only.some((each) => kind === each || kind.startsWith(`${each}.`));
}

export function toConversionActions(
  conversions: readonly Conversion[],
  params: CodeActionParams,
  version: number,
  features: ClientFeatures,
): CodeAction[] {
  const { uri } = params.textDocument;
  return conversions
    .filter(({ kind }) => isWanted(params, KINDS[kind]))
    .map(({ kind, title, edits }) => ({
      title,
      kind: KINDS[kind],
      edit: toWorkspaceEdit(uri, version, edits, features),
    }));
}
