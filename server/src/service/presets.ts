/** The presets of `biganzi.preset`, as `server/data/presets.json` has them: one word for how much is told. */
import data from '../../data/presets.json';
import type { Levels } from '../rules/active';

export type PresetName = keyof typeof data;

export interface Preset {
  readonly title: string;
  /** One line, Chinese. */
  readonly about: string;
  /** As what a finding of a severity is told. */
  readonly levels: Levels;
  /** Says over `biganzi.practice` whether rules of 实务 are on; `null` leaves it to that setting. */
  readonly practice: boolean | null;
}

/** The file is checked by a test. */
export const PRESETS = data as Readonly<Record<PresetName, Preset>>;

/** A preset by its name, or by its title: `strict`, `严格`. */
export function presetOf(value: unknown): PresetName | undefined {
  return (Object.keys(PRESETS) as PresetName[]).find((name) => name === value || PRESETS[name].title === value);
}
