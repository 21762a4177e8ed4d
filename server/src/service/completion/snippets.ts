/** The phrases of `snippets/gongwen.json`, by the initials of their names: what pinyin typed without an input method means. */
import SNIPPETS from '../../../../snippets/gongwen.json';
import { type Completion, type Place, proposal } from './place';

interface Snippet {
  readonly initials: string;
  readonly name: string;
  readonly body: string;
  readonly description: string;
}

const ALL: readonly Snippet[] = Object.values(
  SNIPPETS as Readonly<Record<string, { prefix: string[]; body: string | string[]; description: string }>>,
)
  .map(({ prefix: [initials = '', name = ''], body, description }) => {
    return { initials, name, body: typeof body === 'string' ? body : body.join('\n'), description };
  })
  .sort((one, two) => one.initials.length - two.initials.length);

/** tfqps, and no part of an address or of an English word that began before */
const TYPED = /(?<![\w@.:/-])[a-z]{2,9}$/;
/** A name written out is a word that nobody types for its own sake. */
const FEWEST_HAN = 4;

export function snippets(place: Place): Completion[] {
  const { before } = place;
  const [typed] = TYPED.exec(before) ?? [];
  const found = typed
    ? ALL.filter(({ initials }) => initials.startsWith(typed))
    : ALL.filter(({ name }) => name.length >= FEWEST_HAN && before.endsWith(name));
  return found.map(({ initials, name, body, description }) =>
    proposal(place, before.length - (typed ?? name).length, 0, {
      kind: 'snippet',
      label: name,
      detail: description,
      about: shown(body),
      newText: body,
      filterText: typed ? initials : name,
    }),
  );
}

/** ${1:【填：文件名称】}, ${2|原则同意,同意|} */
const STOP = /\$\{\d+(?::(?<gap>[^}]*)|\|(?<first>[^,|]*)[^}]*)\}/g;

/** A snippet as it stands in the text before its stops are filled. */
function shown(body: string): string {
  return body.replace(STOP, (_, gap?: string, first?: string) => gap ?? first ?? '').replace(/\$\{?\d+\}?/g, '');
}
