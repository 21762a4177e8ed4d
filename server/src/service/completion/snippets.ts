/** The phrases of `snippets/gongwen.json`, by the initials of their names: what pinyin typed without an input method means. */
import { type Completion, type Place, proposal } from './place';

interface Snippet {
  readonly initials: string;
  readonly name: string;
  readonly body: string;
  readonly description: string;
}

let kept: readonly Snippet[] | undefined;

/** Read when first asked for, from a bundle of its own. */
function all(): readonly Snippet[] {
  kept ??= readAll();
  return kept;
}

function readAll(): Snippet[] {
  const { SNIPPETS } = require('./written-snippets') as typeof import('./written-snippets');
  return Object.values(SNIPPETS)
    .map(({ prefix: [initials = '', name = ''], body, description }) => {
      return { initials, name, body: typeof body === 'string' ? body : body.join('\n'), description };
    })
    .sort((one, two) => one.initials.length - two.initials.length);
}

/** tfqps, and no part of an address or of an English word that began before */
const LETTERS = /(?<![\w@.:/-])[a-z]{2,9}$/;
/** In plain text editors ask with every word: only a name that nobody types for its own sake brings its phrase there. */
const FEWEST_IN_PLAIN_TEXT = 4;
const FEWEST = 2;

/** @param triggered the editor asks because of a character, not because the writer wants to know */
export function snippets(place: Place, triggered: boolean): Completion[] {
  const { before, draft } = place;
  const [letters] = LETTERS.exec(before) ?? [];
  if (letters !== undefined) {
    const found = all().filter(({ initials }) => initials.startsWith(letters));
    return found.map((snippet) => completion(place, snippet, letters.length, snippet.initials));
  }
  if (triggered) return [];
  return all().flatMap((snippet) => {
    const { name } = snippet;
    const least = draft.language === 'plaintext' ? Math.max(name.length, FEWEST_IN_PLAIN_TEXT) : FEWEST;
    for (let typed = name.length; typed >= least; typed--)
      if (before.endsWith(name.slice(0, typed))) return completion(place, snippet, typed, name);
    return [];
  });
}

function completion(place: Place, { name, body, description }: Snippet, typed: number, filterText: string): Completion {
  return proposal(place, place.before.length - typed, 0, {
    kind: 'snippet',
    label: name,
    detail: description,
    about: shown(body),
    newText: body,
    filterText,
  });
}

/** ${1:【填：文件名称】}, ${2|原则同意,同意|} */
const STOP = /\$\{\d+(?::(?<gap>[^}]*)|\|(?<first>[^,|]*)[^}]*)\}/g;

/** A snippet as it stands in the text before its stops are filled. */
function shown(body: string): string {
  return body.replace(STOP, (_, gap?: string, first?: string) => gap ?? first ?? '').replace(/\$\{?\d+\}?/g, '');
}
