/** The traditional characters with their simplified ones as a text. */
import characters from 'opencc-js/dict/TSCharacters';

export const TRADITIONAL = 'server/data/traditional-pairs.txt';

/** Listed as variants by OpenCC, but characters of their own in 《通用规范汉字表》, or used in names only. */
const SPARED = new Set('昇陞噁淩龢蒐喦菉');

/** The Han characters of GB/T 2312: what is among them is in use in simplified text. */
function simplified() {
  const decoder = new TextDecoder('gb18030');
  const found = new Set();
  for (let row = 0xb0; row <= 0xf7; row++)
    for (let cell = 0xa1; cell <= 0xfe; cell++) found.add(decoder.decode(Uint8Array.of(row, cell)));
  return found;
}

/** Traditional characters with their simplified ones, from OpenCC: `個个國国`. */
export function traditionalSource() {
  const common = simplified();
  const pairs = characters
    .split('|')
    .map((pair) => pair.split(' '))
    .filter(([from, to]) => from.length === 1 && !common.has(from) && common.has(to) && !SPARED.has(from))
    .map((pair) => pair.join(''));
  return `${pairs.join('')}\n`;
}
