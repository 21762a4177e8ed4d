/** Decides whether a document is a draft to review: code, logs and English text stay alone. */
import { chineseShare } from '../document/shape';
import { languageOf } from './language';

/** `biganzi.documents`: which plain-text and Markdown documents are reviewed. */
export type DocumentsSetting = 'chinese' | 'all' | 'none';

/** Longer documents are not read; one finding says so. In UTF-16 code units. */
export const MOST_CHARACTERS = 5_000_000;

const WINDOW = 2000;

/** Chinese prose has hardly any words in Latin letters. */
const LEAST_CHINESE_WORDS = 0.6;

/** And hardly anything but Han characters and full-width punctuation; a log has time stamps, data has quotes and commas. */
const LEAST_FULL_WIDTH = 0.4;
const FULL_WIDTH = /[\p{Script=Han}〇\u3001-\u301f\uff01-\uff5e“”‘’—…·]/gu;

/** A list of words is no draft, though it is plain text in Chinese. */
export function isWordList(uri: string): boolean {
  return /\.tsv$/i.test(uri);
}

/** True when the document is to be reviewed. Looks at three windows of a long text. */
export function isDraft(text: string, languageId: string, setting: DocumentsSetting): boolean {
  const language = languageOf(languageId);
  if (language === undefined) return false;
  if (language === 'gongwen') return true;
  if (setting !== 'chinese') return setting === 'all';
  const sample = sampleOf(text);
  const visible = sample.replace(/\s+/g, '').length;
  if (visible === 0) return false;
  const wide = sample.match(FULL_WIDTH)?.length ?? 0;
  return wide / visible >= LEAST_FULL_WIDTH && chineseShare(sample) >= LEAST_CHINESE_WORDS;
}

function sampleOf(text: string): string {
  if (text.length <= 3 * WINDOW) return text;
  const middle = Math.floor(text.length / 2);
  return [0, middle, text.length - WINDOW].map((start) => text.slice(start, start + WINDOW)).join('\n');
}
