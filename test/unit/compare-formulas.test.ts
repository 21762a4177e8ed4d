/** Formulas that every document uses are known, whatever numbers, names and few words stand in them, and in no time. */
import assert from 'node:assert/strict';
import formulas from '../../server/data/compare-formulas.json';
import { formulasIn } from '../../server/src/compare/formulas';
import { normalText } from '../../server/src/compare/normal';

/** Words of a text that are in no formula. */
function own(text: string): string {
  const { units, offsets, ends } = normalText(text);
  const characters = text.split('');
  for (const { start, end } of formulasIn(units)) characters.fill('', offsets[start] ?? 0, ends[end - 1] ?? 0);
  return characters.join('').replace(/[^\p{L}\p{N}]/gu, '');
}

describe('查重：套语', () => {
  it('每一条都认得出，数目用什么数字写都行', () => {
    const { statutes, reports, organs } = formulas.patterns;
    const patterns = [...statutes, ...reports, ...organs];
    assert.deepEqual(patterns, [...new Set(patterns)]);
    for (const phrase of formulas.phrases) assert.equal(own(phrase), '', phrase);
    for (const pattern of patterns)
      for (const [number, words] of [
        ['12', ''],
        ['一万二千', '若干话'],
      ])
        assert.equal(own(pattern.replaceAll('＃', number ?? '').replaceAll('～', words ?? '')), '', pattern);
  });

  it('套语里换了数目、名称，还是套语；别的话留下', () => {
    const cases: [string, string][] = [
      ['违反本条例第十二条规定，有下列行为之一的，由县级以上人民政府林业主管部门责令限期改正', ''],
      ['逾期不改正的，处五千元以上三万元以下的罚款；情节严重的，没收违法所得', ''],
      ['2016年3月31日某省第十二届人民代表大会常务委员会第二十五次会议通过', ''],
      ['根据《中华人民共和国森林法》等法律、行政法规，结合本省实际，制定本条例', ''],
      ['现在，我代表市人民政府，向大会报告工作，请予审议，并请市政协委员和其他列席人员提出意见', ''],
      ['地区生产总值增长5.5%左右，城镇新增就业12万人以上', '左右以上'],
      ['渡口的救生艇每月检查一次，摆渡的老人都参加了急救培训', '渡口的救生艇每月检查一次摆渡的老人都参加了急救培训'],
    ];
    for (const [text, rest] of cases) assert.equal(own(text), rest, text);
  });

  it('很长的一行也找得完', () => {
    for (const words of ['一', '12年', '由县级以上', '根据', '处一千元以上']) {
      const { units } = normalText(words.repeat(Math.ceil(100_000 / words.length)));
      for (const { start, end } of formulasIn(units)) assert.ok(start < end && end <= units.length, words);
    }
  });
});
