/** `biganzi outline`: the heading tree of each file. */
import { readDraft } from '../document/read';
import type { OutlineNode } from '../document/types';
import { eachInput } from './each';
import { nameOf } from './input';
import { print, printJson } from './output';

const LIST_FORMATS = ['text', 'json'] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

/** Returns the exit status: 0, or 2 when an input could not be read. */
export async function outline(files: readonly string[], { format }: { format: ListFormat }): Promise<number> {
  const read: { file: string; outline: readonly OutlineNode[] }[] = [];
  const status = await eachInput(files, ({ file, text, language }) => {
    read.push({ file, outline: readDraft(text, language).outline });
  });
  if (format === 'json') {
    printJson({ version: 1, files: read.map(({ file, outline }) => ({ file, outline: outline.map(plainNode) })) });
  } else {
    const texts = read.map((each) => {
      const lines = each.outline.flatMap((node) => linesOf(node, 0)).join('\n') || '没有标题。';
      return read.length > 1 ? `${nameOf(each.file)}\n${lines}\n` : lines;
    });
    print(texts.join('\n'));
  }
  return status;
}

/** A node as the contract has it. */
function plainNode({ level, number, title, line, endLine, inline, children }: OutlineNode): object {
  return { level, number, title, line, endLine, inline, children: children.map(plainNode) };
}

/** `　　一、认清形势（第5行）` */
function linesOf({ number, title, line, children }: OutlineNode, depth: number): string[] {
  const own = `${'　　'.repeat(depth)}${number}${title}（第${line + 1}行）`;
  return [own, ...children.flatMap((child) => linesOf(child, depth + 1))];
}
