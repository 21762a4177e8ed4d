/** Writes the documentation of the rules: a page for each, and a list of all by family. */

export const PAGES = 'docs/rules';

const NOTE = '<!-- 由 npm run generate 根据规则生成，请勿手改。 -->';

/** File name below the root to content. */
export function pages(rules) {
  const { RULES, rulePage } = rules;
  return new Map([
    [`${PAGES}/README.md`, list(rules)],
    ...RULES.map((rule) => [`${PAGES}/${rule.id}.md`, `${NOTE}\n\n${rulePage(rule)}`]),
  ]);
}

function list({ RULES, FAMILIES, familyOf, SEVERITIES, AUTHORITIES, GATES }) {
  const unknown = RULES.find((rule) => !(familyOf(rule) in FAMILIES));
  if (unknown) throw new Error(`规则 ${unknown.id} 的门类没有中文名，请补入 server/src/rules/families.ts`);
  const row = ({ id, title, severity, authority, gate, fixAll }) =>
    `| [${id}](${id}.md) | ${title.replaceAll('|', '\\|')} | ${SEVERITIES[severity]} | ${AUTHORITIES[authority]} | ${GATES[gate]} | ${fixAll ? '可以' : ''} |`;
  const families = Object.entries(FAMILIES).flatMap(([family, name]) => {
    const own = RULES.filter((rule) => familyOf(rule) === family);
    if (own.length === 0) return [];
    return [
      `## ${name}（${family}）`,
      '',
      '| 规则 | 说明 | 级别 | 效力 | 关口 | 一键改正 |',
      '| --- | --- | --- | --- | --- | --- |',
      ...own.map(row),
      '',
    ];
  });
  return [
    NOTE,
    '',
    '# 规则',
    '',
    `共${RULES.length}条规则。`,
    '“效力”一栏：规定，依据国家标准或者法规的强制条文；一般，依据标准里“一般”的条文；推荐，依据标准里“宜”的条文；实务，没有明文，是各机关的通行做法。',
    '只有“规定”的规则和确定的错字才报“错误”。“一键改正”一栏标着“可以”的，答案唯一，列入“修正全部确定性问题”。',
    '',
    ...families,
  ].join('\n');
}
