/** Findings of the word tables on policy wording: advice with choices, never a preferred fix. */
import type { Row } from '../../lexicon/row';
import { explanationOf } from '../explanation';
import { choices } from '../report';
import type { Finding } from '../types';
import type { TableMatch } from '../word-table';

export function adviceOf({ row, span, fields }: TableMatch): Finding {
  return {
    span,
    severity: row.severity,
    message: messageOf(row),
    fixes: choices(span, ...row.rights),
    about: { ...explanationOf(row), source: datedSource(row.source, fields('时间')) },
  };
}

/** 《……办法》，2014年; a source that gives its year itself is left as it is. */
export function datedSource(source: string, year: string): string {
  return source === '' || year === '' || source.includes(year) ? source : `${source}，${year}年`;
}

/** “台湾总统”宜为“台湾地区领导人”：…… */
function messageOf({ wrong, rights, severity, note }: Row): string {
  const words = wrong.includes('“') ? wrong : `“${wrong}”`;
  const because = note === '' ? '' : `：${note}`;
  if (rights.length === 0) return `${words}${note === '' ? '不宜使用' : `的用法不规范${because}`}`;
  const should = severity === 'warning' ? '应' : '宜';
  if (rights[0] === `“${wrong}”`) return `${words}${should}加引号${because}`;
  const right = rights.map((each) => (each.startsWith('“') ? each : `“${each}”`)).join('或');
  return `${words}${should}为${right}${because}`;
}
