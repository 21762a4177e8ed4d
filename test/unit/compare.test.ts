/** 查重 finds what was carried over, says where from, and is silent about what everybody writes; the index follows the files. */
import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { encode } from 'iconv-lite';
import synonyms from '../../server/data/compare-synonyms.json';
import { type CompareOptions, type Comparison, compareDraft, type Passage } from '../../server/src/compare/compare';
import { textOfDocx } from '../../server/src/compare/docx';
import { fingerprints, RUN } from '../../server/src/compare/fingerprints';
import { normalText } from '../../server/src/compare/normal';
import { readDraft } from '../../server/src/document/read';
import { splitLines } from '../../server/src/text/lines';
import type { Range } from '../../server/src/text/span';
import { temporaryFolder } from './support/command-line';

/** Paragraphs that have nothing in common with one another. */
const PARAGRAPHS = [
  '去年入冬以来，城区二十三个老旧小区的暖气管道完成了更换，投诉电话由每天六十多个降到不足五个，居民送来了锦旗。',
  '县图书馆把闲置的二楼改成了自习室，晚上开到十点，放假也不关门，三个月里接待了一万一千多名读者。',
  '养殖户老周的三十亩鱼塘用上了在线监测，水里缺氧时手机会响，一年下来少损失了八万块钱。',
  '镇里的集市从国道边搬进了新建的大棚，摊位费一分没涨，堵了十几年的路口终于通畅了。',
  '四所村小共用一名音乐老师，每周坐校车巡回上课，孩子们第一次登上了市里合唱比赛的舞台。',
  '窗口单位取消午休，轮流吃饭，群众中午来办事不再白跑，平均等候时间从四十分钟缩短到九分钟。',
  '防汛物资清点了三遍，沙袋、抽水泵、冲锋舟都登记到人，夜里值班的电话必须在三声之内接起。',
  '果农最怕采摘时下雨，气象站就把预报细化到每个乡镇、每三个小时，去年仅此一项就保住了两成产量。',
];
const own = (...numbers: number[]) => numbers.map((number) => `　　${PARAGRAPHS[number] ?? ''}`).join('\n');
const DRAFT = `在全县工作会议上的讲话\n\n同志们：\n${own(0, 1)}\n`;

/** The words of a range. */
function cut(text: string, { start, end }: Range): string {
  const lines = splitLines(text).slice(start.line, end.line + 1);
  return lines
    .map((line, index) =>
      line.slice(index === 0 ? start.character : 0, index === lines.length - 1 ? end.character : undefined),
    )
    .join('\n');
}

/** A Word document of these paragraphs; `inner` is put into the first one as it is. */
function word(paragraphs: readonly string[], inner = ''): Uint8Array {
  const body = paragraphs.map((text, index) => `<w:p>${index === 0 ? inner : ''}<w:r><w:t>${text}</w:t></w:r></w:p>`);
  const xml = `<?xml version="1.0"?><w:document xmlns:w="w" xmlns:mc="mc"><w:body>${body.join('')}</w:body></w:document>`;
  return zipSync({ 'word/document.xml': strToU8(xml) });
}

describe('查重', () => {
  const folder = temporaryFolder();
  const at = (name: string) => path.join(folder(), name);
  const put = (name: string, content: string | Uint8Array) => {
    mkdirSync(path.dirname(at(name)), { recursive: true });
    writeFileSync(at(name), content);
  };
  const compare = (text: string, options: CompareOptions = {}): Promise<Comparison> =>
    compareDraft(readDraft(text, 'gongwen'), [at('旧稿')], options);
  const first = ({ passages }: Comparison): Passage => {
    assert.equal(passages.length, 1, JSON.stringify(passages));
    const [passage] = passages;
    assert.ok(passage);
    return passage;
  };

  describe('沿用的文字', () => {
    it('原样沿用的找得到，说得出处', async () => {
      const old = `旧年的讲话\n\n${own(4, 2)}\n`;
      put('旧稿/2023/讲话.txt', old);
      put('旧稿/别的.txt', own(5, 6));
      const draft = `${DRAFT}　　下面讲几点意见。${PARAGRAPHS[2]}这件事办得好。\n`;
      const comparison = await compare(draft);
      const { range, source, sourceRange, similarity } = first(comparison);
      assert.equal(source, at('旧稿/2023/讲话.txt'));
      assert.equal(cut(draft, range), PARAGRAPHS[2]);
      assert.equal(cut(old, sourceRange), PARAGRAPHS[2]);
      assert.equal(similarity, 1);
      assert.equal(comparison.documents, 2);
      assert.ok(comparison.share > 0.2 && comparison.share < 0.4, `${comparison.share}`);
    });

    it('换词、换数、加一句、改标点的，也找得到', async () => {
      put('旧稿/讲话.txt', own(0, 2, 3));
      const changed =
        '养鱼户老吴的五十亩鱼塘装上了在线监测，水里缺氧时手机就会响；县里还补贴了一半的钱，一年下来少损失了十二万块钱。';
      const draft = `${own(5, 6)}\n　　${changed}\n`;
      const { range, similarity } = first(await compare(draft));
      assert.ok(cut(draft, range).length > changed.length * 0.7, cut(draft, range));
      assert.ok(similarity > 0.7 && similarity < 1, `${similarity}`);
    });

    it('接连几段是一处，位置跨行', async () => {
      put('旧稿/讲话.txt', own(2, 3, 4, 5));
      const draft = `${own(0)}\n${own(3, 4)}\n${own(7)}\n`;
      const { range } = first(await compare(draft));
      assert.deepEqual([range.start.line, range.end.line], [1, 2]);
    });

    it('一长段抄了一遍，其中一段又抄一遍，两处都说', async () => {
      put('旧稿/去年.txt', `${own(3, 5, 6, 7)}\n`);
      const { passages } = await compare(`${own(3, 5, 6, 7)}\n${own(0, 1, 2)}\n${own(6)}\n`);
      assert.deepEqual(
        passages.map(({ range }) => range.start.line),
        [0, 7],
      );
    });

    it('短的一段几样一起改，也找得到', async () => {
      put('旧稿/讲话.txt', own(0, 3, 5));
      const changed =
        '窗口部门取消中饭，轮流吃饭，据了解，百姓中午来办事不再白跑，平均等候时间从五十五分钟缩短到12分钟。';
      const draft = `${own(6)}\n　　${changed}${PARAGRAPHS[1]}\n`;
      const { range } = first(await compare(draft));
      assert.ok(cut(draft, range).length > changed.length * 0.8, cut(draft, range));
    });

    it('数字都换了的，说得出来，也不说是一样的', async () => {
      put('旧稿/讲话.txt', '　　全年改造危房1203户，新铺管网86.5公里，修通村路142条，受益群众超过30000人。\n');
      const { similarity } = first(
        await compare(
          `${own(1)}\n　　全年改造危房98户，新铺管网1230.25公里，修通村路7条，受益群众超过900人。\n${own(2)}`,
        ),
      );
      assert.ok(similarity > 0.6 && similarity < 0.8, `${similarity}`);
    });

    it('句子调换了次序的是一处，拆到两段、中间插了别的话的都算', async () => {
      const [a, b] = ['县里给每个渡口配了救生艇和喇叭。', '摆渡的老人都参加了急救培训，考过了才能上岗。'];
      put('旧稿/讲话.txt', `${own(4)}\n　　${a}${b}\n`);
      const swapped = `${own(0)}\n　　${b}${a}\n`;
      assert.equal(cut(swapped, first(await compare(swapped)).range), `${b}${a}`);
      const apart = `${own(0)}\n　　${a}${PARAGRAPHS[1]}${b}\n`;
      assert.deepEqual(
        (await compare(apart)).passages.map(({ range }) => cut(apart, range)),
        [a, b],
      );
      const split = `${own(0)}\n　　${a}\n　　${b}\n`;
      assert.equal(cut(split, first(await compare(split)).range), `${a}\n　　${b}`);
    });

    it('很短的两半调换了，挨在一起的算，不挨着的不算', async () => {
      const [a, b] = ['县里给每个渡口配了救生艇和喇叭，', '摆渡的老人都要先学急救，'];
      put('旧稿/讲话.txt', `${own(4)}\n　　${a}${b}\n`);
      const swapped = `${own(0)}\n　　${b}${a}\n`;
      assert.equal(`${cut(swapped, first(await compare(swapped)).range)}，`, `${b}${a}`);
      assert.deepEqual((await compare(`　　${b}\n${own(0, 1, 2)}\n　　${a}\n`)).passages, []);
    });

    it('隔一句插一句自己的话，各句都算，插的话不算', async () => {
      const sentences = [
        '县里给每个渡口配了救生艇和喇叭。',
        '摆渡的老人都参加了急救培训。',
        '候船的棚子添了长椅和热水。',
      ];
      put('旧稿/讲话.txt', `${own(4)}\n　　${sentences.join('')}\n`);
      const draft = `${own(0)}\n　　${sentences[0]}${PARAGRAPHS[1]}${sentences[1]}${PARAGRAPHS[3]}${sentences[2]}\n`;
      assert.deepEqual(
        (await compare(draft)).passages.map(({ range }) => cut(draft, range)),
        sentences,
      );
    });

    it('字少标点多的一段，连标点都不差，也算', async () => {
      const quoted = '（三）办好“候船棚”、“摆渡车”、“急救站”、“热水房”、“失物处”、“意见箱”。';
      put('旧稿/讲话.txt', `${own(4)}\n　　${quoted}\n`);
      first(await compare(`${own(0)}\n　　${quoted}\n`));
      assert.deepEqual((await compare(`${own(0)}\n　　${quoted.replace(/[“”]/g, '')}\n`)).passages, []);
    });

    it('一句短话同旧稿碰巧相同，不算', async () => {
      put('旧稿/讲话.txt', `${own(4)}\n　　县里给每个渡口配了救生艇和喇叭。\n`);
      const { passages } = await compare(`${own(0)}\n　　县里给每个渡口配了救生艇和喇叭。\n${own(1)}\n`);
      assert.deepEqual(passages, []);
    });

    it('文稿的上一稿也在旧稿里，别处沿用的不因此漏掉', async () => {
      const text = `${own(0, 1, 2, 3, 4, 5, 6, 7)}\n`;
      put('旧稿/上一稿.txt', text);
      put('旧稿/往年.txt', own(3));
      const { passages } = await compare(text);
      assert.deepEqual(
        passages.map(({ source }) => path.basename(source)),
        ['上一稿.txt', '往年.txt'],
      );
    });

    it('两篇旧稿都有的，都说', async () => {
      put('旧稿/甲.txt', own(2));
      put('旧稿/乙.txt', own(6, 2));
      const { passages } = await compare(own(0, 2));
      assert.deepEqual(passages.map(({ source }) => path.basename(source)).sort(), ['乙.txt', '甲.txt']);
    });

    it('没有沿用的，什么也不说', async () => {
      put('旧稿/讲话.txt', own(4, 5, 6));
      const { passages, share } = await compare(DRAFT);
      assert.deepEqual([passages, share], [[], 0]);
    });

    it('文稿自己不算来源，存了别名的算', async () => {
      put('旧稿/讲话.gw', DRAFT);
      assert.deepEqual((await compare(DRAFT, { itself: at('旧稿/讲话.gw') })).passages, []);
      put('旧稿/讲话（副本）.gw', DRAFT);
      const { passages, share } = await compare(DRAFT, { itself: at('旧稿/讲话.gw') });
      assert.equal(passages.length, 1);
      assert.ok(share > 0.9, `${share}`);
    });

    it('空文稿、空文件夹都不出错', async () => {
      mkdirSync(at('旧稿'));
      assert.deepEqual(await compare(DRAFT), { passages: [], share: 0, documents: 0, unread: [] });
      put('旧稿/空.txt', '');
      assert.equal((await compare('')).share, 0);
    });
  });

  describe('人人都写的话', () => {
    const OPENING = '各地区、各部门和各单位要结合本地本部门实际，采取切实有效的措施，认真抓好本方案各项任务的落实。';

    it('许多旧稿都有的一句不算', async () => {
      for (let number = 0; number < 8; number++) put(`旧稿/${number}.txt`, `${own(number)}\n　　${OPENING}\n`);
      assert.deepEqual((await compare(`　　今天主要讲防汛的事。\n　　${OPENING}\n`)).passages, []);
    });

    it('各句都是人人写的，连成一段、数字都相同的只有一篇，是沿用', async () => {
      const goals = [
        '全县生产总值增长5%左右',
        '居民收入同经济同步增长',
        '粮食总产量稳定在30万吨以上',
        '城镇新增就业6000人',
      ];
      const words = (numbers: number[]) => `　　今年的目标是${numbers.map((at) => goals[at] ?? '').join('，')}。\n`;
      for (let number = 0; number < 28; number++) put(`旧稿/${number}.txt`, words([number % 4]));
      const draft = `${own(1)}\n${words([2, 0, 3, 1])}`;
      assert.deepEqual((await compare(draft)).passages, []);
      put('旧稿/去年.txt', words([2, 0, 3, 1]));
      assert.equal(path.basename(first(await compare(draft)).source), '去年.txt');
    });

    it('话是人人写的，一串数字都相同，是沿用', async () => {
      const words = (figures: readonly string[]) =>
        `规上企业增加值分别增长${figures[0]}%、${figures[1]}%，高于全国${figures[2]}个百分点。粮食产量${figures[3]}亿斤，`;
      const figures = ['14.62', '3.25', '1.8', '127.36'];
      for (let number = 0; number < 28; number++)
        put(`旧稿/${number}.txt`, `　　全年${words(figures.map((_, at) => `${number}${at}`))}\n`);
      const draft = `${own(1)}\n　　这一年${words(figures)}${PARAGRAPHS[2]}\n`;
      assert.deepEqual((await compare(draft)).passages, []);
      put('旧稿/去年.txt', `　　去年${words(figures)}\n`);
      assert.equal(path.basename(first(await compare(draft)).source), '去年.txt');
    });

    it('只有一篇旧稿有，才是沿用', async () => {
      put('旧稿/0.txt', `${own(3)}\n　　${OPENING}\n`);
      first(await compare(`${own(0)}\n　　${OPENING}\n`));
    });

    it('同一篇讲话存了许多遍，照样是沿用', async () => {
      for (let number = 0; number < 9; number++) put(`旧稿/讲话${number}.txt`, own(2, 3, 4));
      const { passages } = await compare(own(0, 2, 3, 4));
      assert.ok(passages.length > 0 && passages.length <= 3, `${passages.length}`);
    });

    it('标准提法不算', async () => {
      const formula =
        '高举中国特色社会主义伟大旗帜，坚持以习近平新时代中国特色社会主义思想为指导，坚持稳中求进工作总基调，完整、准确、全面贯彻新发展理念';
      put('旧稿/讲话.txt', `　　${formula}，办好群众的事。\n${own(3)}\n`);
      const { passages } = await compare(`　　${formula}，抓好防汛。\n${own(0)}\n`);
      assert.deepEqual(passages, []);
    });

    it('头一行是一句话，不当标题看', async () => {
      put(
        '旧稿/讲话.txt',
        `${own(3)}\n　　把该管的管好、管到位，把该放的放开、放到底，窗口只留两个，材料一次收齐，三天之内答复\n`,
      );
      const first = '把该管的管好、管到位，把该放的放开、放到底，窗口只留两个，材料一次收齐，三天之内答复';
      assert.equal((await compare(`${first}\n\n${own(0)}\n`)).passages.length, 1);
    });

    it('标题和主送机关相同不算', async () => {
      const head =
        '某某市人民政府办公室关于进一步做好全市今冬明春农村饮水安全工作的通知\n\n各县区人民政府，市政府各部门、各直属机构：\n';
      put('旧稿/通知.txt', `${head}${own(3)}\n`);
      assert.deepEqual((await compare(`${head}${own(0)}\n`)).passages, []);
    });
  });

  describe('旧稿的样子', () => {
    it('GB18030、Markdown、.gongwen都读', async () => {
      put('旧稿/甲.txt', encode(own(1), 'gb18030'));
      put('旧稿/乙.MD', `# 标题\n\n${PARAGRAPHS[2]}\n`);
      put('旧稿/丙.gongwen', own(3));
      const { passages } = await compare(`${own(1)}\n${own(5)}\n${own(2)}\n${own(6)}\n${own(3)}\n`);
      assert.deepEqual(
        passages.map(({ source }) => path.basename(source)),
        ['甲.txt', '乙.MD', '丙.gongwen'],
      );
    });

    it('Word文档一段是一行', async () => {
      put('旧稿/讲话.docx', word(['旧年的讲话', PARAGRAPHS[6] ?? '', PARAGRAPHS[2] ?? '']));
      const { sourceRange } = first(await compare(own(0, 2)));
      assert.equal(sourceRange.start.line, 2);
    });

    it('Word文档里删去的、域代码、替换显示的第二份都不读', () => {
      const inner =
        '<w:del><w:r><w:delText>删去</w:delText><w:t>删去</w:t></w:r></w:del>' +
        '<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>甲</w:t><w:tab/><w:t xml:space="preserve">乙 </w:t></w:r>' +
        '<mc:AlternateContent><mc:Fallback><w:p><w:r><w:t>又一份</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>';
      assert.equal(textOfDocx(word(['首段', '次段'], inner)), '甲\t乙 首段\n次段');
    });

    it('读不出来的说明原因，其余照常', async () => {
      put('旧稿/好的.txt', own(2));
      put('旧稿/旧式.docx', Buffer.from('d0cf11e0a1b11ae1', 'hex'));
      put('旧稿/坏的.docx', 'PK\x03\x04不是压缩包');
      put('旧稿/没有正文.docx', zipSync({ 'a.xml': strToU8('<a/>') }));
      put('旧稿/图.txt', Buffer.from([0, 1, 2, 3]));
      put('旧稿/太大.txt', Buffer.alloc(6 * 1024 * 1024, 0x20));
      put('旧稿/~$好的.docx', '');
      const { passages, unread, documents } = await compare(own(0, 2));
      assert.equal(passages.length, 1);
      assert.equal(documents, 1);
      assert.deepEqual(
        unread.map(({ path: file, reason }) => `${path.basename(file)}：${reason}`).sort(),
        [
          '没有正文.docx：不是完好的Word文档',
          '坏的.docx：不是完好的Word文档',
          '图.txt：不是文本',
          '太大.txt：超过5MB',
          '旧式.docx：有密码，或者是旧格式的Word文档',
        ].sort(),
      );
    });

    it('程序的文件夹不进，绕成圈的链接不绕，同一篇不比两次', async () => {
      put('旧稿/子/讲话.txt', own(2));
      put('旧稿/.git/讲话.txt', own(2));
      put('旧稿/node_modules/讲话.txt', own(2));
      symlinkSync('..', at('旧稿/子/上级'));
      symlinkSync('讲话.txt', at('旧稿/子/又名.txt'));
      symlinkSync('没有的', at('旧稿/断了.txt'));
      const { documents, unread } = await compareDraft(readDraft(own(2), 'gongwen'), [at('旧稿'), at('旧稿/子')]);
      assert.deepEqual([documents, unread], [1, []]);
    });
  });

  describe('索引', () => {
    const index = () => at('索引');
    const shards = () =>
      readdirSync(index(), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name));
    /** Files that were written long ago are not read again to make sure. */
    const aged = (...names: string[]) => {
      for (const name of names) utimesSync(at(name), new Date(2020, 1, 1), new Date(2020, 1, 1));
    };

    it('没有变的旧稿不再读，索引也不再写', async () => {
      put('旧稿/讲话.txt', own(2));
      aged('旧稿/讲话.txt');
      await compare(DRAFT, { index: index() });
      const [shard] = shards();
      assert.ok(shard);
      const before = statSync(shard).mtimeMs;
      await compare(DRAFT, { index: index() });
      assert.equal(statSync(shard).mtimeMs, before);
    });

    it('损坏的、别的版本的，重新建立并说明', async () => {
      put('旧稿/讲话.txt', own(2));
      await compare(DRAFT, { index: index() });
      const [shard] = shards();
      assert.ok(shard);
      const whole = readFileSync(shard);
      const broken: [string, Buffer][] = [
        ['damaged', Buffer.concat([whole.subarray(0, -9), Buffer.from('123456789')])],
        ['damaged', whole.subarray(0, 30)],
        ['damaged', Buffer.alloc(0)],
        ['damaged', Buffer.from('这不是索引')],
        ['foreign', Buffer.concat([Buffer.from('biganzi compare 9\n'), whole.subarray(18)])],
      ];
      for (const [kind, bytes] of broken) {
        writeFileSync(shard, bytes);
        const faults: string[] = [];
        const { passages } = await compare(own(0, 2), { index: index(), onIndexFault: (fault) => faults.push(fault) });
        assert.deepEqual([faults, passages.length], [[kind], 1]);
        faults.length = 0;
        await compare(DRAFT, { index: index(), onIndexFault: (fault) => faults.push(fault) });
        assert.deepEqual(faults, []);
      }
    });

    it('上次没有写完留下的清掉，别的程序正在写的不动', async () => {
      put('旧稿/讲话.txt', own(2));
      await compare(DRAFT, { index: index() });
      const place = path.dirname(shards()[0] ?? '');
      for (const name of ['07.index.111', '07.index.222']) writeFileSync(path.join(place, name), '写到一半');
      utimesSync(path.join(place, '07.index.111'), new Date(2020, 1, 1), new Date(2020, 1, 1));
      await compare(DRAFT, { index: index() });
      assert.deepEqual(
        readdirSync(place).filter((name) => !name.endsWith('.index')),
        ['07.index.222'],
      );
    });

    it('几个文件夹都写不成，只说一次', async () => {
      put('旧稿/讲话.txt', own(2));
      put('又一处/讲话.txt', own(3));
      put('不是文件夹', '');
      const faults: string[] = [];
      await compareDraft(readDraft(DRAFT, 'gongwen'), [at('旧稿'), at('又一处')], {
        index: at('不是文件夹/索引'),
        onIndexFault: (fault) => faults.push(fault),
      });
      assert.deepEqual(faults, ['unwritable']);
    });

    it('写不成也照样比较', async () => {
      put('旧稿/讲话.txt', own(2));
      put('不是文件夹', '');
      const faults: string[] = [];
      const { passages } = await compare(own(0, 2), {
        index: at('不是文件夹/索引'),
        onIndexFault: (fault) => faults.push(fault),
      });
      assert.equal(passages.length, 1);
      assert.deepEqual(faults, ['unwritable']);
    });

    it('里面没有原文，别人也读不得', async () => {
      put('旧稿/讲话.txt', own(2, 3));
      await compare(DRAFT, { index: index() });
      for (const shard of shards()) {
        const bytes = readFileSync(shard);
        for (const encoding of ['utf8', 'utf16le'] as const) {
          for (const words of ['鱼塘', '监测', '集市']) assert.ok(!bytes.includes(Buffer.from(words, encoding)));
        }
        assert.equal(statSync(shard).mode & 0o077, 0);
      }
    });

    it('随意增删改名以后，结果同新建的一样', async function () {
      this.timeout(60_000);
      const draft = `${own(0, 1, 2, 3, 4, 5, 6, 7)}\n`;
      const change = fc.record({
        name: fc.constantFrom('甲.txt', '乙.txt', '子/丙.txt', '子/丁.docx'),
        numbers: fc.option(fc.uniqueArray(fc.nat(7), { minLength: 1, maxLength: 3 })),
        touch: fc.boolean(),
      });
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(change, { minLength: 1, maxLength: 4 }), { maxLength: 4 }),
          async (rounds) => {
            const here = mkdtempSync(path.join(tmpdir(), 'biganzi-index-'));
            try {
              mkdirSync(path.join(here, '旧稿/子'), { recursive: true });
              const options = { index: path.join(here, '索引') };
              const compareHere = (options?: CompareOptions) =>
                compareDraft(readDraft(draft, 'gongwen'), [path.join(here, '旧稿')], options);
              for (const changes of rounds) {
                for (const { name, numbers, touch } of changes) {
                  const file = path.join(here, '旧稿', name);
                  if (numbers === null) rmSync(file, { force: true });
                  else {
                    const paragraphs = numbers.map((number) => PARAGRAPHS[number] ?? '');
                    writeFileSync(file, name.endsWith('.docx') ? word(paragraphs) : paragraphs.join('\n'));
                    if (touch) utimesSync(file, new Date(2020, 1, 1), new Date());
                  }
                }
                assert.deepEqual(await compareHere(options), await compareHere());
              }
            } finally {
              rmSync(here, { recursive: true, force: true });
            }
          },
        ),
        { numRuns: 25 },
      );
    });
  });

  it('沿用的文字不论怎样小改，都找得到', async function () {
    this.timeout(60_000);
    put('旧稿/讲话.txt', own(2, 4, 6));
    /** Every fifteen characters a word is another one, is gone, or has one more before it; a comma is another mark. */
    const change = fc.record({
      kind: fc.constantFrom('换', '删', '加', '留'),
      at: fc.nat(12),
      word: fc.constantFrom('新近', '实际', '县城', '大伙'),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(2, 4, 6),
        fc.array(change, { minLength: 4, maxLength: 4 }),
        async (number, changes) => {
          const words = (PARAGRAPHS[number] ?? '').replaceAll('，', '；');
          const altered = (words.match(/.{1,15}/g) ?? []).map((piece, index) => {
            const { kind, at: place, word: other } = changes[index] ?? { kind: '留', at: 0, word: '' };
            const before = piece.slice(0, place);
            if (kind === '换') return `${before}${other}${piece.slice(place + 2)}`;
            if (kind === '删') return `${before}${piece.slice(place + 2)}`;
            return kind === '加' ? `${before}${other}${piece.slice(place)}` : piece;
          });
          const draft = `${own(0)}\n　　${altered.join('')}\n${own(1)}\n`;
          const { range } = first(await compare(draft));
          assert.ok(range.start.line === 1 && range.end.line === 1);
          assert.ok(cut(draft, range).length >= altered.join('').length * 0.6, cut(draft, range));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('近义词一个词只在一组，打头的词不比别的长，不同的字数比得起来', () => {
    const rows = synonyms.words.map((row) => row.split(' '));
    const all = rows.flat();
    assert.deepEqual(all, [...new Set(all)]);
    for (const [first = '', ...others] of rows)
      assert.ok(others.length > 0 && others.every((word) => word.length >= first.length && first.length > 1), first);
    const { units, offsets, ends } = normalText('不断加强，进一步强化１２．５％ok');
    assert.equal(String.fromCharCode(...units), '不断加强不断加强0ok');
    assert.deepEqual([...offsets], [0, 1, 2, 3, 5, 6, 8, 8 + 1, 10, 15, 16]);
    assert.deepEqual([...ends], [1, 2, 3, 4, 6, 8, 9, 10, 14, 16, 17]);
  });

  it('相同的十来个字，至少有一个相同的指纹', () => {
    const characters = fc
      .array(fc.constantFrom(...'天地人和风雨雷电山水'), { maxLength: 30 })
      .map((list) => list.join(''));
    const shared = fc
      .array(fc.constantFrom(...'天地人和风雨雷电山水'), { minLength: RUN + 3, maxLength: 14 })
      .map((list) => list.join(''));
    fc.assert(
      fc.property(characters, characters, shared, characters, characters, (a, b, same, c, d) => {
        const left = new Set(fingerprints(normalText(`${a}${same}${b}`).units));
        assert.ok(fingerprints(normalText(`${c}${same}${d}`).units).some((print) => left.has(print)));
      }),
    );
  });
});
