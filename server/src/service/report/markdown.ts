/** 校核报告 as Markdown: plain enough to be printed or sent as it is. */
import { DOCUMENT_KINDS } from '../../document/types';
import { SEVERITIES, type Severity } from '../../rules/types';
import { type GateReport, type ProofReport, type ReportLine, toldCounts } from './report';
import { bandName, sectionName } from './words';

export function reportMarkdown(report: ProofReport): string {
  const { title, kind, characters, paragraphs, counts, lacks, gates, sections, sentences } = report;
  const parts = [
    '# 校核报告',
    `- 标题：${title === '' ? '没有标题' : plain(title)}\n- 文种：${DOCUMENT_KINDS[kind]}\n- 字数：${characters}字，${paragraphs}段\n- 结果：${toldCounts(counts)}`,
    table(['关口', '规则', ...Object.values(SEVERITIES)], gates.map(gateRow)),
    ...lacks.map((sentence) => `${sentence}。`),
    ...gates.map(gatePart),
  ];
  if (sections.length > 0)
    parts.push(
      '## 各部分',
      table(
        ['部分', '起始行', '字数', '占全文', '问题'],
        sections.map((section) => [
          plain(sectionName(section)),
          `第${section.line + 1}行`,
          `${section.characters}`,
          share(section.characters, characters),
          toldCounts(section.counts),
        ]),
      ),
    );
  if (sentences.count > 0) {
    parts.push(
      '## 句长',
      `共${sentences.count}句，中位数${sentences.median}字。句子从句号、问号、叹号、分号处断开，标点计入字数。`,
      table(
        ['字数', '句数', '占比'],
        sentences.bands.map((band) => [bandName(band), `${band.count}`, share(band.count, sentences.count)]),
      ),
    );
    if (sentences.longest.length > 0)
      parts.push(
        `最长的句子：\n\n${sentences.longest
          .map(({ line, length, text }) => `- 第${line + 1}行，${length}字：${plain(text)}……`)
          .join('\n')}`,
      );
  }
  return `${parts.join('\n\n')}\n`;
}

function gateRow({ title, rules, counts }: GateReport): string[] {
  return [title, `${rules}`, ...(Object.keys(SEVERITIES) as Severity[]).map((severity) => `${counts[severity]}`)];
}

function gatePart({ title, rules, lines }: GateReport): string {
  if (lines.length === 0) return `## ${title}\n\n${rules === 0 ? '没有启用这一关的规则。' : '没有发现问题。'}`;
  return `## ${title}\n\n${lines.map(lineText).join('\n')}`;
}

function lineText({ line, severity, message, context, rule }: ReportLine): string {
  return `- 第${line + 1}行（${SEVERITIES[severity]}）${plain(message)}：${plain(context)}（${rule}）`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

export function share(part: number, whole: number): string {
  return whole === 0 ? '0%' : `${((part / whole) * 100).toFixed(1)}%`;
}

/** What a draft says is text and no markup. */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/\s+/g, ' ');
}
