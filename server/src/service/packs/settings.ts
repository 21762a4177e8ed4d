/** Puts the settings of packs beneath those of the writer: a pack says what holds where the writer says nothing. */
import { OwnLexicon } from '../../lexicon/own-lexicon';
import { OwnTables } from '../../rules/own-tables';
import { DEFAULT_SETTINGS, entriesOf, parseSettings, type Settings } from '../settings';
import type { Pack } from './pack';

/**
 * The settings for drafts that are checked with these packs.
 * @param own what the writer has set, without `biganzi.` before the names
 * @param packs a later one goes before an earlier one
 */
export function settingsWith(own: unknown, packs: readonly Pack[]): Settings {
  if (packs.length === 0) return parseSettings(own);
  const merged = [...packs.map(({ settings }) => settings), entriesOf(own)].reduce(over, {});
  const lists = packs.flatMap((pack) => pack.lists).reverse();
  const tables = packs.flatMap((pack) => pack.tables);
  const settings = parseSettings(merged);
  // the file lies with the drafts and goes before what is set for every folder
  const profile: Record<string, string> = Object.assign({}, settings.profile, ...packs.map((pack) => pack.profile));
  return {
    ...settings,
    ...(Object.keys(profile).length > 0 ? { profile } : {}),
    ...(lists.some(({ rows, patterns }) => rows.length + patterns.length > 0) ? { own: new OwnLexicon(lists) } : {}),
    ...(tables.length > 0 ? { tables: new OwnTables(tables) } : {}),
  };
}

/** Objects are put together key by key; of single values one that is the default gives way. */
function over(
  beneath: Readonly<Record<string, unknown>>,
  above: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const defaults = entriesOf(DEFAULT_SETTINGS);
  const merged: Record<string, unknown> = { ...beneath };
  for (const [key, value] of Object.entries(above)) {
    if (value === undefined || value === null) continue;
    if (isObject(value) && isObject(merged[key])) merged[key] = over(entriesOf(merged[key]), entriesOf(value));
    else if (!(key in merged) || value !== defaults[key]) merged[key] = value;
  }
  return merged;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
