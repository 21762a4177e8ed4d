/** Words of the server's own menu entries in the two languages of the interface. Findings are always in Chinese. */
import { NO_REGION } from '../rules/residue/_region';

/** The rule is named only where several are at the place; a menu of long titles is hard to read. */
function after(colon: string, rule: string | undefined): string {
  return rule === undefined ? '' : colon + rule;
}

/** What rules say, in Chinese, that they lack: in English. */
const LACKS: Readonly<Record<string, string>> = {
  [NO_REGION]:
    'The unit profile does not name your own county or higher region (本地区名), so places, organs and leaders from elsewhere are not looked for.',
};

export const TEXTS = {
  zh: {
    fixRule: (rule: string | undefined, count: number) => `本文同类问题全部改正${after('：', rule)}（${count}处）`,
    fixWord: (word: string, fix: string, count: number) => `全文${count}处“${word}”都${fix}`,
    fixAll: (count: number) => `修正全部确定性问题（${count}处）`,
    renumber: '重新编号',
    structure: {
      up: '上移本节',
      down: '下移本节',
      promote: '升一级',
      demote: '降一级',
      insertSibling: '插入同级标题',
      remove: '删除本节',
      merge: '合并到上一节',
      move: '移动章节',
      renumber: '重新编号',
      convertStyle: '转换编号样式',
      insertText: '粘贴章节',
      extract: '复制章节',
    },
    unresolved: (references: readonly string[]) =>
      `${references.length}处引用没有跟着改，请核对：${references.join('、')}`,
    clean: '清洗文稿',
    ignoreHere: (rule: string | undefined) => `忽略此处${after('：', rule)}`,
    addWord: { user: (word: string) => `加入词典：${word}`, workspace: (word: string) => `加入本工作区词典：${word}` },
    ignoreWord: (word: string) => `本词不再提示：${word}`,
    ignoreInDocument: (rule: string | undefined) => `本文不再检查${rule ? `：${rule}` : '此类问题'}`,
    ignoreRule: (rule: string | undefined) => `本工作区不再检查${rule ? `：${rule}` : '此类问题'}`,
    showRule: (rule: string | undefined) => `显示规则说明${after('：', rule)}`,
    rulePage: '规则说明',
    more: '不再提示的其他办法……',
    lack: (sentence: string) => `${sentence}。`,
    checking: '笔杆子正在检查文稿',
    cannotEdit: '编辑器不接受改动，文稿未变',
  },
  en: {
    fixRule: (rule: string | undefined, count: number) =>
      `Fix all of this kind in the document${after(': ', rule)} (${count})`,
    fixWord: (word: string, fix: string, count: number) => `All ${count} “${word}” in the document: ${fix}`,
    fixAll: (count: number) => `Fix everything certain (${count})`,
    renumber: 'Renumber headings',
    structure: {
      up: 'Move section up',
      down: 'Move section down',
      promote: 'Promote section',
      demote: 'Demote section',
      insertSibling: 'Insert heading of the same level',
      remove: 'Delete section',
      merge: 'Merge into the section above',
      move: 'Move sections',
      renumber: 'Renumber',
      convertStyle: 'Convert number style',
      insertText: 'Paste sections',
      extract: 'Copy sections',
    },
    unresolved: (references: readonly string[]) =>
      `${references.length} references were left as they are, please check: ${references.join(', ')}`,
    clean: 'Clean the draft',
    ignoreHere: (rule: string | undefined) => `Ignore here${after(': ', rule)}`,
    addWord: {
      user: (word: string) => `Add to dictionary: ${word}`,
      workspace: (word: string) => `Add to workspace dictionary: ${word}`,
    },
    ignoreWord: (word: string) => `Ignore this word: ${word}`,
    ignoreInDocument: (rule: string | undefined) => `Ignore in this document${after(': ', rule)}`,
    ignoreRule: (rule: string | undefined) => `Ignore in this workspace${after(': ', rule)}`,
    showRule: (rule: string | undefined) => `Show rule${after(': ', rule)}`,
    rulePage: 'About this rule',
    more: 'More Ways to Ignore…',
    lack: (sentence: string) => LACKS[sentence] ?? sentence,
    checking: 'Biganzi is checking the draft',
    cannotEdit: 'The editor did not accept the edit; the draft is unchanged',
  },
} as const;
