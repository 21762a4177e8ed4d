/** Wrong forms that two right words make where they meet, and wrong forms that stay wrong there: with the segmenter and without. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { readDraft } from '../../server/src/document/read';
import { Checker } from '../../server/src/rules/engine';
import { BackgroundSegmenter } from '../../server/src/segment/background';
import { intlWords } from '../../server/src/segment/intl';
import type { Word } from '../../server/src/segment/types';
import { activeRules, parseSettings } from '../../server/src/service/settings';

/** Nothing is wrong in these. */
const RIGHT = `
各单位不能再这样等下去，涉企事项可以即办即结、予以即时公示。
窗口要成为为群众排忧解难的平台，成为为企业服务的窗口。
项目处于在建阶段，处于在编在岗状态的人员要登记造册。
既使群众得到实惠，又使企业增添活力；既便民利企，又便于监管。
这毕竟选择的是另一条路，究竟价值几何，毕竟争议不小。
脱贫攻坚绝不能松懈，攻坚巨大的堡垒要靠合力。
集团洁净能源项目开工，兵团洁水工程完工。
重点拔尖人才培养计划拔尖班今年招生，点拔高的题目少出。
县财政支付市长质量奖奖金，交付主任办公会研究的三个项目。
一批露天矿山完成修复，一批漏登的人口补录到位。
书记律己严格，登记律师事务所三十家。
参观检查官网建设，检查官兵食宿情况。
记录片区整治前后的变化，记录片面反映问题的情况。
习惯穿便装执法的，要改正过来。
坐拥金山银山，拥金融资源之便。
考前题库统一更新，审讯期间依法录像。
联手断其后路，动手断网要慎重。
率先峰会上签约，优先峰谷电价用户。
各级答辩认定的结果要公示，被告抗辩认为证据不足。
融洽当地干群关系，对接恰逢其时。
筹措拖欠的工资，举措拖不得。
抢险救灾与地震奋战在一线，抗震奋勇争先。
反馈乏力的问题要整改，认真缔结友好关系。
科普便民服务进社区，科普偏远山区学校。
若干炼油企业搬迁入园，骨干炼钢企业达产。
出租借签字手续齐全，租借签约完成。
平台帐篷已经搭好，演习主席台设在广场北侧。
全省上下要学习大大提高工作效率的做法。
会场充满清新气息，队伍充满清风正气。
数据中台关系到全市一网统管，没准备好就不要上。
内蒙古症结性问题逐一破解，湖北朝鲜族同胞参加演出。
解放思想解放后劲足，农村长者食堂建成十家。
农业部署了秋收工作，环境保护部门、国土资源部门要加强配合。
四个意识形态阵地管理到位，第四个全面建成的是东区。
工程受不了了才停，问题解决不了了再上报。
他相信我们我们也不能辜负他。
严防死守不发生规模性返贫，守住不出现系统性风险的底线。
两只歌舞队同台演出，一只队员用的哨子找到了。
县城、成都均设有网点，首都均衡发展教育，丰都均已通车。
返回回执单，返回回复意见。
当年年均都市圈人口增长百分之二。
保障人畜饮水，牲畜水源充足，家禽畜水产品检验合格。
登山队征服高峰，大自然不可征服。
这个办法要得，群众都说要得。
扩大宣传面，加大投入力度；加快建设，加大督查力度。
提示风险，提示农户及时投保。
他按时报道了春耕进度，到现场报道的记者很多。
阅读职责清单，批复盖章后生效，股份量化到人。
具有有益的经验，领会会议精神，首要要求是落实，写成成绩单。
要站在更高的高度，走的路还很远，想的问题很多。
有实实在在的去处，有踏踏实实的作风。
只有一张表头的表格，就是空表。
他一次付清款项，支付食品检测费用。
邀请函盖章后寄出，公函盖印两份。
政府采购、阳光采购、对光采购样品一一登记。
快讯速报每日两期，资讯速递每周一期。
以人为本着力解决问题，以钢为纲领航发展。
调节供需矛盾，调节水位，调解邻里纠纷。
生产所必需符合标准的原料由县里统一调运。
公立医院非公资本、国有资本同台竞争。
`;

/** One fault each, and the words it is told at. */
const WRONG: Readonly<Record<string, string>> = {
  工作要作出新的布署: '布署',
  会议强调要再接再历: '再接再历',
  要管好自已的人: '自已',
  加强与兄弟区县征服办公室的联系: '征服',
  办公室工作贵在守恒: '贵在守恒',
  要善于从偶然性中提示必然性: '提示',
  没人负责的事办公室也要得管起来: '要得',
  这就是叫讲政治: '就是叫',
  要扩大宣传力度: '扩大',
  要加大转型步伐: '加大',
  及时调节邻里纠纷: '调节',
  如实反应群众呼声: '反应',
  人民代表大会是国家权利机关: '权利',
  必需按时完成任务: '必需',
  修建一座畜水池: '畜水',
  一切准备畜势待发: '畜势待发',
  水利枢扭工程开工: '枢扭',
  发放二十付手套: '付',
  要未雨绸谬: '未雨绸谬',
  干部要责无旁待: '责无旁待',
  要站的高一点: '站的高',
  要不打折扣的去贯彻落实: '不打折扣的去贯彻',
  抓住围绕发展这个第一要务: '抓住围绕',
  结果出乎意料之外: '出乎意料之外',
  全市精减会议文件: '精减',
  会议记要已经印发: '记要',
  两项指标均都达标: '均都',
  切忌不要盲目攀比: '不要',
  采取措施防止事故不再发生: '不再',
  打造一只队伍: '只队伍',
};

describe('两词相接处', function () {
  this.timeout(20_000);
  const segmenter = new BackgroundSegmenter(path.resolve('dist/segmenter'));
  after(() => segmenter.dispose());

  const rules = activeRules(parseSettings({ preset: 'final' })).filter(({ rule }) =>
    ['wording', 'grammar', 'policy'].includes(rule.id.split('/')[0] ?? ''),
  );

  async function told(text: string, segment: (text: string) => Promise<readonly Word[]>): Promise<string[]> {
    const draft = readDraft(`　　${text}`, 'gongwen', 'notice');
    const words = new Map<unknown, readonly Word[]>();
    for (const block of draft.blocks) words.set(block, await segment(block.text));
    const { reports, failures } = new Checker(rules, (block) => words.get(block)).check(draft);
    assert.deepEqual([...failures.values()], []);
    return reports.map(({ span, block }) => draft.blocks[block]?.text.slice(span.start, span.end) ?? '');
  }

  const ways: Readonly<Record<string, (text: string) => Promise<readonly Word[]>>> = {
    结巴分词: async (text) => (await segmenter.segment([text]))[0] ?? [],
    系统自带的分词: async (text) => intlWords(text),
  };

  for (const [way, segment] of Object.entries(ways)) {
    it(`对的不报：${way}`, async () => {
      const wrongly: string[] = [];
      for (const line of RIGHT.trim().split('\n'))
        for (const words of await told(line, segment)) wrongly.push(`${words}：${line}`);
      assert.deepEqual(wrongly, []);
    });

    it(`错的照报：${way}`, async () => {
      const missed: string[] = [];
      for (const [text, found] of Object.entries(WRONG))
        if (!(await told(`${text}。`, segment)).some((words) => words.includes(found))) missed.push(text);
      assert.deepEqual(missed, []);
    });
  }
});
