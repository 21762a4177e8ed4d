/** What settings say that means nothing, each in one sentence: for those who write settings by hand. */
import { DOCUMENT_KINDS } from '../document/types';
import { FAMILIES, familyOf } from '../rules/families';
import { RULES } from '../rules/registry';
import { isProfileName } from '../templates/profile';
import { PRESETS, presetOf } from './presets';
import { entriesOf, isLevel, OF_KIND } from './settings';

/** @param value settings without `biganzi.` before their names */
export function faultsOf(value: unknown): string[] {
  const { preset, severity, options, profile } = entriesOf(value);
  const titles = Object.values(PRESETS).map(({ title }) => title);
  return [
    ...(preset !== undefined && !presetOf(preset) ? [`“preset”应为${titles.join('、')}之一，这一项没有起作用。`] : []),
    ...faultsOfLevels(severity),
    ...Object.entries(entriesOf(options)).flatMap(([id, own]) => faultOfId(id) ?? faultOfOptions(id, own)),
    ...(profile === undefined ? [] : faultsOfProfile(profile)).map((fault) => `${fault}。`),
  ];
}

/** @param value a unit profile as it is written */
export function faultsOfProfile(value: unknown): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return ['单位资料应是一个JSON对象（{ … }），没有起作用'];
  return Object.entries(value).flatMap(([name, text]) => {
    if (!isProfileName(name)) return [`单位资料里没有“${name}”这一项，没有起作用`];
    return typeof text === 'string' ? [] : [`单位资料的“${name}”应是一段文字，没有起作用`];
  });
}

function faultsOfLevels(value: unknown): string[] {
  return Object.entries(entriesOf(value)).flatMap(([key, level]) => {
    const kind = OF_KIND.exec(key)?.[1];
    if (kind === undefined) return faultOfId(key) ?? (isLevel(level) ? [] : [badlyWritten(key)]);
    if (kind === 'unknown' || !Object.hasOwn(DOCUMENT_KINDS, kind))
      return [`没有名为“${kind}”的文种，这一项没有起作用。`];
    return faultsOfLevels(level);
  });
}

function faultOfId(id: string): string[] | undefined {
  const known = id.endsWith('/*') ? Object.hasOwn(FAMILIES, familyOf({ id })) : RULES.some((rule) => rule.id === id);
  return known ? undefined : [`没有名为“${id}”的规则，这一项没有起作用。`];
}

function faultOfOptions(id: string, own: unknown): string[] {
  const plain = Object.values(entriesOf(own)).every((each) => ['number', 'boolean', 'string'].includes(typeof each));
  return plain && typeof own === 'object' ? [] : [badlyWritten(id)];
}

function badlyWritten(id: string): string {
  return `规则“${id}”的设置写法不对，这一项没有起作用。`;
}
