/** 同一事物前后用一个名称：机构简称、人名、动词和序数的写法。 */
import { collectPlaced } from '../collect';
import type { DocumentRule } from '../types';
import { namedIn, renamed } from './_campaigns';
import { formsIn, mixedForms } from './_forms';
import { isRunning, proseLines } from './_lines';
import { misnamed, peopleIn, promoted } from './_people';
import { introducedIn, wrongShortNames } from './_short-names';
import { thirdTitles } from './_short-titles';
import { misquoted, slogansIn } from './_slogans';

export const rule: DocumentRule = {
  id: 'consistency/term',
  scope: 'document',
  gate: 'language',
  severity: 'warning',
  source: '《党政机关公文处理工作条例》第十九条；GB/T 15835—2011 4.3',
  authority: 'usual',
  title: '同一事物前后用一个名称',
  why: '同一机关、同一个人、同一类数字前后写法不一，读者会疑心是两回事。',
  examples: {
    bad: [
      {
        text: '由市发展和改革委员会（以下简称“市发改委”）牵头。\n具体事项请与市发展改革委联系。',
        found: '市发展改革委',
      },
      {
        text: '依照《某某市河道条例》（以下简称《条例》）和《某某市水库条例》（以下简称《条例》）执行。',
        found: '《条例》',
      },
      { text: '党员韩永刚同志值守47天。去年冬天，韩永纲同志下水救人。', found: '韩永纲' },
      { text: '由县机关事务管理局（以下简称县机管局）抽查。\n县机事局公布电话。', found: '县机事局' },
      { text: '开展“情暖重阳　爱在社区”活动。\n举办“情满重阳　爱在社区”文艺汇演。', found: '情满重阳　爱在社区' },
      { text: '上线“某某快办”小程序。\n通过“某某易办”小程序开展评价。', found: '某某易办' },
      { text: '成立县改厕工作专班（以下简称县改厕专班）。\n由县厕改专班督办。', found: '县厕改专班' },
      { text: '由区行政审批服务局（以下简称区审批局）牵头。\n区行审局负责督办。', found: '区行审局' },
      { text: '一标段为主体加固。\n2标段为管网改造。', found: '2' },
      { text: '由县住建局牵头。\n县住房城乡建设局负责验收。', found: '县住房城乡建设局' },
      { text: '为发展作出了重要贡献。\n要为振兴做出更大贡献。', found: '做出' },
      { text: '第一批名单已经公布。\n第2批名单下月公布。', found: '2' },
      { text: '市委书记王建国主持会议。\n市委书记王建军强调，要抓好落实。', found: '王建军' },
      { text: '县教育局副局长李云帆主持会议。\n出席：王建国、李云凡、李志远', found: '李云凡' },
      { text: '县教育局副局长宋丽娟主持会议。\n会后，宋丽绢副局长作了检查。', found: '宋丽绢' },
    ],
    good: [
      '由市发展和改革委员会（以下简称“市发改委”）牵头。\n具体事项请与市发改委联系，并报市发展和改革委员会备案。',
      '由县住建局牵头，报市住房城乡建设局备案。',
      '由县教育局（以下简称县教局）牵头。\n县教育局和县教局党组负责督办。',
      '上线“某某快办”小程序。\n通过“某某快办”小程序和“某某在线”公众号开展评价。',
      '用好“冷资源里的热文章”和“热资源里的冷文章”。',
      '有其他情节的，属于“违法所得数额较大”。\n在十五万元以上的，属于“违法所得数额巨大”。',
      '一标段为主体加固。\n二标段为管网改造，计2标段、12公里。',
      '为发展作出了重要贡献。\n会上做出样子，会后做出实效。',
      '第一批名单已经公布。\n这是第23批援藏干部。',
      '市委书记王建国主持会议。\n副市长王建军汇报情况。',
      '县教育局副局长李云帆主持会议。\n出席：王建国、李云帆、李云飞、李志远',
      '出席：李云帆、李云凡、李志远',
      '县教育局副局长宋丽娟主持会议。\n会后，宋丽娟局长作了检查，宋文斌副局长陪同。',
      '依照《某某市河道条例》（以下简称《条例》）执行。《条例》未规定的，依照上位法。',
    ],
  },
  *check(draft) {
    for (const piece of draft.pieces) {
      const people = peopleOf(draft, piece);
      const introduced = introducedOf(draft, piece);
      yield* wrongShortNames(introduced, proseLines(draft, piece));
      yield* thirdTitles(draft, piece, introduced);
      yield* renamed(namesOf(draft, piece));
      yield* misquoted(slogansOf(draft, piece));
      yield* mixedForms(formsOf(draft, piece));
      yield* misnamed(people);
      yield* promoted(people);
    }
  },
};

const introducedOf = collectPlaced(introducedIn, isRunning);
const namesOf = collectPlaced(namedIn, (block) => isRunning(block) || block.role === 'title');
const slogansOf = collectPlaced(slogansIn, isRunning);
const formsOf = collectPlaced(formsIn, isRunning);
const peopleOf = collectPlaced(peopleIn, isRunning);
