/** Conditions for `{{#if (…)}}` and `{{#unless (…)}}`. */
import type { Value } from '../types';
import { type Condition, type Helpers, isFilled } from './types';

const FIELDS = {
  方式: ['choice', '视频'],
  附件: ['list', ['名单']],
  备注: ['text', ''],
} as const;

const many = (summary: string, template: string, call: Condition['call']): Condition => ({
  summary,
  parameters: [{ name: '条件', type: 'any' }],
  repeats: true,
  returns: 'boolean',
  examples: [{ template, fields: FIELDS, result: '是' }],
  call,
});

/** A date and the text that it prints as are equal, so that a writer need not know which of the two a field holds. */
const same = (one: Value | undefined, two: Value | undefined) => String(one ?? '') === String(two ?? '');

export const CONDITION_HELPERS: Helpers = {
  等于: {
    summary: '两个值相同',
    parameters: [
      { name: '甲', type: 'any' },
      { name: '乙', type: 'any' },
    ],
    returns: 'boolean',
    examples: [
      {
        template: '{{#if (等于 方式 "视频")}}以视频形式召开{{else}}现场召开{{/if}}',
        fields: FIELDS,
        result: '以视频形式召开',
      },
    ],
    call: ([one, two]) => same(one, two),
  },
  且: many('都填了，或都成立', '{{#if (且 方式 附件)}}是{{else}}否{{/if}}', (values) => values.every(isFilled)),
  或: many('填了一项，或有一项成立', '{{#if (或 备注 附件)}}是{{else}}否{{/if}}', (values) => values.some(isFilled)),
  非: {
    summary: '没有填，或不成立',
    parameters: [{ name: '条件', type: 'any' }],
    returns: 'boolean',
    examples: [{ template: '{{#if (非 备注)}}是{{else}}否{{/if}}', fields: FIELDS, result: '是' }],
    call: ([value]) => !isFilled(value),
  },
};
