/** Helpers for lists: numbers that follow the position in the list, joins, counts. */
import { toHanNumeral } from '../../text/chars';
import type { Value } from '../types';
import type { Helpers } from './types';

const FIELDS = {
  会议议题: ['list', ['传达会议精神', '研究年度计划', '审议有关人事事项']],
  参会单位: ['list', ['市财政局', '市教育局', '市水利局']],
} as const;
const itemsOf = (value: Value | undefined): readonly string[] => (Array.isArray(value) ? value : []);

/** 一、 （一） 1. （1） ① 一是 第一，: the first number of a series, as the writer would write it. */
const FIRST_NUMBER = /[一1①]/;
const CIRCLED = 0x2460;
const MOST_CIRCLED = 20;

function numberLike(first: string, value: number): string {
  return first.replace(FIRST_NUMBER, (sample) => {
    if (sample === '①' && value <= MOST_CIRCLED) return String.fromCodePoint(CIRCLED + value - 1);
    return sample === '一' ? toHanNumeral(value) : String(value);
  });
}

/** Between marks that close and open by themselves 顿号 is left out: GB/T 15834—2011 4.5.3.5. */
function between(one: string, two: string): string {
  return /[”》]$/.test(one) && /^[“《]/.test(two) ? '' : '、';
}

function joined(items: readonly string[], last: string): string {
  const end = last === '等' ? items.length : items.length - 1;
  let text = items[0] ?? '';
  for (let index = 1; index < items.length; index++) {
    const [one, two] = [items[index - 1] ?? '', items[index] ?? ''];
    text += (index === end && last !== '' ? last : between(one, two)) + two;
  }
  return last === '等' ? `${text}等` : text;
}

export const LIST_HELPERS: Helpers = {
  序号: {
    summary: '序号，跟着列表里的位置走；照第一个序号的样子写，可以另说从几起',
    parameters: [
      { name: '第一个序号', type: 'text' },
      { name: '从几起', type: 'number', optional: true },
    ],
    returns: 'text',
    inList: true,
    examples: [
      {
        template: '{{#each 会议议题}}{{序号 "一、"}}{{项}}\n{{/each}}',
        fields: FIELDS,
        result: '一、传达会议精神\n二、研究年度计划\n三、审议有关人事事项\n',
      },
      {
        template: '{{#each 会议议题}}{{序号 "（一）"}}{{项}}\n{{/each}}',
        fields: FIELDS,
        result: '（一）传达会议精神\n（二）研究年度计划\n（三）审议有关人事事项\n',
      },
      {
        template: '{{#each 会议议题}}{{序号 "1."}}{{项}}\n{{/each}}',
        fields: FIELDS,
        result: '1.传达会议精神\n2.研究年度计划\n3.审议有关人事事项\n',
      },
      {
        template: '{{#each 会议议题}}{{序号 "（1）"}}{{项}}\n{{/each}}',
        fields: FIELDS,
        result: '（1）传达会议精神\n（2）研究年度计划\n（3）审议有关人事事项\n',
      },
      {
        template: '{{#each 会议议题}}{{序号 "一是"}}{{项}}{{句末 "；" "。"}}{{/each}}',
        fields: FIELDS,
        result: '一是传达会议精神；二是研究年度计划；三是审议有关人事事项。',
      },
      {
        template: '{{#each 会议议题}}{{序号 "一、" 4}}{{项}}\n{{/each}}',
        fields: FIELDS,
        result: '四、传达会议精神\n五、研究年度计划\n六、审议有关人事事项\n',
      },
    ],
    call: ([first, from = 1], { place }) =>
      numberLike(String(first), Math.min(999, Math.max(1, Math.floor(Number(from)) + (place?.index ?? 0)))),
  },
  句末: {
    summary: '列表各项后面的标点：前几项用第一个，最后一项用第二个',
    parameters: [
      { name: '各项后', type: 'text' },
      { name: '末项后', type: 'text' },
    ],
    returns: 'text',
    inList: true,
    examples: [
      {
        template: '{{#each 参会单位}}{{项}}{{句末 "，" "。"}}{{/each}}',
        fields: FIELDS,
        result: '市财政局，市教育局，市水利局。',
      },
    ],
    call: ([each, last], { place }) => String(place && place.index === place.count - 1 ? last : each),
  },
  并列: {
    summary: '用顿号连成一串，末项前可以用“和”“及”，末尾可以加“等”；引号、书名号之间不加顿号',
    parameters: [
      { name: '列表', type: 'list' },
      { name: '末项', type: 'text', optional: true },
    ],
    returns: 'text',
    examples: [
      { template: '{{并列 参会单位}}', fields: FIELDS, result: '市财政局、市教育局、市水利局' },
      { template: '{{并列 参会单位 "和"}}', fields: FIELDS, result: '市财政局、市教育局和市水利局' },
      { template: '{{并列 参会单位 "等"}}', fields: FIELDS, result: '市财政局、市教育局、市水利局等' },
      {
        template: '学习{{并列 文件}}',
        fields: { 文件: ['list', ['《条例》', '《办法》']] },
        result: '学习《条例》《办法》',
      },
    ],
    call: ([list, last = '']) => joined(itemsOf(list), String(last)),
  },
  附件说明: {
    summary: '附件说明：一个附件不编号，几个附件编1. 2. 对齐排列，名称后不加标点；没有附件什么也不写',
    parameters: [{ name: '列表', type: 'list' }],
    returns: 'text',
    examples: [
      {
        template: '{{附件说明 附件}}',
        fields: { 附件: ['list', ['任务分工表', '进度安排表']] },
        result: '　　附件：1.任务分工表\n　　　　　2.进度安排表',
      },
      { template: '{{附件说明 附件}}', fields: { 附件: ['list', ['任务分工表']] }, result: '　　附件：任务分工表' },
    ],
    call: ([list]) => {
      const items = itemsOf(list);
      const numbered = items.length > 1 ? items.map((item, index) => `${index + 1}.${item}`) : items;
      return numbered.map((item, index) => `${index === 0 ? '　　附件：' : '　　　　　'}${item}`).join('\n');
    },
  },
  计数: {
    summary: '列表有几项，用汉字写，带量词；两项不写作二项',
    parameters: [
      { name: '列表', type: 'list' },
      { name: '量词', type: 'text' },
    ],
    returns: 'text',
    examples: [
      { template: '会议有{{计数 会议议题 "项"}}议程。', fields: FIELDS, result: '会议有三项议程。' },
      { template: '分{{计数 组别 "个"}}组讨论。', fields: { 组别: ['list', ['甲', '乙']] }, result: '分两个组讨论。' },
    ],
    call: ([list, measure]) => {
      const count = itemsOf(list).length;
      const numeral = count === 2 ? '两' : count === 0 ? '零' : toHanNumeral(count);
      return `${numeral}${measure}`;
    },
  },
};
