/** What is coloured in a draft, and the ways in which its characters are counted. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDraft } from '../../server/src/document/read';
import { countAll } from '../../server/src/service/characters';
import { semanticTokens } from '../../server/src/service/semantic-tokens';

function told(text: string): string[] {
  const { blocks } = readDraft(text);
  return Array.from(semanticTokens(readDraft(text)), ({ line, span, type, level }) => {
    const words = blocks[line]?.source.slice(span.start, span.end);
    return `${type}${level ?? ''} ${words}`;
  });
}

describe('服务：着色', () => {
  it('标题、主送、层次、文件名、文号、日期、数字各有其色', () => {
    const text = [
      '关于做好防汛工作的通知',
      '',
      '各镇人民政府：',
      '　　根据《防汛工作条例》（某政发〔2026〕5号），2026年6月1日起投入1,286.5万元。',
      '　　一、提高认识',
      '　　（一）抓好学习。完成率达到99.5%。',
    ].join('\n');
    assert.deepEqual(told(text), [
      'title 关于做好防汛工作的通知',
      'addressee 各镇人民政府：',
      'documentName 《防汛工作条例》',
      'documentNumber 某政发〔2026〕5号',
      'date 2026年6月1日',
      'figure 1,286.5万',
      'heading1 一、提高认识',
      'heading2 （一）抓好学习',
      'figure 99.5%',
    ]);
  });

  it('未填的空在日期里也看得出', () => {
    assert.deepEqual(told('　　会议定于2026年×月×日召开。'), ['date 2026年', 'placeholder ×月×日']);
  });

  it('代码和空行不着色', () => {
    assert.deepEqual(told('\n\n　　今天天气很好。\n'), []);
  });

  it('不重叠、不越界、依次排列', () => {
    const piece = fc.constantFrom(
      '一、',
      '《',
      '》',
      '〔2026〕5号',
      '某政发',
      '2026年',
      '11月22日',
      '×',
      '3.5%',
      '\n',
      '各单位：',
      '抓好落实。',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const draft = readDraft(pieces.join(''));
        let line = 0;
        let end = 0;
        for (const token of semanticTokens(draft)) {
          if (token.line > line) end = 0;
          assert.ok(token.line >= line && token.span.start >= end && token.span.end > token.span.start);
          assert.ok(token.span.end <= (draft.blocks[token.line]?.source.length ?? 0));
          line = token.line;
          end = token.span.end;
        }
      }),
    );
  });
});

describe('字数', () => {
  it('计标点、不计标点、汉字三种数法', () => {
    assert.deepEqual(countAll('全年投入1,286.5万元，增长3.5%。'), { all: 12, words: 10, han: 8 });
    assert.deepEqual(countAll(''), { all: 0, words: 0, han: 0 });
  });
});
