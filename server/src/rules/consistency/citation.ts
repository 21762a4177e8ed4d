/** 同一文件前后引用一致：标题与发文字号、发文机关与代字、条款数字、附件说明与附件、图表序号。 */
import type { DocumentRule } from '../types';
import { mixedArticles } from './_articles';
import { wrongAttachments } from './_attachments';
import { bareNumbers } from './_bare-numbers';
import { contradictoryCitations, notYetIssued } from './_citations';
import { citingLines } from './_cited';
import { misnumberedFigures, missingFigures } from './_figures';
import { wrongIssuers } from './_issuers';
import { nearNames } from './_near-names';

const HEAD = '关于加强防汛工作的通知\n各单位：\n';

export const rule: DocumentRule = {
  id: 'consistency/citation',
  scope: 'document',
  gate: 'citation',
  severity: 'warning',
  source: '《党政机关公文处理工作条例》第十九条、第二十条（四）',
  authority: 'binding',
  title: '同一文件前后引用一致',
  why: '同一份文件的标题、发文字号前后不一，附件与附件说明不符，读者无从查考，至少有一处是错的。',
  examples: {
    bad: [
      {
        text: '落实《关于加强水库管理的通知》（某政发〔2026〕5号）。\n对照《关于加强水库管理的通知》（某政发〔2026〕15号）自查。',
        found: '某政发〔2026〕15号',
      },
      {
        text: '落实《关于加强水库管理的通知》（某政发〔2026〕5号）。\n对照《关于加强水库管护的通知》（某政发〔2026〕5号）自查。',
        found: '关于加强水库管护的通知',
      },
      { text: '落实《国务院办公厅关于加强水库管理的通知》（国发〔2026〕5号）。', found: '国发' },
      {
        text: '依照《某某市河道条例》第十二条处理，情节严重的依照《某某市河道条例》第15条处理。',
        found: '第15条',
      },
      { text: '依照《某某市河道条例》第十二条处理，情节严重的，依照第15条处理。', found: '第15条' },
      {
        text: '落实《关于加强水库管理的通知》（某政发〔2026〕15号）。\n各单位严格执行某政发〔2026〕51号文件。',
        found: '某政发〔2026〕51号',
      },
      {
        text: '落实《关于加强水库管理的通知》（某政办发〔2026〕5号）。\n各单位严格执行某政办〔2026〕5号文件。',
        found: '某政办〔2026〕5号',
      },
      {
        text: '各企业对照《某某企业重大事故隐患判定标准》自查。\n各乡镇参照《某某企业重大事故隐患判断标准》抽查。',
        found: '某某企业重大事故隐患判断标准',
      },
      {
        text: '关于印发某某县人居环境整治实施方案的通知\n各乡镇：\n《某某县人居环境整治行动方案》已经县政府同意，现印发给你们。',
        found: '某某县人居环境整治行动方案',
      },
      {
        text: '落实《关于加强水库管理的通知》（某政发〔2026〕5号）。各单位对照《关于加强水库管理的通知》（某政发〔2026〕6号）自查。',
        found: '某政发〔2026〕6号',
      },
      { text: '第八条、第11条分别规定了准入条件。', found: '第11条' },
      {
        text: `${HEAD}请按附件1、附件2报送。\n附件：1.责任人名单\n2.物资清单\n某某县水务局\n2026年3月5日\n附件1\n责任人名册\n姓名　电话`,
        found: '责任人名册',
      },
      {
        text: '现将《某某县防汛抗旱应急预案》印发给你们。\n各乡镇要对照《某某县防汛抗旱应急予案》自查。',
        found: '某某县防汛抗旱应急予案',
      },
      { text: '落实《某某市人民政府办公室关于加强水库管理的通知》（某政发〔2026〕5号）。', found: '某政发' },
      { text: '各项指标见表3。\n表1　主要指标\n表2　分解指标', found: '表3' },
    ],
    good: [
      '落实《关于加强水库管理的通知》（某政发〔2026〕5号）。\n对照《关于加强水库管理的通知》（某政发〔2026〕5号）自查。',
      '落实《关于加强水库管理的通知》（某政发〔2026〕15号）和《河道意见》（某政发〔2026〕51号）。\n执行某政发〔2026〕51号文件。',
      '落实《关于加强水库管理的通知》（某政发〔2026〕5号）。\n各单位严格执行某政发〔2026〕15号、某水发〔2026〕5号文件。',
      '落实《关于做好防汛工作的通知》（某政发〔2025〕5号）。\n接着落实《关于做好防汛工作的通知》（某政发〔2026〕8号）。',
      '落实《水库管理办法》（某政发〔2026〕5号）、《关于印发水库管理办法的通知》（某政发〔2026〕5号）。',
      '落实国务院办公厅转发水利部《关于加强水库管理意见》（国办发〔2026〕5号）。',
      '依照《某某市河道条例》第十二条处理，协议第15条另有约定的除外。',
      `${HEAD}请按附件1、附件2报送。\n附件：1.责任人名单\n2.物资清单\n某某县水务局\n2026年3月5日\n附件1\n责任人名单\n姓名　电话`,
      '依照《某某市城市供水管理办法》执行。\n另按《某某市城市供热管理办法》执行。',
      '对照《某某企业重大事故隐患判定标准》《某某企业重大事故隐患认定标准》自查。',
      '依照《某某县防汛抗旱应急预案》和《某某市防汛抗旱应急预案》办理。',
      '落实《某某市人民政府办公室关于加强水库管理的通知》（某政办发〔2026〕5号）。',
      '落实《中共某某市委关于加强档案工作的意见》（某办字〔2026〕5号）。',
      '依照《某某市河道条例》第五条处理。\n放火罪（第114条、第115条第1款）。',
      '各项指标见表2。\n表1　主要指标\n表2　分解指标',
    ],
  },
  *check(draft) {
    const lines = citingLines(draft);
    yield* contradictoryCitations(lines);
    yield* bareNumbers(draft, lines);
    for (const { index, block } of lines) for (const found of wrongIssuers(block)) yield { ...found, block: index };
    yield* mixedArticles(lines);
    yield* nearNames(draft);
    yield* missingFigures(draft);
    yield* misnumberedFigures(draft);
    for (const piece of draft.pieces) {
      yield* notYetIssued(draft, piece);
      yield* wrongAttachments(draft, piece);
    }
  },
};
