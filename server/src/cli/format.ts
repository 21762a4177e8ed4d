/** `biganzi format`: marks, blanks and blank lines put right; the text is printed or written back. */
import { readDraft } from '../document/read';
import type { DocumentKind } from '../document/types';
import { memo } from '../rules/report';
import { Checkers } from '../service/checkers';
import { formatText } from '../service/format/format';
import { withoutIgnored } from '../service/ignore';
import type { Settings } from '../service/settings';
import { Configuration } from './config';
import { eachInput } from './each';
import { STDIN } from './input';
import { print, printRaw } from './output';
import { CliProblem } from './problem';

export interface FormatOptions {
  readonly write?: boolean;
  readonly kind?: DocumentKind;
  readonly config?: string;
}

/** Returns the exit status: 0, or 2 when an input could not be read or written. */
export async function format(files: readonly string[], { write, kind, config }: FormatOptions): Promise<number> {
  if (write && files.includes(STDIN)) throw new CliProblem('标准输入不能写回，请写明文件名，或去掉 --write。');
  const configuration = await Configuration.read(config);
  const checkersFor = memo((settings: Settings) => new Checkers(settings));
  return eachInput(files, async (input) => {
    const settings = await configuration.for(input.file);
    const path = configuration.pathOf(input.file);
    const check = (current: string) => {
      const draft = readDraft(current, input.language, kind ?? settings.kinds[path]);
      const { reports } = checkersFor(settings).for(draft.kind).check(draft);
      return { draft, reports: withoutIgnored(draft, reports, settings.ignored, path) };
    };
    const text = formatText(input.text, check, settings.format);
    if (!write) return printRaw(input.encoding === 'utf-8-bom' ? `\uFEFF${text}` : text);
    if (text !== input.text) await (await import('./write')).writeBack(input, text);
    print(`${input.file}：${text === input.text ? '格式无须改动。' : '已整理格式。'}`);
  });
}
