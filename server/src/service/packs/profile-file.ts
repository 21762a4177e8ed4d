/** Reads `.biganzi/profile.json`, in which the writers of a folder keep what their unit tells of itself. */
import { readProfile } from '../../templates/profile';
import { faultsOfProfile } from '../setting-faults';

export const PROFILE_FILE = 'profile.json';

/** What can be read of it and, each in one sentence, what cannot. Never throws. */
export function readProfileFile(text: string): {
  readonly profile: Readonly<Record<string, string>>;
  readonly faults: readonly string[];
} {
  try {
    const value: unknown = JSON.parse(text);
    return { profile: Object.fromEntries(readProfile(value)), faults: faultsOfProfile(value) };
  } catch {
    return { profile: {}, faults: ['单位资料不合JSON的写法，没有起作用'] };
  }
}
