/** Reads and checks files for the commands that tell what was found. */
import { readDraft } from '../document/read';
import type { Block, DocumentKind, Draft } from '../document/types';
import type { ActiveRule, Report } from '../rules/active';
import { memo } from '../rules/report';
import { Checkers } from '../service/checkers';
import { withoutIgnored } from '../service/ignore';
import type { Settings } from '../service/settings';
import { Words } from '../service/words';
import { Configuration, onlyRules } from './config';
import { eachInput } from './each';
import { remark } from './output';
import { SegmenterOnDemand } from './segmenter';

export interface ReviewOptions {
  readonly rule?: readonly string[];
  readonly kind?: DocumentKind;
  readonly config?: string;
}

export interface ReviewedFile {
  readonly file: string;
  readonly draft: Draft;
  readonly reports: readonly Report[];
  /** The rules that read it. */
  readonly active: readonly ActiveRule[];
}

/** Files in their order; `status` is 0, or 2 when one could not be read, which is then left out. */
export async function reviewFiles(
  files: readonly string[],
  { rule = [], kind, config }: ReviewOptions,
): Promise<{ readonly status: number; readonly reviewed: readonly ReviewedFile[] }> {
  const configuration = await Configuration.read(config);
  const segmenter = new SegmenterOnDemand();
  const words = new Words(segmenter, Number.POSITIVE_INFINITY);
  const only = onlyRules(rule);
  const checkersFor = memo((settings: Settings) => new Checkers(settings, words, only));
  const drafts: { readonly file: string; readonly settings: Settings; readonly draft: Draft }[] = [];
  const pending: Block[] = [];
  const status = await eachInput(files, async ({ file, text, language }) => {
    segmenter.expect(text);
    const settings = await configuration.for(file);
    const draft = readDraft(text, language, kind ?? settings.kinds[configuration.pathOf(file)]);
    drafts.push({ file, settings, draft });
    for (const block of checkersFor(settings).for(draft.kind).check(draft).pending) pending.push(block);
  });
  if (pending.length > 0) await words.find(pending);
  await segmenter.dispose();
  const reviewed = drafts.map(({ file, settings, draft }): ReviewedFile => {
    const checker = checkersFor(settings).for(draft.kind);
    const { reports, failures } = checker.check(draft);
    for (const [id, error] of failures) remark(`规则“${id}”出错，已略过：${error}`);
    const told = withoutIgnored(draft, reports, settings.ignored, configuration.pathOf(file));
    return { file, draft, reports: told, active: checker.rules };
  });
  return { status, reviewed };
}
