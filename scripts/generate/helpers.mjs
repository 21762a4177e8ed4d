/** The page on the helpers of templates, from the helpers themselves; its examples are their tests. */
import { loadSources } from '../sources.mjs';

export const HELPERS_PAGE = 'docs/template-helpers.md';

const HEAD = `# 模板辅助函数

模板用Handlebars的写法，只认这里列出的块和辅助函数。值用两层花括号写出：\`{{会议名称}}\`；辅助函数写在前面，值写在后面，用空格隔开：\`{{汉字日期 会议日期}}\`；辅助函数套用时里面的加圆括号：\`{{#if (且 时间 地点)}}\`。文字要加双引号。

日期字段直接写出就是“2026年11月22日”。没有填的必填字段写成\`【填：会议名称】\`，没有填的选填字段什么也不写。写给自己看的说明放在\`{{!--\`和\`--}}\`之间，不会进正文。

本页由\`npm run generate\`生成，每个例子都作为测试运行。
`;

const loadHelpers = (root) => loadSources(root, { entry: 'server/src/templates/helpers/index.ts' });

/** In a cell of a table: code that keeps its line breaks. */
function cell(text) {
  const lines = text.replace(/\n$/, '').split('\n');
  return lines.map((line) => `\`${line.replace(/\|/g, '\\|')}\``).join('<br>');
}

function typed(value) {
  return typeof value === 'string' ? value || '（没有填）' : value.join('；');
}

function section(name, { summary, parameters = [], repeats, inList, examples }, level) {
  const shown = parameters.map(({ name: each, optional }) => (optional ? `[${each}]` : each)).join(' ');
  const usage = parameters.length > 0 ? `\`${name} ${shown}${repeats ? ' …' : ''}\`　` : '';
  const rows = examples.map(({ template, fields = {}, result }) => {
    const used = Object.entries(fields).filter(([field]) => template.includes(field));
    const values = used.map(([field, [, value]]) => `${field}：\`${typed(value)}\``);
    return `| ${cell(template)} | ${values.join('<br>')} | ${cell(result)} |`;
  });
  return [
    `${level} ${name}`,
    '',
    `${usage}${summary}。${inList ? '只能用在`{{#each}}`里。' : ''}`,
    '',
    '| 模板 | 填写 | 得到 |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

export async function helpersPage(root) {
  const { BLOCKS, HELPER_GROUPS } = await loadHelpers(root);
  const blocks = Object.entries(BLOCKS).map(([name, block]) => section(`\`{{#${name}}}\``, block, '###'));
  const groups = Object.entries(HELPER_GROUPS).map(([title, helpers]) =>
    [`## ${title}\n`, ...Object.entries(helpers).map(([name, helper]) => section(name, helper, '###'))].join('\n'),
  );
  return [HEAD, '## 块\n', blocks.join('\n'), groups.join('\n')].join('\n');
}
