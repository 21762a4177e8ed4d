/**
 * 校核报告 as HTML: headings, lists and tables that a screen reader goes through, bars drawn by the style sheet. The same
 * body serves the panel of the editor and the page of the command line; nothing is loaded from anywhere.
 */
import { DOCUMENT_KINDS } from '../../document/types';
import { SEVERITIES, type Severity } from '../../rules/types';
import { share } from './markdown';
import { type Counts, type GateReport, type ProofReport, type ReportLine, toldCounts } from './report';
import { REPORT_CSS } from './style-sheet';
import { bandName, sectionName } from './words';

/** A place is a link in the panel, where a click goes there, and plain words on a page by itself. */
export interface HtmlOptions {
  readonly links: boolean;
}

/** The panel opens the form of the unit profile with it. */
const FILL_PROFILE = '<button type="button" data-profile>填写单位资料</button>';

const LEVELS = Object.keys(SEVERITIES) as Severity[];

/** What stands inside `<main>`. Everything from the draft is escaped. */
export function reportBody(report: ProofReport, options: HtmlOptions): string {
  const { title, kind, characters, paragraphs, counts, lacks, gates, sections, sentences } = report;
  return [
    '<h1>校核报告</h1>',
    `<p class="about"><strong>${escaped(title === '' ? '没有标题' : title)}</strong><br>${DOCUMENT_KINDS[kind]}，${characters.toLocaleString('en-US')}字，${paragraphs}段。${toldCounts(counts)}。</p>`,
    gateTable(gates),
    ...lacks.map((sentence) => `<p>${escaped(sentence)}。${options.links ? FILL_PROFILE : ''}</p>`),
    ...gates.map((gate) => gatePart(gate, options)),
    sections.length > 0 ? sectionPart(report, options) : '',
    sentences.count > 0 ? sentencePart(report, options) : '',
  ].join('\n');
}

/** A whole page that needs nothing else. */
export function reportPage(report: ProofReport): string {
  const title = escaped(report.title === '' ? '校核报告' : `校核报告：${report.title}`);
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>
${REPORT_CSS}</style>
</head>
<body>
<main>
${reportBody(report, { links: false })}
</main>
</body>
</html>
`;
}

function gateTable(gates: readonly GateReport[]): string {
  const heads = ['关口', '规则', ...Object.values(SEVERITIES)].map((head) => `<th scope="col">${head}</th>`).join('');
  const rows = gates.map(
    ({ gate, title, rules, counts }) =>
      `<tr><th scope="row"><a href="#gate-${gate}">${title}</a></th><td>${rules}</td>${LEVELS.map((level) => `<td class="${counts[level] > 0 ? level : 'none'}">${counts[level]}</td>`).join('')}</tr>`,
  );
  return `<table class="gates"><caption>四道关口查了多少条规则，还有多少问题</caption><thead><tr>${heads}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function gatePart({ gate, title, rules, lines }: GateReport, options: HtmlOptions): string {
  const nothing = rules === 0 ? '没有启用这一关的规则。' : `查了${rules}条规则，没有发现问题。`;
  const content =
    lines.length === 0
      ? `<p class="clean">${nothing}</p>`
      : `<ul class="findings">${lines.map((line) => findingItem(line, options)).join('\n')}</ul>`;
  return `<section aria-labelledby="gate-${gate}"><h2 id="gate-${gate}">${title}</h2>${content}</section>`;
}

function findingItem({ line, character, severity, message, context, rule }: ReportLine, options: HtmlOptions): string {
  return `<li><span class="level ${severity}">${SEVERITIES[severity]}</span> ${place(line, character, options)} ${escaped(message)} <span class="rule">${rule}</span> <q>${escaped(context)}</q></li>`;
}

function sectionPart({ sections, characters }: ProofReport, options: HtmlOptions): string {
  const longest = Math.max(...sections.map((section) => section.characters));
  const rows = sections.map(
    (section) =>
      `<tr><th scope="row">${escaped(sectionName(section))}</th><td>${place(section.line, 0, options)}</td><td>${section.characters}</td><td>${share(section.characters, characters)}</td><td class="bar">${bar(section.characters, longest)}</td><td>${sectionCounts(section.counts)}</td></tr>`,
  );
  return `<section aria-labelledby="sections"><h2 id="sections">各部分的分量</h2><table><thead><tr><th scope="col">部分</th><th scope="col">位置</th><th scope="col">字数</th><th scope="col">占全文</th><th scope="col" class="bar"><span class="aside">图</span></th><th scope="col">问题</th></tr></thead><tbody>${rows.join('')}</tbody></table></section>`;
}

function sectionCounts(counts: Counts): string {
  return LEVELS.some((level) => counts[level] > 0) ? toldCounts(counts) : '无';
}

function sentencePart({ sentences }: ProofReport, options: HtmlOptions): string {
  const most = Math.max(...sentences.bands.map(({ count }) => count));
  const rows = sentences.bands.map(
    (band) =>
      `<tr><th scope="row">${bandName(band)}</th><td>${band.count}</td><td>${share(band.count, sentences.count)}</td><td class="bar">${bar(band.count, most)}</td></tr>`,
  );
  const longest = sentences.longest.map(
    ({ line, character, length, text }) =>
      `<li>${place(line, character, options)}，${length}字：<q>${escaped(text)}……</q></li>`,
  );
  return `<section aria-labelledby="sentences"><h2 id="sentences">句长</h2><p>共${sentences.count}句，中位数${sentences.median}字。句子从句号、问号、叹号、分号处断开，标点计入字数。</p><table><thead><tr><th scope="col">字数</th><th scope="col">句数</th><th scope="col">占比</th><th scope="col" class="bar"><span class="aside">图</span></th></tr></thead><tbody>${rows.join('')}</tbody></table>${longest.length > 0 ? `<h3>最长的句子</h3><ul>${longest.join('')}</ul>` : ''}</section>`;
}

/** The numbers stand beside it, so a screen reader passes it by. */
function bar(part: number, most: number): string {
  const width = most === 0 ? 0 : Math.round((part / most) * 100);
  return `<svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect width="${width}" height="8"></rect></svg>`;
}

function place(line: number, character: number, { links }: HtmlOptions): string {
  const words = `第${line + 1}行`;
  return links ? `<a href="#" data-line="${line}" data-character="${character}">${words}</a>` : words;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
