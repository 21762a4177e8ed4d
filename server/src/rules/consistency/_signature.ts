/** The organ in the title and that of the 发文机关标志 against the signature. */
import { isOrgan } from '../../document/line-form';
import type { Draft, Piece } from '../../document/types';
import { isBeforeStandard, linesOf, titlesOf, wordsOf } from '../pieces';
import { choices } from '../report';
import type { DocumentFinding } from '../types';
import { fullDay } from './_lines';

/** 某某市教育局关于…; several organs, and what one passes on for another, are left alone. */
const ORGAN_OF_TITLE = /^(?<organ>[\p{Script=Han}]{4,30}?)关于/u;
/** 市财政局和市水利局; 市自然资源和规划局 is one. */
const SEVERAL = /[、等\s　]|(?<=[局厅部委办院会府校司室站所心])[和与]|转发|批转|印发|联合(?!会)|委员会办公室.+局/;

export function* otherSignature(draft: Draft, piece: Piece): Iterable<DocumentFinding> {
  const [line, ...more] = linesOf(draft, piece, 'signature');
  if (!line || more.length > 0 || isBeforeStandard(draft, piece)) return;
  const title = titlesOf(draft).find((each) => each.piece === piece);
  const organ = ORGAN_OF_TITLE.exec(title?.text ?? '')?.groups?.organ;
  const day = fullDay(line.block);
  const words = wordsOf(line.block);
  const name = (day ? line.block.text.slice(line.block.content.start, day.span.start) : words).trim();
  const at = organ && title?.place(0, organ.length);
  if (!organ || !at || SEVERAL.test(organ) || SEVERAL.test(name) || !isOrgan(organ) || !isOrgan(name)) return;
  // a party committee and an office go by many names; two 局, two 学校 are two
  if (
    (organ.at(-1) !== name.at(-1) && !isOfBureau(organ, name) && !areOfTwoKinds(organ, name)) ||
    isSame(organ, name) ||
    /[（(×]|政协|政治协商/.test(name)
  )
    return;
  const span = { start: line.block.content.start, end: line.block.content.start + name.length };
  yield {
    block: line.index,
    span,
    message: `署名“${name}”与标题中的发文机关“${organ}”不是一个机关`,
    related: [{ ...at, message: '标题中的发文机关' }],
    fixes: choices(span, organ),
  };
}

/** 某某县人民政府 in the title over the signature of 某某县水利局, or the other way round. */
function isOfBureau(organ: string, name: string): boolean {
  return [`${organ} ${name}`, `${name} ${organ}`].some((both) => /人民政府 .*[省市县区州旗].*[局厅]$/.test(both));
}

/** Organs that never sign for one another: 市文化和旅游局 in the title, 市文学艺术界联合会 below. */
const KIND =
  /(?:(?<!办公)[局厅]|(?<=[省市县区州旗镇乡])人民政府|联合会|主席团|总工会|人民法院|人民检察院|大学|医院|银行)$/;

function areOfTwoKinds(one: string, other: string): boolean {
  const [left, right] = [KIND.exec(one)?.[0], KIND.exec(other)?.[0]];
  return left !== undefined && right !== undefined && left !== right;
}

/** A short name is drawn from the full one: 市人社局 from 某某市人力资源和社会保障局; an office signs for its organ. */
function isSame(one: string, other: string): boolean {
  const [left, right] = [core(one), core(other)];
  return drawn(left, right) || drawn(right, left);
}

function core(name: string): string {
  return name
    .replace(/^(?:中国共产党|中共|中华人民共和国|共青团|中国)/, '')
    .replace(/办公[室厅]$/, '')
    .replace(/常委会$/, '常委')
    .replace(/委员会$/, '委')
    .replace(/^团|[党团](?=工?委)/g, '')
    .replace(/人民政府$/, '政府');
}

/** True when every character of the shorter name stands in the longer one, in order. */
function drawn(shorter: string, longer: string): boolean {
  let at = 0;
  for (const character of shorter) {
    at = longer.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
