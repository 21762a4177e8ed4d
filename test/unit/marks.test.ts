/** Heading marks in every shape, and what only looks like one. */
import assert from 'node:assert/strict';
import { numeralValue, parseMark } from '../../server/src/document/marks';
import { parseHanNumeral, toHanNumeral } from '../../server/src/text/chars';

describe('标题序数', () => {
  const read = (line: string) => {
    const start = line.length - line.trimStart().length;
    const found = parseMark(line, start, line.length, true);
    if (!found) return undefined;
    const { style, value, mark, title, runIn } = found.heading;
    return `${style} ${value} ${line.slice(mark.start, mark.end)}|${line.slice(title.start, title.end)}${runIn ? '…' : ''}${found.weak ? '?' : ''}`;
  };

  const headings: readonly (readonly [string, string])[] = [
    ['一、总体要求', 'han 1 一、|总体要求'],
    ['　　十二、加强领导。要压实责任。', 'han 12 十二、|加强领导…'],
    ['一.总体要求', 'han 1 一.|总体要求'],
    ['（一）', 'han-paren 1 （一）|?'],
    ['1.80周岁以上', 'digit 1 1.|80周岁以上?'],
    ['一，总体要求', 'han 1 一，|总体要求?'],
    ['二、三大攻坚战', 'han 2 二、|三大攻坚战'],
    ['（一）加强领导。要压实责任。', 'han-paren 1 （一）|加强领导…'],
    ['(一)加强领导', 'han-paren 1 (一)|加强领导'],
    ['（一)加强领导', 'han-paren 1 （一)|加强领导'],
    ['㈡加强领导', 'han-paren 2 ㈡|加强领导'],
    ['（三）、加强领导', 'han-paren 3 （三）、|加强领导'],
    ['1.加强领导', 'digit 1 1.|加强领导'],
    ['1．加强领导', 'digit 1 1．|加强领导'],
    ['1、加强领导', 'digit 1 1、|加强领导'],
    ['1 、加强领导', 'digit 1 1 、|加强领导'],
    ['1.加强组织领导.各级要高度重视,精心组织.', 'digit 1 1.|加强组织领导…'],
    ['（五）种.种原因都要查清', 'han-paren 5 （五）|种.种原因都要查清'],
    ['12.加强领导', 'digit 12 12.|加强领导'],
    ['1.2026年工作回顾', 'digit 1 1.|2026年工作回顾'],
    ['（1）加强领导', 'digit-paren 1 （1）|加强领导'],
    ['⑴加强领导', 'digit-paren 1 ⑴|加强领导'],
    ['1）加强领导', 'digit-half-paren 1 1）|加强领导'],
    ['①加强领导', 'circled 1 ①|加强领导'],
    ['第一章　总　则', 'chapter 1 第一章|总　则'],
    ['第三部分 保障措施', 'part 3 第三部分|保障措施'],
    ['第二节　登记', 'section 2 第二节|登记'],
    ['第十条　本办法自印发之日起施行。', 'article 10 第十条|本办法自印发之日起施行'],
    ['二、拓宽思路，做好各项工作 具体到实际工作中，要突出重点。', 'han 2 二、|拓宽思路，做好各项工作…'],
    ['（二）落实“把问题解决在一线。”的要求', 'han-paren 2 （二）|落实“把问题解决在一线。”的要求'],
    ['一、首先谈谈工作概况:', 'han 1 一、|首先谈谈工作概况'],
    ['二、二审判决情况', 'han 2 二、|二审判决情况'],
  ];
  for (const [line, expected] of headings) it(line, () => assert.equal(read(line), expected));

  for (const line of [
    '1.5亿元资金',
    '2024.6',
    '2024年工作',
    '一、二、三产业',
    '二、三产业协调发展',
    '一季度开局良好',
    '一、二季度',
    '三、四年级学生',
    '10:30开会',
    '一是加强领导',
    '第一季度',
  ])
    it(`${line} 不是标题`, () => assert.equal(read(line), undefined));
});

describe('汉字数字', () => {
  it('读与写互逆', () => {
    for (let value = 1; value < 1000; value++) assert.equal(parseHanNumeral(toHanNumeral(value)), value);
  });
  it('概数和日常说法不是数字', () => {
    for (const text of ['', '一二', '三五', '一百二', '零', '十十']) assert.equal(parseHanNumeral(text), undefined);
  });
  it('各种形状的数字', () => {
    for (const [text, value] of [
      ['㈩', 10],
      ['⑳', 20],
      ['⑿', 12],
      ['⒈', 1],
      ['㉑', 21],
      ['１２', 12],
      ['廿', undefined],
    ] as const)
      assert.equal(numeralValue(text), value);
  });
});
