/** Helpers for places that the writer fills in the text: tab stops in the editor, marked gaps elsewhere. */
import type { Helpers } from './types';

export const GAP_HELPERS: Helpers = {
  填: {
    summary:
      '留一处空，插入后用Tab键走到这里填写；同名的是同一处，填一次都跟着变，列表里每一项各有一处；可以另说没填时显示什么',
    parameters: [
      { name: '填什么', type: 'text' },
      { name: '显示', type: 'text', optional: true },
    ],
    returns: 'text',
    examples: [
      { template: '会议由{{填 "主持人"}}主持。', result: '会议由【填：主持人】主持。' },
      { template: '×政发〔2026〕{{填 "顺序号" "×"}}号', result: '×政发〔2026〕×号' },
    ],
    call: ([name, display], scope) => scope.gap(String(name), display === undefined ? undefined : String(display)),
  },
  选: {
    summary: '给出几种写法，插入后用Tab键走到这里挑选；没有挑选时用第一种',
    parameters: [{ name: '写法', type: 'text' }],
    repeats: true,
    returns: 'text',
    examples: [{ template: '现将有关事项{{选 "通知" "通报"}}如下：', result: '现将有关事项通知如下：' }],
    call: (values, scope) => {
      const choices = values.map(String);
      return scope.gap(`选：${choices.join('、')}`, choices[0], choices);
    },
  },
};
