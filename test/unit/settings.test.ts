/** What settings and presets make of the rules. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { SEVERITIES } from '../../server/src/rules/types';
import { PRESETS, presetOf } from '../../server/src/service/presets';
import { faultsOf } from '../../server/src/service/setting-faults';
import { activeRules, parseSettings } from '../../server/src/service/settings';
import { MemoryDocument, NEVER, serviceWith } from './support/service';

const TEXT = '关于开会的通知\n\n各科室：\n\n　　二O二四年,请准时到会。欢迎登陆平台填报其它材料，以惟利是图为耻。\n';

async function reports(settings: object, text = TEXT) {
  const { service } = serviceWith(parseSettings(settings));
  const review = await service.review(new MemoryDocument(text), NEVER);
  return new Map((review?.reports ?? []).map(({ rule, severity }) => [rule.id, severity] as const));
}

describe('设置：级别', () => {
  it('逐条、逐类设定，逐条的优先', async () => {
    const found = await reports({
      severity: { 'punctuation/*': 'off', 'punctuation/half-width': 'hint', 'number/zero': 'off' },
    });
    assert.equal(found.get('punctuation/half-width'), 'hint');
    assert.equal(found.has('number/zero'), false);
  });

  it('写在文种名下的只用于这一文种，优先于其余', async () => {
    const severity = {
      'number/zero': 'info',
      '[notice]': { 'number/*': 'off' },
      '[speech]': { 'number/zero': 'error' },
    };
    assert.equal((await reports({ severity })).has('number/zero'), false);
    assert.equal((await reports({ severity }, '二O二四年以来，工作有进展。')).get('number/zero'), 'info');
  });

  it('写错的说出来，其余照用', () => {
    const value = {
      preset: '从严',
      severity: {
        'no/such': 'off',
        'number/zero': 'loud',
        '[poem]': {},
        '[speech]': { 'no/*': 'off', 'form/*': 'off' },
      },
      options: { 'number/zero': 3 },
    };
    assert.deepEqual(faultsOf(value), [
      '“preset”应为严格、标准、宽松、校核之一，这一项没有起作用。',
      '没有名为“no/such”的规则，这一项没有起作用。',
      '规则“number/zero”的设置写法不对，这一项没有起作用。',
      '没有名为“poem”的文种，这一项没有起作用。',
      '没有名为“no/*”的规则，这一项没有起作用。',
      '规则“number/zero”的设置写法不对，这一项没有起作用。',
    ]);
    assert.deepEqual(parseSettings(value).severityByKind.speech, { 'no/*': 'off', 'form/*': 'off' });
    assert.deepEqual(faultsOf(undefined), []);
  });
});

describe('设置：预设', () => {
  it('数据文件合乎格式', () => {
    for (const { title, about, levels, practice } of Object.values(PRESETS)) {
      assert.ok(title && about);
      assert.ok(practice === null || typeof practice === 'boolean');
      for (const [from, to] of Object.entries(levels)) {
        assert.ok(from in SEVERITIES);
        assert.ok(to === 'off' || to in SEVERITIES);
      }
    }
  });

  it('英文名和中文名都认，别的按标准', () => {
    assert.deepEqual(['strict', '宽松', '校核', 'x', 3].map(presetOf), [
      'strict',
      'relaxed',
      'final',
      undefined,
      undefined,
    ]);
    assert.equal(parseSettings({ preset: '严格' }).preset, 'strict');
    assert.equal(parseSettings({ preset: 'loud' }).preset, 'standard');
  });

  it('说明文档里都有', () => {
    const page = readFileSync('docs/settings.md', 'utf8');
    for (const [name, { title, about }] of Object.entries(PRESETS))
      assert.ok(page.includes(`| \`${name}\` ${title} | ${about}`));
  });

  it('宽松只报错误和警告', async () => {
    const found = await reports({ preset: '宽松' });
    assert.ok(found.size > 0);
    assert.ok([...found.values()].every((severity) => severity === 'error' || severity === 'warning'));
    const standard = await reports({});
    assert.ok(standard.size > found.size);
  });

  it('严格和校核把提示列入清单，校核连实务规则也用', async () => {
    const hidden = async (settings: object) =>
      [...(await reports(settings)).values()].filter((each) => each === 'hint');
    assert.notDeepEqual(await hidden({}), []);
    assert.deepEqual(await hidden({ preset: 'strict' }), []);
    assert.deepEqual(await hidden({ preset: 'final' }), []);
    const count = (settings: object) => activeRules(parseSettings(settings)).length;
    assert.ok(count({ practice: false }) < count({ practice: false, preset: 'final' }));
  });

  it('逐条设定的优先于预设', async () => {
    assert.equal(
      (await reports({ preset: 'relaxed', severity: { 'wording/confusable': 'hint' } })).get('wording/confusable'),
      'hint',
    );
  });

  it('提得再高，没有把握的也不自动改', async () => {
    const fixed = async (settings: object) => {
      const { service } = serviceWith(parseSettings(settings));
      return (await service.fixAll(new MemoryDocument(TEXT), NEVER))?.edits;
    };
    assert.deepEqual(await fixed({ preset: 'strict' }), await fixed({}));
  });
});
