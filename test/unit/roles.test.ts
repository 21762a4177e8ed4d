/** Roles, pieces and kinds of drafts in the shapes that offices write, tidy and untidy. */
import assert from 'node:assert/strict';
import { readDraft } from '../../server/src/document/read';
import type { DocumentKind, Language } from '../../server/src/document/types';

interface Case {
  readonly name: string;
  readonly kind: DocumentKind;
  /** Kinds of further pieces. */
  readonly others?: readonly DocumentKind[];
  readonly title?: string;
  readonly language?: Language;
  /** Each line with its role, or role/element, in front of a bar; `~` repeats the role above. */
  readonly draft: string;
}

const CASES: readonly Case[] = [
  {
    name: '通知，标题回行，附件说明分行',
    kind: 'notice',
    title: '某某市人民政府办公室关于进一步做好今冬明春安全生产工作的通知',
    draft: `
letterhead/issuer-mark|某某市人民政府办公室文件
blank|
letterhead/document-number|某政办发〔2026〕5号
blank|
title|某某市人民政府办公室
title|关于进一步做好今冬明春
title|安全生产工作的通知
blank|
recipient|各县（市、区）人民政府，市政府各部门：
body|　　为做好安全生产工作，现就有关事项通知如下。
heading|　　一、压实责任
body|　　各级各部门要落实责任。
attachment-note|　　附件：1.检查表
~|　　　　　2.责任分工表
blank|
signature|　　　　　某某市人民政府办公室
date|　　　　　2026年1月5日
annotation|　　（此件公开发布）
imprint/copy-to|抄送：市委办公室，市人大常委会办公室。
imprint/printing|某某市人民政府办公室　　2026年1月6日印发`,
  },
  {
    name: '联合行文，机关名称分两行',
    kind: 'opinion',
    title: '某某省农业农村厅、某某省财政厅、某某省审计厅关于加强村级财务监督的意见',
    draft: `
title|某某省农业农村厅、某某省财政厅、
title|某某省审计厅关于加强村级财务
title|监督的意见
recipient|各市人民政府，各县（市、区）人民政府：
body|为做好村级财务监督工作，提出如下意见。`,
  },
  {
    name: '记者的名字在标题上面',
    kind: 'unknown',
    title: '我县举行春季招商推介会',
    draft: `
caption|本报记者　赵××
blank|
title|我县举行春季招商推介会
blank|
body|　　3月18日，我县举行春季招商推介会，现场签约项目12个。`,
  },
  {
    name: '记者、通讯员的名字在标题下面',
    kind: 'unknown',
    title: '我县举行春季招商推介会',
    draft: `
title|我县举行春季招商推介会
caption|记者　赵××　通讯员　钱××
body|　　3月18日，我县举行春季招商推介会，现场签约项目12个。`,
  },
  {
    name: '讲话人在标题上面',
    kind: 'speech',
    title: '在全县工作会议上的发言',
    draft: `
caption|云岭镇党委书记　赵××
blank|
title|在全县工作会议上的发言
body|　　基层治理是国家治理的基石，各级都要抓好。`,
  },
  {
    name: '没有写完的末一句，末字像机构名称，不是署名',
    kind: 'notice',
    title: '关于做好资源共享工作的通知',
    draft: `
title|关于做好资源共享工作的通知
body|各单位要高度重视。
body|　　加快建设面向全县的信息共享、业务协同、资源统筹平台`,
  },
  {
    name: '标题下的单位名称是作者',
    kind: 'unknown',
    title: '上半年全县粮食产量再创新高',
    draft: `
title|上半年全县粮食产量再创新高
caption|某某县统计局
body|上半年，全县粮食播种面积稳中有增，夏粮总产量比上年同期增加两万吨，增长百分之三。`,
  },
  {
    name: '给群众的一封信有称谓，不是讲话稿',
    kind: 'unknown',
    title: '某某县致在外乡亲的一封信',
    draft: `
title|某某县致在外乡亲的一封信
salutation|广大在外的父老乡亲、朋友们：
body|清明将至，请您合理安排返乡时间。
signature|某某县人民政府办公室
date|2026年4月1日`,
  },
  {
    name: '向大会作的报告，标题和日期下面是作报告的机关',
    kind: 'report',
    draft: `
title|某某县2025年预算执行情况和2026年预算草案的报告
caption|（2026年1月12日在县第十八届人民代表大会第一次会议上）
caption|某某县财政局
salutation|各位代表：
body|受县人民政府委托，现将预算执行情况和预算草案提请大会审议。`,
  },
  {
    name: '上行文版头分两栏，联合行文',
    kind: 'request',
    draft: `
letterhead/copy-number|000012
letterhead/classification|机密★1年
letterhead/urgency|特急
letterhead/issuer-mark|某某县财政局
letterhead/issuer-mark|某某县教育局文件
letterhead/document-number|某财〔2026〕12号　　　　　　　　　签发人：×××　×××
letterhead|————————————————
title|某某县财政局　某某县教育局
title|关于解决义务教育学校取暖经费的请示
recipient|县人民政府：
body|入冬以来，部分学校取暖经费不足。
body|妥否，请批示。
annotation|联系人：×××，联系电话：×××××××
signature|某某县财政局　　　某某县教育局
date|2026年1月5日`,
  },
  {
    name: '主送分两行，标题句末有标点，半角冒号',
    kind: 'notice',
    draft: `
title|关于开展节前安全检查的通知。
recipient|各镇人民政府、街道办事处，区政府各工作部门、
recipient|各直属机构:
body|现将有关事项通知如下。
signature|区安全生产委员会办公室
date|2026年1月5日`,
  },
  {
    name: '主送缺冒号，落款与日期同行',
    kind: 'request',
    draft: `
title|关于购置办公设备的请示
recipient|县财政局
body|　　因工作需要，我局拟购置复印机两台，需经费3万元。
body|　　妥否，请批示。
signature|县档案局　2026年1月5日`,
  },
  {
    name: '日期写在署名之上',
    kind: 'letter',
    draft: `
title|某某市水务局关于商请协助开展清淤工作的函
recipient|某某市财政局：
body|我局拟于4月启动清淤工程，商请贵局予以支持。
body|请予支持为盼。
date|2026年3月1日
signature|某某市水务局`,
  },
  {
    name: '讲话稿，题注分两行，称谓',
    kind: 'speech',
    title: '在全市办公室系统工作会议上的讲话',
    draft: `
title|在全市办公室系统工作会议上的讲话
blank|
caption|（2026年3月5日）
caption|张　三
blank|
salutation|同志们：
body|　　今天召开这次会议，主要任务是总结工作。
heading|　　一、认清形势
body|　　形势不等人。
salutation|　　同志们！
body|　　让我们一起努力。`,
  },
  {
    name: '讲话稿，主副标题，日期无括号，职务和姓名',
    kind: 'speech',
    draft: `
title|凝心聚力　实干争先
title|——在全县经济工作会议上的讲话
caption|县委书记　李　四
caption|2026年3月5日
salutation|各位代表，同志们：
body|　　现在讲三点意见。`,
  },
  {
    name: '无标题的讲话稿',
    kind: 'speech',
    draft: `
body|　　这次会议开得很好，下面我就抓好落实讲三点意见。
heading|　　一、提高认识
body|　　要提高认识。`,
  },
  {
    name: '主持词',
    kind: 'host-script',
    draft: `
title|全县经济工作会议主持词
caption|（2026年3月5日）
salutation|同志们：
body|现在开会。今天的会议共有三项议程。
body|首先，请县长作工作报告。`,
  },
  {
    name: '无标题的主持词',
    kind: 'host-script',
    draft: `
salutation|同志们：
body|现在开会。今天的会议主要有三项议程。
body|首先，请张三同志传达上级会议精神。`,
  },
  {
    name: '简报，报头报尾齐全',
    kind: 'brief',
    title: '我县扎实推进老旧小区改造',
    draft: `
letterhead/classification|内部资料　　注意保存
brief-head|工　作　简　报
brief-head/issue-number|第12期（总第120期）
brief-head|某某县人民政府办公室编　　　　　　2026年3月5日
brief-head|————————————————
brief-head/editor-note|按：现将住建局做法刊发，供参考。
blank|
title|我县扎实推进老旧小区改造
blank|
body|　　今年以来，我县把老旧小区改造作为民生实事来抓。
heading|　　一、摸清底数
body|　　逐户走访。
blank|
brief-tail/distribution|报：县委、县政府领导。
brief-tail/distribution|送：县委办公室。
brief-tail/distribution|发：各乡镇，县直各部门。
brief-tail/copies|（共印50份）`,
  },
  {
    name: '简报，期号与单位日期同行，只有报送',
    kind: 'brief',
    draft: `
brief-head|学习教育简报
brief-head/issue-number|2026年第3期　　　　某某局办公室编
brief-head|2026年3月5日
title|某某局：三个到位抓好学习教育
body|　　某某局召开动员会，部署学习教育。
brief-tail/distribution|报送：市委学习教育领导小组办公室`,
  },
  {
    name: '会议纪要有期号',
    kind: 'minutes',
    draft: `
brief-head|某某县人民政府常务会议纪要
brief-head/issue-number|第5期
brief-head|某某县人民政府办公室　　　2026年3月5日
body|　　2026年3月4日，县长张三主持召开县政府常务会议，会议议定以下事项。
heading|　　一、听取工作汇报
body|　　会议指出，要抓好落实。`,
  },
  {
    name: '纪要',
    kind: 'minutes',
    draft: `
title|关于解决小区供暖问题的会议纪要
caption|（2026年3月5日）
body|2026年3月4日，副市长李四主持召开会议。现纪要如下：
heading|一、关于热源问题
body|会议议定，由住建局牵头。`,
  },
  {
    name: '命令，签名章，后附办法',
    kind: 'order',
    others: ['unknown'],
    draft: `
title|某某市人民政府令
letterhead/document-number|第12号
body|《某某市供水管理办法》已经市政府常务会议通过，现予公布，自2026年5月1日起施行。
signature|市　长　张　三
date|2026年3月5日
title|某某市供水管理办法
heading|第一章　总　则
heading|第一条　为了加强供水管理，制定本办法。`,
  },
  {
    name: '公告，编号在标题下',
    kind: 'announcement',
    draft: `
title|某某市市场监督管理局公告
letterhead/document-number|2026年第3号
body|　　现将抽检结果予以公布。
body|　　特此公告。
signature|某某市市场监督管理局
date|2026年3月5日`,
  },
  {
    name: '批复引来文',
    kind: 'reply',
    draft: `
title|某某市人民政府关于同意设立某某产业园的批复
letterhead/document-number|某政函〔2026〕8号
recipient|某某县人民政府：
body|　　你县《关于设立某某产业园的请示》（某政〔2026〕3号）收悉。现批复如下：
heading|　　一、同意设立某某产业园。
body|　　此复。
signature|某某市人民政府
date|2026年3月5日`,
  },
  {
    name: '议案',
    kind: 'motion',
    draft: `
title|某某市人民政府关于提请审议城市总体规划的议案
recipient|市人大常委会：
body|　　现提请审议。
signature|市长　张三
date|2026年3月5日`,
  },
  {
    name: '印发方案的通知，无附件标记而后附方案',
    kind: 'notice',
    others: ['plan'],
    draft: `
title|某某县教育局关于印发《校园安全工作方案》的通知
recipient|各中小学、幼儿园：
body|　　现将《校园安全工作方案》印发给你们，请认真贯彻执行。
signature|某某县教育局
date|2026年3月5日
blank|
title|校园安全工作方案
body|　　为做好校园安全工作，制定本方案。
heading|　　一、工作目标
body|　　不发生事故。`,
  },
  {
    name: '印发件前没有落款，标题回行',
    kind: 'notice',
    others: ['plan'],
    draft: `
title|关于印发《某某局2026年普法工作计划》的通知
recipient|各科室：
body|　　现将《某某局2026年普法工作计划》印发给你们，请抓好落实。
title|某某局
title|2026年普法工作计划
heading|　　一、指导思想
body|　　坚持服务大局。`,
  },
  {
    name: '两个附件另面编排',
    kind: 'notice',
    others: ['unknown', 'plan'],
    draft: `
title|关于报送材料的通知
recipient|各单位：
body|　　请于3月底前报送。
attachment-note|附件：
~|1.报送清单
~|2.工作方案
signature|市政府办公室
date|2026年3月5日
attachment-mark|附件1
title|报送清单
body|序号
body|单位
attachment-mark|附件2：
title|工作方案
body|　　为做好工作，制定本方案。`,
  },
  {
    name: '汇报材料，单位在标题下',
    kind: 'briefing',
    draft: `
title|关于优化营商环境工作情况的汇报
caption|市发展和改革委员会
caption|（2026年3月5日）
body|　　按照会议安排，现将有关情况汇报如下：
heading|　　一、主要做法
body|　　出台政策二十条。`,
  },
  {
    name: '总结，落款在文末',
    kind: 'summary',
    draft: `
title|某某局2025年工作总结和2026年工作打算
body|　　一年来，我局围绕中心服务大局，完成了各项任务。
heading|一、主要工作
body|抓了五件事。
signature|某某局办公室
date|2026年1月5日`,
  },
  {
    name: '标题词中有空格',
    kind: 'notice',
    draft: `
title|关 于 召 开 年 度 总 结 会 议 的 通 知
recipient|各 科 室：
body|定于1月10日召开会议。`,
  },
  {
    name: 'Markdown 标题',
    kind: 'notice',
    language: 'markdown',
    title: '关于开展消防演练的通知',
    draft: `
title|# 关于开展消防演练的通知
blank|
recipient|各科室：
blank|
heading|## 一、时间地点
body|3月10日上午。`,
  },
  {
    name: '信函格式，函号在标题下',
    kind: 'letter',
    draft: `
title|关于征求《某某市养犬管理办法》意见的函
letterhead/document-number|某公函〔2026〕8号
recipient|市直有关单位：
body|　　请于3月10日前反馈意见。`,
  },
  {
    name: '标题无文种，结语说明是请示',
    kind: 'request',
    draft: `
title|关于增加编制的事
recipient|县委编办：
body|　　我单位任务重、人手少，拟增加编制2名。
body|　　妥否，请批示。`,
  },
  {
    name: '无标题的报告',
    kind: 'report',
    draft: `
recipient|县人民政府：
body|　　现将我局2025年工作情况报告如下。
heading|　　一、主要工作
body|　　完成了任务。
body|　　特此报告。
signature|县民政局
date|2026年1月5日`,
  },
  {
    name: '首句不是标题',
    kind: 'unknown',
    draft: `
body|　　近年来，我市坚持生态优先，绿色发展取得明显成效。
body|　　全市森林覆盖率达到40%。`,
  },
  {
    name: '邮编和“特急”在正文里不是版头',
    kind: 'notice',
    draft: `
title|关于变更通信地址的通知
recipient|各单位：
body|　　我局邮政编码变更如下：
body|123456
body|特急
body|　　请予更新。`,
  },
  {
    name: '表格单元格不是题注也不是标题',
    kind: 'unknown',
    draft: `
attachment-mark|附件
title|2026年重点项目推进情况一览表
body|序　号
body|项　目
body|进　度
body|1`,
  },
  {
    name: '将乐县、现河街道不因“将”“现”二字失去主送',
    kind: 'letter',
    draft: `
title|关于商请提供资料的函
recipient|将乐县人民政府、现河街道办事处：
body|　　请提供资料。`,
  },
  {
    name: '标题行间有空行，正文前无主送',
    kind: 'proclamation',
    title: '某某市公安局关于实行临时交通管制的通告',
    draft: `
title|　　　　某某市公安局
blank|
title|　　　　关于实行临时交通管制的通告
blank|
body|　　为保障大型活动安全，现将有关事项通告如下：
heading|　　一、管制时间
body|　　3月5日8时至12时。
body|　　特此通告。
blank|
signature|　　　　　　　某某市公安局
blank|
date|　　　　　　　　2026年3月1日`,
  },
  {
    name: '表彰决定，主送之后有引号',
    kind: 'decision',
    draft: `
title|中共某某县委　某某县人民政府
title|关于表彰2025年度先进集体的决定
recipient|各乡镇党委、政府，县直各单位：
body|　　2025年，全县上下团结奋进，涌现出一批先进集体。
signature|中共某某县委
signature|某某县人民政府
date|2026年1月5日
annotation|（发至县团级）`,
  },
  {
    name: '政务信息，文末括注供稿',
    kind: 'info',
    draft: `
title|某某县政务信息
body|　　某某县启动春季植树工作。3月1日，全县各级各部门参加义务植树。
annotation|（某某县政府办供稿）`,
  },
  {
    name: '信息，文末括注单位',
    kind: 'info',
    draft: `
title|某某县三措并举推进春耕备耕
body|　　截至3月15日，全县储备化肥2.1万吨。
body|　　一是强化农资供应。组织供销系统调运农资。
annotation|　　（某某县农业农村局）`,
  },
  {
    name: '纪要的标志、编号、单位和日期',
    kind: 'minutes',
    title: '关于研究老旧小区改造工作的会议纪要',
    draft: `
letterhead/issuer-mark|某某市人民政府专题会议纪要
letterhead/document-number|〔2026〕7号
letterhead|某某市人民政府办公室　　　　　2026年3月15日
blank|
title|关于研究老旧小区改造工作的会议纪要
blank|
body|　　2026年3月14日，副市长主持召开会议。现纪要如下：
body|　　出席：×××`,
  },
  {
    name: '转发件的作者在标题之下',
    kind: 'notice',
    others: ['opinion'],
    draft: `
title|某某市人民政府办公室
title|转发市应急局关于加强冬季消防安全工作意见的通知
letterhead/document-number|某政办〔2026〕2号
recipient|各县（市、区）人民政府，市政府各部门：
body|　　现将市应急局《关于加强冬季消防安全工作的意见》转发给你们，请认真贯彻执行。
signature|某某市人民政府办公室
date|2026年1月6日
title|关于加强冬季消防安全工作的意见
caption|市应急局
body|　　为做好冬季消防安全工作，现提出以下意见。`,
  },
  {
    name: '简报的总期号、按语各占一行',
    kind: 'brief',
    title: '某某镇“五步工作法”破解治理难题',
    draft: `
letterhead/classification|内部资料　　　　　　　　　编号：0036
brief-head|注意保存
brief-head|政　务　简　报
brief-head/issue-number|第 18 期
brief-head/issue-number|（总第 652 期）
brief-head|某某县人民政府办公室　　　　　　2026年3月18日
brief-head/editor-note|【按】某某镇探索“五步工作法”，现予刊发。
title|某某镇“五步工作法”破解治理难题
body|　　今年以来，某某镇探索推行“五步工作法”。
annotation|　　（某某镇人民政府供稿）
body|————————————————
brief-tail/distribution|报：县委。
brief-tail|责任编辑：×××　　审核：×××`,
  },
  {
    name: '议案的签名章带冒号',
    kind: 'motion',
    draft: `
title|某某市人民政府关于提请审议城市总体规划的议案
recipient|某某市人民代表大会常务委员会：
body|　　城市总体规划已经市政府常务会议讨论通过，现提请审议。
signature|　　　　　　市长：×××
date|　　　　　　2026年3月20日`,
  },
  {
    name: '以制表符分栏的版头、署名和版记',
    kind: 'report',
    draft: `
letterhead/document-number|某财〔2026〕12号	签发人：×××
title|关于2025年预算执行情况的报告
recipient|市人民政府：
body|　　现将有关情况报告如下。
table|科目	预算	决算
signature|某某市财政局	某某市教育局
date|2026年1月5日
imprint/printing|某某市财政局办公室	2026年1月6日印发`,
  },
  {
    name: '合集，每篇一个标题',
    kind: 'speech',
    others: ['speech', 'speech'],
    draft: `
title|办公室工作会议上的讲话
blank|
title|办公室工作会议上的讲话 篇1
salutation|同志们：
body|下面，我讲三点意见。
title|办公室工作会议上的讲话 篇2
body|这次会议很重要。`,
  },
  {
    name: '网页标题之后又是原标题',
    kind: 'notice',
    title: '某某省财政厅关于印发预算管理办法的通知',
    draft: `
title|关于印发预算管理办法的通知
title|某某省财政厅
title|关于印发预算管理办法的通知
letterhead/document-number|某财预〔2026〕3号
recipient|各市县财政局：
body|　　现将办法印发给你们。`,
  },
  {
    name: '简短的小标题在落款之上不是署名',
    kind: 'report',
    draft: `
title|某某局2025年工作情况的报告
recipient|县委：
body|　　现将有关情况报告如下。
heading|一、主要工作
body|　　抓了五件事。
body|　　特此报告
signature|某某局
date|2026年1月5日`,
  },
  {
    name: '此致敬礼不是署名，个人署名是',
    kind: 'unknown',
    draft: `
title|倡议书
salutation|全县广大党员干部：
body|　　让我们行动起来！
body|此致
body|敬礼
signature|张三
date|2026年1月5日`,
  },
  {
    name: '述职报告，姓名在标题下',
    kind: 'summary',
    draft: `
title|2025年度述职报告
caption|张　三
body|　　一年来，本人认真履行职责，现将有关情况报告如下。`,
  },
  {
    name: '致辞写给个人的称谓',
    kind: 'speech',
    draft: `
title|在校庆大会上的致辞
salutation|尊敬的各位来宾，亲爱的校友们：
body|　　欢迎大家。`,
  },
];

describe('行的角色与文种', () => {
  for (const { name, kind, others = [], title, language, draft: lines } of CASES) {
    it(name, () => {
      const expected: string[] = [];
      const sources = lines
        .trim()
        .split('\n')
        .map((line) => {
          const bar = line.indexOf('|');
          const role = line.slice(0, bar);
          expected.push(role === '~' ? (expected.at(-1) ?? '') : role);
          return line.slice(bar + 1);
        });
      const draft = readDraft(sources.join('\n'), language ?? 'gongwen');
      const actual = draft.blocks.map(({ role, element }) => (element ? `${role}/${element}` : role));
      const show = (roles: readonly string[]) => roles.map((role, line) => `${role}|${sources[line]}`);
      assert.deepEqual(show(actual), show(expected));
      assert.deepEqual(
        draft.pieces.map((piece) => piece.kind),
        [kind, ...others],
      );
      if (title !== undefined) assert.equal(draft.pieces[0]?.title, title);
    });
  }
});
