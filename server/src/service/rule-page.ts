/** What there is to know about a rule, as Markdown: the hover, the page of the rule and the documentation. */
import { AUTHORITIES, type BadExample, GATES, type GoodExample, type Rule, SEVERITIES } from '../rules/types';

/** The page of a rule. */
export function rulePage(rule: Rule): string {
  const { id, title, why, gate, severity, source, authority, fixAll, systematic, options, examples } = rule;
  const settings = Object.entries(options ?? {}).map(
    ([name, option]) => `- \`${name}\`：${option.description}（默认 \`${String(option.default)}\`）`,
  );
  return [
    `# ${plainText(title)}`,
    '',
    plainText(why),
    '',
    `- 规则：\`${id}\``,
    `- 关口：${GATES[gate]}`,
    `- 级别：${SEVERITIES[severity]}`,
    `- 依据：${plainText(source)}（${AUTHORITIES[authority]}）`,
    `- 一键改正：${fixAll ? '可以，列入“修正全部确定性问题”' : '由写稿人逐处决定'}`,
    ...(systematic ? ['- 全文同类问题很多时，只在第一处报出一次'] : []),
    ...(settings.length > 0 ? ['', '## 选项', '', ...settings] : []),
    '',
    ...(examples.bad.length > 0 ? ['## 误例', '', ...examples.bad.flatMap(badExample)] : []),
    '## 正例',
    '',
    ...examples.good.flatMap((example) => [...fenced(textOf(example)), '']),
  ].join('\n');
}

function badExample({ text, fixed, profile }: BadExample): string[] {
  const unit = Object.entries(profile ?? {}).map(([name, value]) => `“${name}”写明“${value}”`);
  return [
    ...(unit.length > 0 ? [`单位资料里${unit.join('、')}：`, ''] : []),
    ...fenced(text),
    '',
    ...(fixed === undefined ? [] : ['改为：', '', ...fenced(fixed), '']),
  ];
}

function fenced(text: string): string[] {
  return ['```text', text, '```'];
}

function textOf(example: GoodExample): string {
  return typeof example === 'string' ? example : example.text;
}

/** Marks that mean something anywhere in a line of Markdown. */
const INLINE_MARK = /[\\`*_[\]<>|~&]/g;

/** Marks that mean something only at the beginning of a line: `# `, `- `, `1. `. */
const LINE_MARK = /^(\s*)(#{1,6}|[-+]|\d{1,9}(?=[.)]))(?=[\s.)]|$)/gm;

/** Shows a text in Markdown exactly as it is. */
export function plainText(text: string): string {
  return text
    .replace(INLINE_MARK, '\\$&')
    .replace(LINE_MARK, (_, blanks: string, mark: string) => `${blanks}${/\d/.test(mark) ? `${mark}\\` : `\\${mark}`}`);
}
