/**
 * Where in the front matter of a template a place lies, by the indents of its lines alone: front matter that is being
 * written is no YAML yet.
 */

/** A place at which a key or a value stands, or could. */
export interface HeadPlace {
  /** The keys above: `[]` in the head, `['fields']` in a field, `['fields', 'choices']` in its choices. */
  readonly keys: readonly string[];
  /** The key whose value stands here; `undefined` where the key itself does. */
  readonly key: string | undefined;
  /** The keys and values of the same map, those of this line too. */
  readonly beside: ReadonlyMap<string, string>;
  /** True where the line begins an item: `  - name`. */
  readonly item: boolean;
  /** Where what stands here begins and ends in its line. */
  readonly start: number;
  readonly end: number;
}

/** `  - name: 会议名称`, `    type:`, `  - 视频`: blanks and dashes, then a key with its value or a bare word. */
const LINE = /^(?<lead> *(?:- +|-$)*)(?:(?<key>[\p{L}\p{N}_-]+):(?<gap>\s*))?(?<rest>[^#]*?)\s*(?:#.*)?$/u;

interface Line {
  /** The column at which its content begins. */
  readonly column: number;
  readonly item: boolean;
  readonly key: string | undefined;
  readonly valueStart: number;
  readonly rest: string;
}

function readLine(text: string): Line | undefined {
  const { lead = '', key, gap = '', rest = '' } = LINE.exec(text)?.groups ?? {};
  if (key === undefined && rest === '' && !lead.includes('-')) return undefined;
  const column = lead.length;
  const valueStart = column + (key === undefined ? 0 : key.length + 1 + gap.length);
  return { column, item: lead.includes('-'), key, valueStart, rest };
}

/** @param lines the front matter without its fences */
export function headPlace(lines: readonly string[], line: number, character: number): HeadPlace {
  const text = lines[line] ?? '';
  const own = readLine(text);
  const column = own?.column ?? character;
  const keys = keysAbove(lines, line, column);
  const beside = mapAround(lines, line, column);
  const inValue = own?.key !== undefined && character > own.column + own.key.length;
  const start = inValue ? own.valueStart : column;
  const end = inValue ? start + own.rest.length : start + (own?.key ?? own?.rest ?? '').length;
  return { keys, key: inValue ? own.key : undefined, beside, item: own?.item ?? false, start, end };
}

/** The keys that this column stands below, the outermost first. */
function keysAbove(lines: readonly string[], line: number, column: number): string[] {
  const keys: string[] = [];
  let below = column;
  for (let at = line - 1; at >= 0 && below > 0; at--) {
    const above = readLine(lines[at] ?? '');
    if (!above || above.column >= below) continue;
    // a key with a value has nothing below it
    if (above.key !== undefined && above.rest === '') keys.unshift(above.key);
    below = above.column;
  }
  return keys;
}

function mapAround(lines: readonly string[], line: number, column: number): Map<string, string> {
  const map = new Map<string, string>();
  /** False where the map ends. */
  const add = (at: number): boolean => {
    const each = readLine(lines[at] ?? '');
    if (!each || each.column > column) return true;
    if (each.column < column) return false;
    if (each.key !== undefined) map.set(each.key, each.rest);
    return true;
  };
  const begins = (at: number) => {
    const each = readLine(lines[at] ?? '');
    return each?.item === true && each.column === column;
  };
  for (let at = line; at >= 0 && add(at) && !begins(at); at--);
  for (let at = line + 1; at < lines.length && !begins(at) && add(at); at++);
  return map;
}
