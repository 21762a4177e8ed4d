/** Walks down the lines at the head of a piece, past blank lines and noise, and writes roles into the list it was given. */
import type { LineShape, RoleHint } from './line';
import type { Role } from './types';

export class Cursor {
  readonly shapes: readonly LineShape[];
  readonly roles: RoleHint[];
  /** The piece is `[start, end)`. */
  readonly start: number;
  readonly end: number;
  /** The line that is read next, or `end`. */
  at: number;

  constructor(shapes: readonly LineShape[], roles: RoleHint[], start: number, end: number) {
    this.shapes = shapes;
    this.roles = roles;
    this.start = start;
    this.end = end;
    this.at = this.skip(start);
  }

  get done(): boolean {
    return this.at >= this.end;
  }

  get shape(): LineShape | undefined {
    return this.done ? undefined : this.shapes[this.at];
  }

  words(line = this.at): string {
    return this.shapes[line]?.words ?? '';
  }

  /** The words of several lines as one string. */
  join(lines: readonly number[]): string {
    return lines.map((line) => this.words(line)).join('');
  }

  roleOf(line = this.at): Role | undefined {
    return this.roles[line]?.role;
  }

  /** Gives the line its role and goes on to the next. */
  take(hint: RoleHint): void {
    this.roles[this.at] = hint;
    this.next();
  }

  next(): void {
    this.at = this.skip(this.at + 1);
  }

  /** Gives roles to lines and goes on behind the last of them. */
  takeAll(lines: readonly number[], hint: RoleHint): void {
    for (const line of lines) this.roles[line] = hint;
    this.at = this.skip((lines.at(-1) ?? this.at - 1) + 1);
  }

  /** The first line at or after `line` that has words of the draft. */
  skip(line: number): number {
    let at = line;
    while (at < this.end && this.#isEmpty(at)) at++;
    return at;
  }

  /** The last line above `line` that has words of the draft, or -1. */
  before(line: number): number {
    let at = line - 1;
    while (at >= 0 && this.#isEmpty(at)) at--;
    return at;
  }

  /** The lines of `[from, to)` that have words. */
  lines(from: number, to: number): number[] {
    const lines: number[] = [];
    for (let line = this.skip(from); line < to; line = this.skip(line + 1)) lines.push(line);
    return lines;
  }

  /** The first of the next `most` lines that answers `test`, or -1. */
  find(test: (shape: LineShape) => boolean, most: number): number {
    let line = this.at;
    for (let seen = 0; line < this.end && seen < most; seen++, line = this.skip(line + 1)) {
      const shape = this.shapes[line];
      if (shape && test(shape)) return line;
    }
    return -1;
  }

  #isEmpty(line: number): boolean {
    const role = this.roleOf(line);
    return this.words(line) === '' || role === 'noise' || role === 'code';
  }
}
