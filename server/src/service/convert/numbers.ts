/** Numbers and amounts in the other numerals: 12,345 and 一万二千三百四十五, 3.5% and 百分之三点五, 1,286.50元 and 壹仟贰佰捌拾陆元伍角. */
import { MEASURES } from '../../rules/number/_numerals';
import { formsOf, type Rewriting } from './conversion';
import { fromAmount, fromDigits, fromHan, grouped, shifted, toAmount, toDigits, toHan } from './numerals';

/** Not part of a name, a number of a document, a time or a version: 5G, 〔2026〕5号, 10:30, GB/T 9704—2012. */
const ALONE = '(?<![A-Za-z0-9.,:：/〔〕［］\\[\\]_—～~-]|[A-Za-z] )(?!0\\d)';
const NUMBER = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,12}(?:\\.\\d{1,6})?';
/** 12,345; 3.5%; 1.2万元; 1,286.50元 */
const ARABIC = new RegExp(
  `${ALONE}(?<digits>${NUMBER})(?:(?<scale>[万亿])?(?<money>元)|(?<percent>[%％]))?(?![A-Za-z0-9:：/〕］\\]_-]|\\.\\d|[—～~]\\d)`,
  'g',
);
const SCALES: Readonly<Record<string, number>> = { 万: 4, 亿: 8 };

/** 百分之三点五; 一万二千三百四十五; 二〇二六 */
const HAN =
  /(?<percent>百分之)?(?<numeral>[〇零一二三四五六七八九十百千万亿两]{1,24}(?:点[零一二三四五六七八九]{1,6})?)/g;
/** 第三, 星期五, 十几, 一些: numerals that are part of a word. */
const WORD_BEFORE = /[第初星期周之几数多好]$/;
const WORD_BEHIND = /^[〇零一二三四五六七八九十百千万亿两几多来余些]/;
const COUNTED = new RegExp(`^(?:${MEASURES})`);

/** 壹仟贰佰捌拾陆元伍角 */
const CAPITALS =
  /[壹贰叁肆伍陆柒捌玖拾佰仟万亿零]{1,30}[元圆](?:零?[壹贰叁肆伍陆柒捌玖]角)?(?:零?[壹贰叁肆伍陆柒捌玖]分)?[整正]?/g;

/** The numbers and amounts of a line, each with its other forms; a number may have several readings. */
export function numbersIn(line: string): Rewriting[] {
  return [
    ...Array.from(line.matchAll(ARABIC)).flatMap(arabic),
    ...Array.from(line.matchAll(HAN)).flatMap((match) => han(match, line)),
    ...Array.from(line.matchAll(CAPITALS)).flatMap(capitals),
  ].filter(({ forms }) => forms.length > 0);
}

function arabic(match: RegExpExecArray): Rewriting[] {
  const { 0: words, index, groups } = match;
  const { digits = '', scale = '', money, percent } = groups ?? {};
  const plain = digits.replaceAll(',', '');
  const at = { start: index, end: index + words.length };
  if (percent) {
    const numeral = toHan(plain);
    return [{ ...at, kind: 'number', forms: formsOf(words, numeral && `百分之${numeral}`) }];
  }
  const number = { start: index, end: index + digits.length };
  const isOrdinal = /^\d{4}$/.test(plain) && !money;
  const numerals = formsOf(digits, toHan(plain), isOrdinal ? toDigits(plain) : undefined);
  if (!money) return [{ ...number, kind: 'number', forms: numerals }];
  const amount = toAmount(shifted(plain, SCALES[scale] ?? 0));
  return [
    { ...at, kind: 'amount', forms: amounts(words, amount) },
    // 一千二百八十六点五零元 is no way to tell an amount.
    ...(plain.includes('.') && !scale ? [] : [{ ...number, kind: 'number', forms: numerals } as const]),
  ];
}

/** The amount in capital numerals in the stead of the other, or behind it. */
function amounts(words: string, capital: string | undefined): Rewriting['forms'] {
  if (capital === undefined) return [];
  return [
    { title: `改为大写“${capital}”`, newText: capital },
    { title: `加注大写“${capital}”`, newText: `${words}（大写：人民币${capital}）` },
  ];
}

function han({ 0: words, index, groups }: RegExpExecArray, line: string): Rewriting[] {
  const { percent, numeral = '' } = groups ?? {};
  const behind = line.slice(index + words.length, index + words.length + 4);
  if (WORD_BEFORE.test(line.slice(Math.max(0, index - 1), index)) || WORD_BEHIND.test(behind)) return [];
  const at = { start: index, end: index + words.length, kind: 'number' } as const;
  const value = fromHan(numeral) ?? (/[〇零]/.test(numeral) ? fromDigits(numeral) : undefined);
  if (value === undefined) return [];
  if (percent) return [{ ...at, forms: formsOf(words, `${value}%`) }];
  // 一 in 一致 is no number, 一 in 一人 is.
  if (numeral.length === 1 && !COUNTED.test(behind)) return [];
  return [
    {
      ...at,
      forms: formsOf(words, value, fromHan(numeral) === undefined ? undefined : grouped(value), rounded(value)),
    },
  ];
}

/** 350000000 as 3.5亿, where nothing is lost and the number is short. */
function rounded(value: string): string | undefined {
  const scale = value.length > 8 ? '亿' : '万';
  const by = SCALES[scale] ?? 0;
  if (value.includes('.') || value.length <= by) return undefined;
  const fraction = value.slice(-by).replace(/0+$/, '');
  return fraction.length > 2 ? undefined : `${value.slice(0, -by)}${fraction && `.${fraction}`}${scale}`;
}

function capitals({ 0: words, index }: RegExpExecArray): Rewriting[] {
  const value = fromAmount(words);
  const forms = formsOf(words, value && `${grouped(value)}元`);
  return [{ start: index, end: index + words.length, kind: 'amount', forms }];
}
