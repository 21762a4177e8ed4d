/** Helpers that write a value as official texts do: Chinese numerals, titles of documents, names of two characters. */
import { toHanNumeral } from '../../text/chars';
import type { Helpers } from './types';

const LARGEST = 999;

export const WORD_HELPERS: Helpers = {
  汉字: {
    summary: '1至999的整数用汉字写，其余照写阿拉伯数字',
    parameters: [{ name: '数字', type: 'number' }],
    returns: 'text',
    examples: [
      { template: '第{{汉字 届次}}届', fields: { 届次: ['number', '16'] }, result: '第十六届' },
      { template: '第{{汉字 3}}次会议', result: '第三次会议' },
    ],
    call: ([value]) => {
      const number = Number(value);
      return Number.isInteger(number) && number >= 1 && number <= LARGEST ? toHanNumeral(number) : String(value);
    },
  },
  加: {
    summary: '数字加几，要减就加负数；用来从上一年推下一年',
    parameters: [
      { name: '数字', type: 'number' },
      { name: '加几', type: 'number' },
    ],
    returns: 'text',
    examples: [
      { template: '{{加 总结年份 1}}年工作打算', fields: { 总结年份: ['number', '2026'] }, result: '2027年工作打算' },
    ],
    call: ([value, by]) => String(Number(value) + Number(by)),
  },
  书名: {
    summary: '加书名号，里面原有的书名号改成单书名号；已经整个加了书名号的不再加',
    parameters: [{ name: '文件名', type: 'text' }],
    returns: 'text',
    examples: [
      { template: '{{书名 文件名}}', fields: { 文件名: ['text', '财政预算管理办法'] }, result: '《财政预算管理办法》' },
      {
        template: '{{书名 文件名}}',
        fields: { 文件名: ['text', '关于印发《财政预算管理办法》的通知'] },
        result: '《关于印发〈财政预算管理办法〉的通知》',
      },
    ],
    call: ([title]) => {
      const text = String(title);
      if (text === '') return '';
      return /^《[^《》]*》$/.test(text) ? text : `《${text.replace(/《/g, '〈').replace(/》/g, '〉')}》`;
    },
  },
  姓名: {
    summary: '两个字的姓名中间空一字，与三个字的对齐',
    parameters: [{ name: '姓名', type: 'text' }],
    returns: 'text',
    examples: [
      { template: '{{姓名 讲话人}}', fields: { 讲话人: ['text', '张×'] }, result: '张　×' },
      { template: '{{姓名 讲话人}}', fields: { 讲话人: ['text', '张××'] }, result: '张××' },
    ],
    call: ([name]) => String(name).replace(/^([\p{Script=Han}×])([\p{Script=Han}×])$/u, '$1　$2'),
  },
};
