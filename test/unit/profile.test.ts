/** The unit profile as the rules get it: from the setting, from `.biganzi/profile.json`, and what is told where it is wrong or missing. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { readDraft } from '../../server/src/document/read';
import { Checker } from '../../server/src/rules/engine';
import type { PackFiles } from '../../server/src/service/packs/files';
import { readPack } from '../../server/src/service/packs/pack';
import { settingsWith } from '../../server/src/service/packs/settings';
import { reportMarkdown } from '../../server/src/service/report/markdown';
import { proofReport } from '../../server/src/service/report/report';
import { faultsOf } from '../../server/src/service/setting-faults';
import {
  activeRules,
  DEFAULT_SETTINGS,
  lacksOf,
  parseSettings,
  type Settings,
} from '../../server/src/service/settings';

const FOLDER = path.join('drafts', '.biganzi');
const ONLY = new Set(['residue/place', 'residue/unit', 'residue/person']);
const DRAFT =
  '在桐庐县教育大会上的讲话\n在五莲县委、县政府的坚强领导下，桐庐的教育事业迈出新步伐。\n把桐庐县的学校办得更好。';

const filesOf = (text: string): PackFiles => ({
  read: async (file) => (file === path.join(FOLDER, 'profile.json') ? new TextEncoder().encode(text) : undefined),
  list: async () => ['profile.json'],
});

function found(settings: Settings): (string | undefined)[] {
  const draft = readDraft(DRAFT, 'gongwen');
  const { reports } = new Checker(activeRules(settings, ONLY)).check(draft);
  return reports.map(({ block, span }) => draft.blocks[block]?.source.slice(span.start, span.end));
}

describe('单位资料', () => {
  it('从设置里来，没有就不核对地区', () => {
    assert.deepEqual(found(DEFAULT_SETTINGS), []);
    assert.deepEqual(found(parseSettings({ profile: { 本地区名: '桐庐县' } })), ['五莲县']);
    assert.deepEqual(found(parseSettings({ profile: { 本地区名: '浙江省杭州市桐庐县' } })), ['五莲县']);
  });

  it('从文件夹里的profile.json来，先于设置', async () => {
    const pack = await readPack(FOLDER, false, filesOf('{"本地区名":"桐庐县"}'));
    assert.ok(pack);
    assert.deepEqual(pack.faults, []);
    const settings = settingsWith({ profile: { 本地区名: '五莲县', 单位简称: '县府办' } }, [pack]);
    assert.deepEqual(settings.profile, { 本地区名: '桐庐县', 单位简称: '县府办' });
    assert.deepEqual(found(settings), ['五莲县']);
  });

  it('交给别人的规则包里没有单位资料', async () => {
    const pack = await readPack(FOLDER, true, filesOf('{"本地区名":"桐庐县"}'));
    assert.deepEqual(pack?.profile, {});
  });

  for (const [text, message] of [
    ['{', '单位资料不合JSON的写法，没有起作用'],
    ['[]', '单位资料应是一个JSON对象（{ … }），没有起作用'],
    ['{"地区":"桐庐县"}', '单位资料里没有“地区”这一项，没有起作用'],
    ['{"本地区名":["桐庐县"]}', '单位资料的“本地区名”应是一段文字，没有起作用'],
  ] as const)
    it(`写错了说一句：${message}`, async () => {
      const pack = await readPack(FOLDER, false, filesOf(text));
      assert.deepEqual(
        pack?.faults.map((fault) => fault.message),
        [message],
      );
      assert.deepEqual(found(settingsWith({}, pack ? [pack] : [])), []);
    });

  it('设置写错了说一句', () => {
    assert.deepEqual(faultsOf({ profile: { 地区: '桐庐县' } }), ['单位资料里没有“地区”这一项，没有起作用。']);
    assert.deepEqual(faultsOf({ profile: {} }), []);
  });

  it('没有本地区名时，校核报告里说一次', () => {
    const draft = readDraft(DRAFT, 'gongwen');
    const told = (settings: Settings) =>
      reportMarkdown(proofReport(draft, [], activeRules(settings))).match(/本地区名/g);
    assert.equal(told(DEFAULT_SETTINGS)?.length, 1);
    assert.equal(told(parseSettings({ profile: { 本地区名: '桐庐县' } })), null);
    assert.deepEqual(lacksOf(activeRules(DEFAULT_SETTINGS, new Set(['residue/year']))), []);
  });
});
