/** A document saved as a template: what is offered as a field, and that the template gives the document again. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  fillTemplate,
  makeTemplate,
  offerFields,
  readTemplate,
  TemplateProblem,
  toText,
} from '../../server/src/templates';
import { sampleValues } from '../../server/src/templates/sample';
import { CATALOGUE, SAMPLE_PROFILE } from './support/catalogue';
import { TODAY } from './support/template';

const HEAD = { name: 'own', title: '自己的', group: '本单位', description: '存下来的' };

const NOTICE = `××市水利局关于召开全市冬修水利现场会的通知

各县（市、区）水利局：

　　定于2026年12月3日召开全市冬修水利现场会，会期一天。2026年12月3日上午报到。

××市水利局

2026年11月22日

（联系人：张××，电话：0000-0000000）
`;

const SPEECH = `在全市冬修水利现场会上的讲话

（二〇二六年十二月三日）

张　×

同志们：

　　今天会议的主要任务是部署冬修水利工作。
`;

describe('模板：另存为模板', () => {
  it('通知里找出单位、会议、主送机关、日期和联系人', () => {
    const offers = offerFields(NOTICE).map(({ name, text }) => `${name} ${text}`);
    assert.deepEqual(offers, [
      '单位全称 ××市水利局',
      '会议名称 全市冬修水利现场会',
      '主送机关 各县（市、区）水利局',
      '日期 2026年12月3日',
      '成文日期 2026年11月22日',
      '联系人 张××',
    ]);
  });

  it('讲话稿里找出会议、讲话人和汉字日期', () => {
    const offers = offerFields(SPEECH).map(({ name, text, mark }) => `${name} ${text} ${mark}`);
    assert.deepEqual(offers, [
      '会议名称 全市冬修水利现场会 {{会议名称}}',
      '讲话日期 二〇二六年十二月三日 {{汉字日期 讲话日期}}',
      '讲话人 张　× {{讲话人}}',
    ]);
  });

  it('存下来的模板换上新的内容', () => {
    const file = makeTemplate(NOTICE, offerFields(NOTICE), HEAD, 'notice');
    const read = readTemplate(file);
    assert.ok('template' in read);
    const values = new Map([...sampleValues(read.template, SAMPLE_PROFILE, TODAY)]);
    assert.equal(toText(fillTemplate(read.template, values)), NOTICE);
    values.set('会议名称', '全市防汛会议').set('单位全称', '××县水利局').set('日期', TODAY);
    const text = toText(fillTemplate(read.template, values));
    assert.match(text, /^××县水利局关于召开全市防汛会议的通知$/m);
    assert.match(text, /定于2026年11月22日召开全市防汛会议，会期一天。2026年11月22日上午报到/);
  });

  it('内置模板的成品都能再存为模板', () => {
    for (const { template } of CATALOGUE.templates) {
      const text = toText(fillTemplate(template, sampleValues(template, SAMPLE_PROFILE, TODAY)));
      const read = readTemplate(makeTemplate(text, offerFields(text), HEAD, template.kind));
      assert.ok('template' in read, template.name);
    }
  });

  it('花括号、引号、反斜线照原样存下，存不下的说明原因', () => {
    const words = fc.string({ unit: fc.constantFrom(...'{}\\"\'$#!->甲\n：- &*[]') });
    fc.assert(
      fc.property(words, (odd) => {
        const text = `甲${odd}乙`;
        try {
          const read = readTemplate(makeTemplate(text, [], { ...HEAD, title: text.trim() }, 'unknown'));
          assert.ok('template' in read);
          assert.equal(read.template.title, text.trim());
          assert.equal(toText(fillTemplate(read.template, new Map())), `${text}\n`);
        } catch (error) {
          if (!(error instanceof TemplateProblem)) throw error;
        }
      }),
      { numRuns: 200 },
    );
    assert.match(makeTemplate('甲{{乙}}', [], HEAD, 'unknown'), /甲\\\{\{乙\}\}/);
  });
});
