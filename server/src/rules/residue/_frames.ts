/** What stands around the name of one's own region, and what tells that a text speaks of another; from `frames.tsv`. */
import { readTable } from '../table';

const frames = readTable('residue/frames').map((row) => ({ kind: row('kind'), words: row('words') }));

function of(...kinds: readonly string[]): string {
  return frames
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ words }) => words)
    .join('|');
}

/** 考察, 对口, 来自, 毗邻 */
export const ABOUT_OTHERS = new RegExp(of('others'));
/** 结合桐庐县实际, 推动桐庐县: what may stand before a name that is whole. */
export const LEFT = new RegExp(`(?:^|[^\\p{Script=Han}]|[在为对向由以把使是全我的了于]|${of('left')})$`, 'u');
/** 桐庐县经济社会发展, 桐庐县实际: what one says of one's own. */
export const OF_OWN = new RegExp(`^(?:${of('own')})`);
/** 徐州儿女, 徐州新篇章 */
export const SHORT_OF_OWN = new RegExp(`^(?:${of('own', 'short')})`);
/** 平安徐州, 现代化新徐州 */
export const SLOGAN = new RegExp(`(?:${of('slogan')})的?新?$`);
/** What may follow a slogan: 新篇章, a mark, another slogan. */
export const OF_SLOGAN = new RegExp(`^(?:$|[，。；！、”]|${of('slogan', 'behind-slogan')})`);
/** 桐庐县办理 in 在桐庐县办理 */
export const DOING = new RegExp(`^(?:${of('doing')})`);
