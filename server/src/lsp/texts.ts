/** Words of the server's own menu entries in the two languages of the interface. Findings are always in Chinese. */
export const TEXTS = {
  zh: {
    fixRule: (rule: string, count: number) => `本文同类问题全部改正：${rule}（${count}处）`,
    fixWord: (word: string, fix: string, count: number) => `全文${count}处“${word}”都${fix}`,
    fixAll: (count: number) => `修正全部确定性问题（${count}处）`,
    renumber: '重新编号',
    ignoreHere: (rule: string) => `忽略此处：${rule}`,
    addWord: { user: (word: string) => `加入词典：${word}`, workspace: (word: string) => `加入本工作区词典：${word}` },
    ignoreWord: (word: string) => `本词不再提示：${word}`,
    ignoreInDocument: (rule: string) => `本文不再检查：${rule}`,
    ignoreRule: (rule: string) => `本工作区不再检查：${rule}`,
    showRule: (rule: string) => `显示规则说明：${rule}`,
    checking: '笔杆子正在检查文稿',
    cannotEdit: '编辑器不接受改动，文稿未变',
  },
  en: {
    fixRule: (rule: string, count: number) => `Fix all of this kind in the document: ${rule} (${count})`,
    fixWord: (word: string, fix: string, count: number) => `All ${count} “${word}” in the document: ${fix}`,
    fixAll: (count: number) => `Fix everything certain (${count})`,
    renumber: 'Renumber headings',
    ignoreHere: (rule: string) => `Ignore here: ${rule}`,
    addWord: {
      user: (word: string) => `Add to dictionary: ${word}`,
      workspace: (word: string) => `Add to workspace dictionary: ${word}`,
    },
    ignoreWord: (word: string) => `Ignore this word: ${word}`,
    ignoreInDocument: (rule: string) => `Ignore in this document: ${rule}`,
    ignoreRule: (rule: string) => `Ignore in this workspace: ${rule}`,
    showRule: (rule: string) => `Show rule: ${rule}`,
    checking: 'Biganzi is checking the draft',
    cannotEdit: 'The editor did not accept the edit; the draft is unchanged',
  },
} as const;
