/** 没有填写的占位：20xx年、××市、_大精神、{{名称}}、【单位名称】，每一处都要补上实际内容。 */
import { matchSpan } from '../../text/span';
import { choices } from '../report';
import type { BlockRule, Finding } from '../types';
import { hasTrace, SHAPES } from './_shapes';

export const rule: BlockRule = {
  id: 'leftover/placeholder',
  scope: 'block',
  gate: 'language',
  severity: 'warning',
  source: '实务；《党政机关公文处理工作条例》第二十条审核要求',
  authority: 'usual',
  title: '占位未填',
  why: '范文、模板里的××、20xx年、下划线要换成实际内容，带着占位发出去就是差错。',
  examples: {
    bad: [
      { text: '20xx年，全市工作取得新进展。', found: '20xx年' },
      { text: '认真贯彻_大精神，狠抓落实。', found: '_大' },
      { text: '根据××市人民政府部署，现通知如下。', found: '××' },
      { text: '现将第X期培训安排通知如下。', found: 'X' },
      { text: '全年投入__万元，完成三项任务。', found: '__' },
      { text: '请{{单位名称}}做好准备。', found: '{{单位名称}}' },
      { text: '会议于【时间】召开。', found: '【时间】' },
      { text: '【填：主要做法】，群众满意度明显提高。', found: '【填：主要做法】' },
      { text: '由某某单位负责。', found: '某某' },
      { text: '20**年，全镇工作取得新进展。', found: '20**年' },
      { text: '下面，请×书记讲话。', found: '×' },
      { text: '镇X委、政府研究决定召开会议。', found: 'X' },
      { text: '全县○○镇先行试点。', found: '○○' },
    ],
    good: [
      '开展X光检查和X射线防护。',
      '推进1+X证书制度试点。',
      '长×宽×高，面积3×5米，合格率＝合格数×100%。',
      '某些单位和某个环节，李某某等三人。',
      'PM_2.5浓度下降，数据要素×行动。',
      '案由表述为××（行政行为）及行政复议。',
      '名称为“××区养老服务中心”。',
      '二○○四年三月，试点开始。',
      '姓名：________　电话：________',
      '把**重点工作**抓好。',
      '【工作动态】全市防汛会议召开。',
    ],
  },
  *check(block) {
    if (block.role === 'noise' || block.role === 'code' || !hasTrace(block)) return;
    const found: Finding[] = [];
    for (const { pattern, unless, severity, answers } of SHAPES) {
      for (const match of block.text.matchAll(pattern)) {
        if (unless?.(match, block)) continue;
        const at = matchSpan(match);
        found.push({
          span: at,
          message: `“${match[0].trim()}”是未填写的占位，应换成实际内容`,
          ...(severity ? { severity } : {}),
          fixes: answers ? choices(at, ...answers) : [],
        });
      }
    }
    let end = 0;
    for (const finding of found.sort((one, two) => one.span.start - two.span.start)) {
      if (finding.span.start < end) continue;
      end = finding.span.end;
      yield finding;
    }
  },
};
