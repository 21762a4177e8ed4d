/** What is asked of the structure of a draft, and what is answered. Lines are zero-based, characters UTF-16. */
import type { MarkStyle } from '../../document/types';
import type { Severity } from '../../rules/types';
import type { Range } from '../../text/span';
import type { TextEdit } from '../diagnostics';

/** A title, a heading or an inline point with all that stands below it. */
export interface OutlineItem {
  /** Line of the heading; several inline items may share one line. */
  readonly line: number;
  /** Where its number, or its title, begins in that line. */
  readonly character: number;
  /** Last line of the section, inclusive; blank lines at its end and 落款, 附件说明, 版记 are not in it. */
  readonly endLine: number;
  /** 0 a title; 1 一、 2 （一） 3 1. 4 （1） 5 ①; inline points are one below what holds them. */
  readonly level: number;
  /** How a heading is numbered; left out for titles and inline points. */
  readonly style?: MarkStyle;
  /** The mark as written: `一、`; empty for titles. */
  readonly number: string;
  readonly title: string;
  /** True for what stands inside a paragraph: 一是, 第一, 首先, headings buried in it. */
  readonly inline: boolean;
  /** Of the whole section, counted as the status item counts. */
  readonly characters: number;
  /** Findings inside the whole section. */
  readonly findings: Readonly<Record<Severity, number>>;
  /** True when `line` names a section to the operations: it may be moved, promoted, removed and be a place to move to. */
  readonly movable: boolean;
  readonly children: readonly OutlineItem[];
}

export interface OutlineAnswer {
  readonly version: number;
  readonly nodes: readonly OutlineItem[];
}

/**
 * Where sections go: beside a section, on its level, or to the end of what it holds, one level below it. The line is that
 * of a movable item; `into` may also name the line of a title, and means the end of its text then.
 */
export type Place = { readonly before: number } | { readonly after: number } | { readonly into: number };

/**
 * 一、（一）1.（1）, 一、1.（1）①, or 第一章　第一节　第一条.
 */
export type NumberStyle = 'han' | 'han-digit' | 'chapter';

/**
 * `lines` and `line` name sections by the line of their heading; a line inside a section stands for the innermost section
 * that holds it. A section named together with one above it goes with that one.
 */
export type StructureOperation =
  | { readonly type: 'move'; readonly lines: readonly number[]; readonly place: Place }
  /** 上移、下移：past the sibling before or behind. Several must be siblings beside each other. */
  | { readonly type: 'up' | 'down'; readonly lines: readonly number[] }
  /** 升级、降级, with everything below. */
  | { readonly type: 'promote' | 'demote'; readonly lines: readonly number[] }
  /** 插入同级标题 behind the section; `select` is where its title is to be written. */
  | { readonly type: 'insertSibling'; readonly line: number }
  /** 删除本节 with everything below. */
  | { readonly type: 'remove'; readonly lines: readonly number[] }
  /** 合并到上一节: the heading becomes a paragraph of the section before, and what stands below it goes there too. */
  | { readonly type: 'merge'; readonly line: number }
  /** 重新编号, of the headings and lists in `range` only where it is given. */
  | { readonly type: 'renumber'; readonly range?: Range }
  /** 转换编号样式 of the whole document. */
  | { readonly type: 'convertStyle'; readonly style: NumberStyle }
  /** Changes nothing; the answer's `extracted` holds the sections. */
  | { readonly type: 'extract'; readonly lines: readonly number[] }
  /** Puts in what `extract` gave, of this draft or another; its levels and numbers follow the new place. */
  | { readonly type: 'insertText'; readonly text: string; readonly level: number; readonly place: Place };

/** Sections on their way to another place. */
export interface Extracted {
  readonly text: string;
  /** Level of the uppermost of them. */
  readonly level: number;
}

/** A reference that was left as it is: what it means is gone, or cannot be told. */
export interface Unresolved {
  /** In the text after the edits. */
  readonly range: Range;
  readonly text: string;
}

export interface StructureAnswer {
  readonly version: number;
  /** One undoable change, in order and without overlaps; empty when there is nothing to do. */
  readonly edits: readonly TextEdit[];
  /** Where the cursor belongs afterwards, in the text after the edits. */
  readonly select?: Range;
  readonly unresolved: readonly Unresolved[];
  /** One sentence in Chinese that says why nothing was done. */
  readonly message?: string;
  /** Only for `extract`. */
  readonly extracted?: Extracted;
}
