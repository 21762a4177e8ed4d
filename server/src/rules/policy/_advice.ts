/** Findings of the word tables on policy wording: advice with choices, never a preferred fix. */
import { choices } from '../report';
import type { Finding } from '../types';
import type { TableMatch } from '../word-table';

/** “台湾总统”宜作“台湾地区领导人”：…… */
export function adviceOf({ row, span }: TableMatch): Finding {
  const rights = row.rights.map((right) => (right.startsWith('“') ? right : `“${right}”`)).join('或');
  const wrong = row.wrong.includes('“') ? row.wrong : `“${row.wrong}”`;
  const should = row.severity === 'warning' ? '应作' : '宜作';
  const because = row.note === '' ? '' : `${rights === '' ? '的用法不规范' : ''}：${row.note}`;
  return {
    span,
    severity: row.severity,
    message: rights === '' ? `${wrong}${because || '不宜使用'}` : `${wrong}${should}${rights}${because}`,
    fixes: choices(span, ...row.rights),
  };
}
