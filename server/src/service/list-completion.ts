/** What may be written at a place of a word list: the columns in its first line, and below it what a column can hold. */
import { COLUMNS, DELETED, LEVEL } from '../lexicon/row';
import type { Position } from '../text/span';

export interface ListItem {
  readonly label: string;
  /** One line, Chinese. */
  readonly detail: string;
}

const ABOUT_COLUMNS: Readonly<Record<string, string>> = {
  误: '不该写的词，或者写在两条斜线之间的表达式',
  正: '该写的词，几个用|隔开；不写就只提醒',
  条件: '前后要有或不能有什么，几个用空格隔开',
  例外: '含有误形而正确的词，用、隔开',
  级别: '错误、警告、建议、提示，不写是警告',
  误例: '报出的例子，误形写作~',
  正例: '不报的例子',
  来源: '依据',
  说明: '为什么',
  时间: '来源的年份，或者从哪一年起',
  提法: '固定提法的名称',
  名: '文中怎样称呼，几个用|隔开；法规写名称',
  成员: '按次序写，用、隔开；成员里有顿号的用|隔开',
  今名: '现行的名称，几个用|隔开',
};

const CONDITIONS: readonly ListItem[] = [
  { label: '前=', detail: '前面紧接着要有，可写表达式：前=(?:原有|现有)' },
  { label: '前≠', detail: '前面不能紧接着有' },
  { label: '后=', detail: '后面紧接着要有' },
  { label: '后≠', detail: '后面不能紧接着有' },
  { label: '词界', detail: '前后都是词的边界，误形不在别的词里' },
  { label: '引文', detail: '在引用的话里也报' },
];

/**
 * @param text the whole list
 * @param columns those that it may have
 */
export function listItems(
  text: string,
  { line, character }: Position,
  columns: readonly string[] = COLUMNS,
): ListItem[] {
  const lines = text.split(/\r\n|\n|\r/);
  const headLine = lines.findIndex((each) => each.trim() !== '' && !each.startsWith('#'));
  const head = lines[headLine]?.split('\t').map((name) => name.trim()) ?? [];
  if (headLine < 0 || line === headLine)
    return columns
      .filter((column) => !head.includes(column))
      .map((label) => ({ label, detail: ABOUT_COLUMNS[label] ?? '' }));
  if (line < headLine || lines[line]?.startsWith('#')) return [];
  const column = head[(lines[line] ?? '').slice(0, character).split('\t').length - 1];
  if (column === undefined || !columns.includes(column)) return [];
  if (column === '级别') return Object.keys(LEVEL).map((label) => ({ label, detail: '级别' }));
  if (column === '条件') return [...CONDITIONS];
  if (column === '正') return [{ label: DELETED, detail: '删去误形' }];
  return [];
}
