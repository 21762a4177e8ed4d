/** `biganzi fix`: every preferred fix applied; the text is printed or written back. */
import type { DocumentKind } from '../document/types';
import { memo } from '../rules/report';
import { Checkers } from '../service/checkers';
import { fixText } from '../service/fix-all';
import { withoutIgnored } from '../service/ignore';
import type { Settings } from '../service/settings';
import { Words } from '../service/words';
import { Configuration, onlyRules } from './config';
import { eachInput } from './each';
import { STDIN } from './input';
import { print, printRaw } from './output';
import { CliProblem } from './problem';
import { SegmenterOnDemand } from './segmenter';

export interface FixOptions {
  readonly write?: boolean;
  readonly rule: readonly string[];
  readonly kind?: DocumentKind;
  readonly config?: string;
}

/** Returns the exit status: 0, or 2 when an input could not be read or written. */
export async function fix(files: readonly string[], { write, rule, kind, config }: FixOptions): Promise<number> {
  if (write && files.includes(STDIN)) throw new CliProblem('标准输入不能写回，请写明文件名，或去掉 --write。');
  const configuration = await Configuration.read(config);
  const segmenter = new SegmenterOnDemand();
  // Each round of mending asks for all words again, so none may be forgotten.
  const words = new Words(segmenter, Number.POSITIVE_INFINITY);
  const only = onlyRules(rule);
  const checkersFor = memo((settings: Settings) => new Checkers(settings, words, only));
  const status = await eachInput(files, async (input) => {
    segmenter.expect(input.text);
    const settings = await configuration.for(input.file);
    const path = configuration.pathOf(input.file);
    const chosen = kind ?? settings.kinds[path];
    const mend = () =>
      fixText(
        input.text,
        (known) => checkersFor(settings).for(known),
        input.language,
        chosen,
        (draft, reports) => withoutIgnored(draft, reports, settings.ignored, path),
      );
    let { text, count, pending } = mend();
    while (pending.length > 0) {
      await words.find(pending);
      ({ text, count, pending } = mend());
    }
    if (!write) {
      // A UTF-8 file comes out byte for byte as it was but for the fixes; what is printed is always UTF-8.
      printRaw(input.encoding === 'utf-8-bom' ? `\uFEFF${text}` : text);
      return;
    }
    if (text !== input.text) await (await import('./write')).writeBack(input, text);
    print(`${input.file}：${text === input.text ? '没有可以直接改正的地方。' : `已改正${count}处。`}`);
  });
  await segmenter.dispose();
  return status;
}
