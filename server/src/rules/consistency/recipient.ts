/** 公文各要素相互一致：主送机关与正文称谓、署名与标题、文种与正文自称和发文字号。 */
import { isSpoken } from '../pieces';
import type { DocumentRule } from '../types';
import { wrongAddress } from './_address';
import { wrongOwnNumber } from './_issuers';
import { otherKind } from './_self-names';
import { otherSignature } from './_signature';
import { wrongSuperior } from './_superior';

export const rule: DocumentRule = {
  id: 'consistency/recipient',
  scope: 'document',
  gate: 'form',
  severity: 'warning',
  source: '《党政机关公文处理工作条例》第九条、第二十条',
  authority: 'binding',
  title: '主送、署名、文种前后一致',
  why: '主送机关与正文称谓、标题与署名、文种与正文自称对不上，多是套用旧稿没有改净。',
  examples: {
    bad: [
      {
        text: '关于同意设立档案馆的批复\n某某县教育局：\n你县《关于设立档案馆的请示》收悉。现批复如下：\n同意设立。',
        found: '你县',
      },
      {
        text: '某某市教育局关于开展检查的通知\n各学校：\n请做好准备。\n某某市财政局\n2026年3月5日',
        found: '某某市财政局',
      },
      {
        text: '某某市文化和旅游局关于开展检查的通知\n各学校：\n请做好准备。\n某某市文学艺术界联合会\n2026年3月5日',
        found: '某某市文学艺术界联合会',
      },
      {
        text: '某某省林业局关于开展检查的通报\n各市林业局：\n请做好准备。\n某某省水利厅\n2026年3月5日',
        found: '某某省水利厅',
      },
      {
        text: '关于调剂用房的请示\n市机关事务服务中心：\n现需周转房12套。\n以上请示，请市财政局予以审批。',
        found: '市财政局',
      },
      {
        text: '关于解决维修资金的请示\n县人民政府：\n现需资金20万元。\n当否，请县财政局批复。',
        found: '县财政局',
      },
      {
        text: '关于购置设备的请示\n县人民政府：\n现将有关事项通知如下：\n购置两台。\n妥否，请批示。',
        found: '通知',
      },
      {
        text: '关于加强档案管理的意见\n各单位：\n一、健全制度。\n本通知自印发之日起施行。',
        found: '本通知',
      },
    ],
    good: [
      '关于解决维修资金的请示\n县人民政府：\n现需资金20万元，拟请县财政局列入预算，请县政府批准。',
      '关于同意设立档案馆的批复\n某某县人民政府：\n你县《关于设立档案馆的请示》收悉。现批复如下：\n同意设立。',
      '关于同意设立档案馆的批复\n某某县教育局：\n你局《关于设立档案馆的请示》收悉。现批复如下：\n同意设立。请你县财政局支持。',
      '某某市人社局关于开展检查的通知\n各学校：\n请做好准备。\n某某市人力资源和社会保障局\n2026年3月5日',
      '某某市人民政府关于开展检查的通知\n各学校：\n请做好准备。\n某某市人民政府办公室\n2026年3月5日',
      '关于检查情况的通知\n各单位：\n现将检查情况通报如下：\n总体良好。',
      '关于印发档案管理意见的通知\n各单位：\n现将意见印发给你们。\n本意见自印发之日起施行。',
    ],
  },
  *check(draft) {
    for (const piece of draft.pieces) {
      if (isSpoken(draft, piece)) continue;
      yield* wrongAddress(draft, piece);
      yield* wrongSuperior(draft, piece);
      yield* otherSignature(draft, piece);
      yield* otherKind(draft, piece);
      yield* wrongOwnNumber(draft, piece);
    }
  },
};
