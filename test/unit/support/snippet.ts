/** Reads VS Code snippets as the editor does, after the grammar in its documentation: for tests only. */

export interface ReadSnippet {
  /** What stands in the document when nothing is filled: first choices, placeholders, literal text. */
  readonly text: string;
  /** Numbers of the tab stops in the order of the text, with repetitions. */
  readonly stops: readonly number[];
  readonly choices: readonly (readonly string[])[];
}

/** `${1:…}`, `${1|…|}`, `${1}`, `$1`; throws on a variable or on anything else behind an unescaped `$`. */
const STOP = /^\$(?:(?<bare>\d+)|\{(?<number>\d+)(?<rest>[:|}]))/;

export function readSnippet(snippet: string): ReadSnippet {
  const stops: number[] = [];
  const choices: string[][] = [];
  const defaults = new Map<number, string>();
  let at = 0;
  let text = '';
  const literal = (until: string) => {
    let words = '';
    while (at < snippet.length && !until.includes(snippet[at] ?? '')) {
      if (snippet[at] === '$' && until.includes('}')) throw new Error(`nested $ at ${at}`);
      const escaped = snippet[at] === '\\' && /[\\$}]/.test(snippet[at + 1] ?? '');
      words += snippet[at + (escaped ? 1 : 0)];
      at += escaped ? 2 : 1;
    }
    return words;
  };
  const choice = () => {
    const list: string[] = [];
    let item = '';
    while (snippet[at] !== '|') {
      if (at >= snippet.length) throw new Error('choice without end');
      const escaped = snippet[at] === '\\' && /[\\,|]/.test(snippet[at + 1] ?? '');
      if (!escaped && snippet[at] === ',') {
        list.push(item);
        item = '';
      } else item += snippet[at + (escaped ? 1 : 0)];
      at += escaped ? 2 : 1;
    }
    at += 2;
    return [...list, item];
  };
  while (at < snippet.length) {
    text += literal('$');
    if (at >= snippet.length) break;
    const match = STOP.exec(snippet.slice(at));
    if (!match) throw new Error(`unescaped $ at ${at}: ${snippet.slice(at, at + 20)}`);
    const { bare, number, rest } = match.groups ?? {};
    const stop = Number(bare ?? number);
    at += match[0].length;
    stops.push(stop);
    if (rest === ':') {
      defaults.set(stop, literal('}'));
      at++;
    } else if (rest === '|') {
      const list = choice();
      choices.push(list);
      defaults.set(stop, list[0] ?? '');
    }
    text += defaults.get(stop) ?? '';
  }
  return { text, stops, choices };
}
