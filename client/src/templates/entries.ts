/** The list that a writer chooses a template from: its sections, and what a search in Chinese or pinyin leaves of it. */
import PinyinMatch from 'pinyin-match';
import type { Catalogue, ListedTemplate } from '../../../server/src/templates';

export interface Section {
  /** `recent`, `workspace`, `user`, or the group of built-in templates. */
  readonly heading: string;
  readonly templates: readonly ListedTemplate[];
}

/** Identifies a template from one session to the next. */
export function keyOf({ origin, template }: ListedTemplate): string {
  return `${origin}/${template.name}`;
}

/** The recently used first, then the writer's own, then the groups; each template once. */
export function sectionsOf({ templates }: Catalogue, recent: readonly string[]): Section[] {
  const byKey = new Map(templates.map((each) => [keyOf(each), each]));
  const used = recent.flatMap((key) => byKey.get(key) ?? []);
  const sections = new Map<string, ListedTemplate[]>(['recent', 'workspace', 'user'].map((heading) => [heading, []]));
  sections.get('recent')?.push(...used);
  for (const each of templates) {
    if (used.includes(each)) continue;
    const heading = each.origin === 'built-in' ? each.template.group : each.origin;
    sections.set(heading, [...(sections.get(heading) ?? []), each]);
  }
  return [...sections].flatMap(([heading, list]) => (list.length > 0 ? [{ heading, templates: list }] : []));
}

/**
 * What the writer means by these words, best first: `动员`, `dongyuan`, `dy`; several words narrow it down: `tz hy`.
 * An equal match keeps the order of the list.
 */
export function searchTemplates(templates: readonly ListedTemplate[], query: string): ListedTemplate[] {
  const words = query.trim().split(/\s+/);
  return templates
    .map((each) => ({ each, ranks: words.map((word) => rankOf(each, word)) }))
    .filter(({ ranks }) => !ranks.includes(undefined))
    .map(({ each, ranks }) => ({ each, rank: Math.max(...ranks.map((rank) => rank ?? 0)) }))
    .sort((one, two) => one.rank - two.rank)
    .map(({ each }) => each);
}

/** 0 where the title begins so, 1 in the title, 2 its group, 3 in its description as written; `undefined` nowhere. */
function rankOf({ template: { title, group, description } }: ListedTemplate, word: string): number | undefined {
  const places = namesOf(title).flatMap((name) => PinyinMatch.match(name, word) || []);
  if (places.length > 0) return places.includes(0) ? 0 : 1;
  if (PinyinMatch.match(group, word)) return 2;
  return description.includes(word) ? 3 : undefined;
}

/** 通知（召开会议） */
const VARIANT = /^(?<kind>[^（]+)（(?<about>[^）]+)）$/;
/** What a template may be called: 通知（召开会议）, 通知召开会议, 召开会议通知, 会议通知; 任免通知 of 任免人员. */
function namesOf(title: string): string[] {
  const { kind, about } = VARIANT.exec(title)?.groups ?? {};
  if (kind === undefined || about === undefined) return [title];
  return [title, kind + about, about + kind, about.slice(0, 2) + kind, about.slice(-2) + kind];
}

/** Most templates that stand under the heading of recently used ones. */
const MOST_RECENT = 5;

/** The keys of recently used templates after one more use. */
export function usedAgain(recent: readonly string[], key: string): string[] {
  return [key, ...recent.filter((each) => each !== key)].slice(0, MOST_RECENT);
}
