/** A YAML map with known keys, read value by value; every fault is kept with its line. */
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { LIMITS, type TemplateFault, type Typed } from './types';

/** Faults of one file, and the lines of its offsets. */
export class Source {
  readonly lines = new LineCounter();
  readonly faults: TemplateFault[] = [];

  /** `firstLine` is the line of the file on which the YAML begins. */
  constructor(readonly firstLine: number) {}

  lineOf(node: Node | null | undefined): number {
    const offset = node?.range?.[0];
    return offset === undefined ? this.firstLine : this.lineAt(offset);
  }

  lineAt(offset: number): number {
    return this.firstLine + Math.max(1, this.lines.linePos(offset).line) - 1;
  }

  fault(line: number, message: string): void {
    this.faults.push({ line, message });
  }
}

/** Every scalar is a text: a date or a 是 that YAML would read its own way stays as written. Aliases are no scalars. */
export function parseYamlMap(yaml: string, source: Source, known: readonly string[]): YamlMap | undefined {
  try {
    const document = parseDocument(yaml, { schema: 'failsafe', lineCounter: source.lines, prettyErrors: false });
    const [error] = document.errors;
    // a quotation mark that is never closed is missed only at the end
    const last = yaml.trimEnd().length - 1;
    if (error) source.fault(source.lineAt(Math.min(error.pos[0], last)), '元数据的写法不对，请检查缩进、冒号和引号');
    else if (isMap(document.contents)) return new YamlMap(document.contents, source, known);
    else source.fault(source.firstLine, '元数据应逐行写成“名称: 内容”');
  } catch {
    // a thousand brackets inside one another
    source.fault(source.firstLine, '元数据的写法不对');
  }
  return undefined;
}

export class YamlMap {
  readonly #nodes = new Map<string, Node | null>();
  readonly #lines = new Map<string, number>();
  readonly #source: Source;
  /** The line that the map begins on. */
  readonly line: number;

  constructor(node: Node, source: Source, known: readonly string[]) {
    this.#source = source;
    this.line = source.lineOf(node);
    if (!isMap<Node, Node | null>(node)) {
      source.fault(this.line, `应逐行写成“名称: 内容”，可用${known.join('、')}`);
      return;
    }
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : '';
      if (!known.includes(name)) {
        source.fault(source.lineOf(key), `没有“${name.slice(0, 30)}”这一项，可用${known.join('、')}`);
        continue;
      }
      this.#nodes.set(name, value);
      this.#lines.set(name, source.lineOf(key));
    }
  }

  get names(): Iterable<string> {
    return this.#nodes.keys();
  }

  lineOf(key: string): number {
    return this.#lines.get(key) ?? this.line;
  }

  fault(key: string, message: string): void {
    this.#source.fault(this.lineOf(key), message);
  }

  text(key: string): string | undefined {
    const node = this.#nodes.get(key);
    const text = isScalar(node) ? String(node.value).trim() : '';
    return text === '' ? undefined : text;
  }

  /** A text that may not be missing; empty when it is, and a fault. */
  required(key: string): string {
    const text = this.text(key);
    if (text === undefined) this.fault(key, `缺少“${key}”`);
    return text ?? '';
  }

  number(key: string): number | undefined {
    const text = this.text(key);
    if (text === undefined || Number.isFinite(Number(text))) return text === undefined ? undefined : Number(text);
    this.fault(key, `${key}应是数字`);
    return undefined;
  }

  flag(key: string): boolean {
    const text = this.text(key) ?? 'false';
    if (text !== 'true' && text !== 'false') this.fault(key, `${key}应是true或false`);
    return text === 'true';
  }

  texts(key: string): string[] | undefined {
    const node = this.#nodes.get(key);
    if (node === undefined) return undefined;
    const items = isSeq(node) ? node.items : [];
    if (items.length > 0 && items.length <= LIMITS.items && items.every(isScalar))
      return items.map(({ value }) => String(value));
    this.fault(key, `${key}应是列表，一行一项，以“- ”开头，最多${LIMITS.items}项`);
    return undefined;
  }

  textOrTexts(key: string): Typed | undefined {
    return isSeq(this.#nodes.get(key)) ? this.texts(key) : this.text(key);
  }

  map(key: string, known: readonly string[]): YamlMap | undefined {
    const node = this.#nodes.get(key);
    return node ? new YamlMap(node, this.#source, known) : undefined;
  }

  /** The maps of a list; none when the key is missing. */
  maps(key: string, known: readonly string[]): YamlMap[] {
    const node = this.#nodes.get(key);
    if (isSeq<Node>(node)) return node.items.map((item) => new YamlMap(item, this.#source, known));
    if (node !== undefined && this.text(key) !== undefined) this.fault(key, `${key}应是列表，每一项以“- ”开头`);
    return [];
  }
}
