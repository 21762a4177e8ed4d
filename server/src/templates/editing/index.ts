/** What helps a writer with a template file in an editor: faults on their lines, proposals, explanations. */
import type { Position, Range } from '../../text/span';
import { divideSource, readHead } from '../front-matter';
import { readTemplate } from '../template';
import { FIELD_TYPES, type FieldType } from '../types';
import { proposeInHead, skeleton, tellOfHead } from './head-help';
import type { Proposal, Told } from './proposal';
import { type KnownField, proposeInTag, tellOfTag } from './tag-help';

export type { Proposal, Told } from './proposal';

export interface Fault {
  readonly range: Range;
  readonly message: string;
}

/** The faults of a template, each with the words of its line. Never throws. */
export function templateFaults(text: string): Fault[] {
  const read = readTemplate(text);
  if ('template' in read) return [];
  const lines = linesOf(text);
  return read.faults.map(({ line, message }) => {
    const source = lines[line]?.trimEnd() ?? '';
    const start = source.length - source.trimStart().length;
    return { range: { start: { line, character: start }, end: { line, character: source.length } }, message };
  });
}

/** What may be written at the place. Never throws. */
export function templateProposals(text: string, place: Position): Proposal[] {
  const lines = linesOf(text);
  if (text.trim() === '') return [newTemplate(lines.length - 1)];
  const head = headEnd(lines);
  if (isInHead(head, place)) return proposeInHead(lines.slice(1, head), place, 1);
  return proposeInTag(lines.join('\n'), offsetOf(lines, place), knownFields(text, lines, head), rangesOf(lines));
}

/** What is told of the word at the place. Never throws. */
export function templateHover(text: string, place: Position): Told | undefined {
  const lines = linesOf(text);
  const head = headEnd(lines);
  if (isInHead(head, place)) return tellOfHead(lines.slice(1, head), place, 1);
  return tellOfTag(lines.join('\n'), offsetOf(lines, place), knownFields(text, lines, head), rangesOf(lines));
}

function newTemplate(lastLine: number): Proposal {
  return {
    kind: 'skeleton',
    label: '---',
    detail: '新模板：元数据',
    range: { start: { line: 0, character: 0 }, end: { line: lastLine, character: 0 } },
    newText: skeleton(),
  };
}

const FENCE = /^---\s*$/;

/** The line of the second fence; the end of the file while it is missing; 0 where there is no front matter. */
function headEnd(lines: readonly string[]): number {
  if (!FENCE.test(lines[0] ?? '')) return 0;
  const end = lines.findIndex((line, index) => index > 0 && FENCE.test(line));
  return end < 0 ? lines.length : end;
}

function isInHead(end: number, { line }: Position): boolean {
  return line > 0 && line < end;
}

/** The fields of the front matter; by their lines alone while it cannot be read. */
function knownFields(text: string, lines: readonly string[], end: number): KnownField[] {
  const { head } = readHead(divideSource(text.replace(/\r\n?/g, '\n'))?.frontMatter ?? '');
  if (head)
    return head.fields.map(({ name, type, title, hint }) => ({
      name,
      type,
      about: [title === name ? '' : title, hint ?? ''].filter(Boolean).join('：'),
    }));
  return lines.slice(0, end).flatMap((line, index) => {
    const name = /^\s*- name:\s*(?<name>\S+)\s*$/.exec(line)?.groups?.name;
    const type = lines
      .slice(index + 1, index + 3)
      .map((next) => /^\s+type:\s*(?<type>\w+)/.exec(next)?.groups?.type)
      .find((found): found is FieldType => found !== undefined && Object.hasOwn(FIELD_TYPES, found));
    return name ? [{ name, type: type ?? 'text', about: '' }] : [];
  });
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}

function offsetOf(lines: readonly string[], { line, character }: Position): number {
  return lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
}

/** Ranges of words, which never go over the end of a line. */
function rangesOf(lines: readonly string[]): (start: number, end: number) => Range {
  return (start, end) => {
    let line = 0;
    let before = 0;
    for (; line < lines.length - 1 && before + (lines[line]?.length ?? 0) < start; line++)
      before += (lines[line]?.length ?? 0) + 1;
    return { start: { line, character: start - before }, end: { line, character: end - before } };
  };
}
