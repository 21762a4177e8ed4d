/** `biganzi template`: the contract of its three commands, and one sentence for each way of using them wrongly. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CATALOGUE } from './support/catalogue';
import { biganzi, temporaryFolder } from './support/command-line';
import { templateFile } from './support/template';

describe('命令行 template', function () {
  this.timeout(20_000);
  const folder = temporaryFolder();
  const run = (...args: string[]) => biganzi(folder(), ['template', ...args]);
  const put = (name: string, text: string) => {
    writeFileSync(path.join(folder(), name), text);
    return name;
  };

  it('list列出全部模板', () => {
    const { status, stdout } = run('list', '--format', 'json');
    const list: Record<string, unknown>[] = JSON.parse(stdout);
    assert.equal(status, 0);
    assert.deepEqual(
      list.map(({ name }) => name),
      CATALOGUE.templates.map(({ template }) => template.name),
    );
    for (const each of list)
      assert.deepEqual(Object.keys(each), ['name', 'title', 'group', 'kind', 'description', 'fields']);
    const text = run('list').stdout;
    for (const { title } of list) assert.ok(text.includes(String(title)));
  });

  it('show输出源文件，名称和标题都认', () => {
    const source = readFileSync('templates/statutory/19-reply.hbs', 'utf8');
    assert.equal(run('show', 'reply').stdout, source);
    assert.equal(run('show', '批复').stdout, source);
  });

  it('render用样例填好，日期从--date算起', () => {
    const { status, stdout, stderr } = run('render', 'notice-meeting', '--date', '2026-12-28');
    assert.equal(status, 0);
    assert.equal(stderr, '');
    assert.match(stdout, /^　　2027年1月4日（星期一）上午9时，会期半天。$/m);
    assert.match(stdout, /^2026年12月28日$/m);
  });

  it('render用自己的数据，缺的和多的都说出来', () => {
    const data = put(
      'd.json',
      '{"事由": "设立$1园区", "批复意见": ["同意{{设立}}"], "单位全称": "××市人民政府", "多余": 1}',
    );
    const { status, stdout, stderr } = run('render', 'reply', '--data', data, '--date', '2026-11-22');
    assert.equal(status, 0);
    assert.match(stdout, /××市人民政府关于设立\$1园区的批复/);
    assert.match(stdout, /一、同意\{\{设立\}\}。/);
    assert.match(stdout, /^【填：来文机关】：$/m);
    assert.match(stderr, /^没有填写：.*来文机关.*发文机关代字/m);
    assert.match(stderr, /没有这些字段：多余。/);
  });

  it('自己的模板文件也能填', () => {
    const own = put('own.hbs', templateFile('{{甲}}好', { 甲: ['text', '甲'] }));
    assert.equal(run('render', own, '--data', put('d.json', '{"甲": "你"}')).stdout, '你好\n');
  });

  const wrong: readonly (readonly [string, () => string[], RegExp])[] = [
    ['没有的模板', () => ['show', '没有'], /^没有“没有”这个模板，/],
    ['日期不对', () => ['render', 'reply', '--date', '2026-02-30'], /^日期“2026-02-30”不对/],
    ['没有数据文件', () => ['render', 'reply', '--data', 'no.json'], /^no\.json：找不到这个文件/],
    ['不是JSON', () => ['render', 'reply', '--data', put('d.json', '{')], /^d\.json：应是JSON/],
    ['不是对象', () => ['render', 'reply', '--data', put('d.json', '[]')], /^d\.json：应是JSON/],
    ['值不对', () => ['render', 'reply', '--data', put('d.json', '{"成文日期": "下周"}')], /成文日期：“下周”不是日期/],
    ['坏的模板', () => ['render', put('bad.hbs', templateFile('甲\n{{乙}}'))], /^bad\.hbs:9：没有“乙”这个字段。/],
    [
      '展开后太长的模板',
      () => {
        const each = `{{#each 列}}${'长'.repeat(90_000)}{{/each}}`;
        const big = put('big.hbs', templateFile(each, { 列: ['list', '甲'] }));
        return ['render', big, '--data', put('d.json', JSON.stringify({ 列: [...'一二三四五六七八九十'] }))];
      },
      /^example：模板展开后太长/,
    ],
  ];
  for (const [what, args, message] of wrong) {
    it(what, () => {
      const { status, stdout, stderr } = run(...args());
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.match(stderr, message);
    });
  }
});
