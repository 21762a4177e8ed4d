/** 查重 where the folder, the draft or the index is not as one expects: links, copies, nothing to read, changes in the middle of it. */
import assert from 'node:assert/strict';
import { linkSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { encode } from 'iconv-lite';
import { type CompareOptions, type Comparison, compareDraft } from '../../server/src/compare/compare';
import { readDraft } from '../../server/src/document/read';
import { temporaryFolder } from './support/command-line';

const SHARED = '河道清淤安排在枯水期进行，十二台挖机分三段同时作业，运出的淤泥全部还田，沿岸一百八十户没有一户停水。';
const OTHER = '县里的老年大学今年开了书法、戏曲、手机摄影等九个班，报名第一天就满员，最大的学员八十六岁。';
const FILLER = '码头边的早市六点开张，卖鱼的、修鞋的、炸油条的各有各的位置，谁也不占谁的道。';

describe('查重：意外的情形', () => {
  const folder = temporaryFolder();
  const at = (name: string) => path.join(folder(), name);
  const put = (name: string, content: string | Uint8Array) => {
    mkdirSync(path.dirname(at(name)), { recursive: true });
    writeFileSync(at(name), content);
  };
  const compare = (text: string, options: CompareOptions = {}, archive = '旧稿'): Promise<Comparison> =>
    compareDraft(readDraft(text, 'gongwen'), [at(archive)], options);
  const sources = ({ passages }: Comparison) => passages.map(({ source }) => path.relative(folder(), source));

  describe('文稿自己', () => {
    beforeEach(() => {
      put('旧稿/新稿.txt', SHARED);
      put('旧稿/讲话.txt', OTHER);
    });

    it('从链接来的文件夹里找到，也不同自己比', async () => {
      symlinkSync(at('旧稿'), at('又名'));
      for (const itself of ['旧稿/新稿.txt', '又名/新稿.txt'])
        for (const archive of ['旧稿', '又名'])
          assert.deepEqual(sources(await compare(SHARED, { itself: at(itself) }, archive)), [], itself + archive);
    });

    it('打开的是链接，链接所指的就是自己', async () => {
      symlinkSync(at('旧稿/新稿.txt'), at('桌面上的.txt'));
      assert.deepEqual(sources(await compare(SHARED, { itself: at('桌面上的.txt') })), []);
      symlinkSync(at('旧稿/新稿.txt'), at('旧稿/快捷.txt'));
      const { passages, documents } = await compare(SHARED, { itself: at('旧稿/新稿.txt') });
      assert.deepEqual([passages, documents], [[], 1]);
    });

    it('另存的副本算旧稿，改了名、放到下级文件夹的也算', async () => {
      put('旧稿/送审/新稿（定）.txt', `${SHARED}\n`);
      linkSync(at('旧稿/新稿.txt'), at('旧稿/新稿2.txt'));
      const told = sources(await compare(SHARED, { itself: at('旧稿/新稿.txt') })).sort();
      assert.deepEqual(told, ['旧稿/新稿2.txt', '旧稿/送审/新稿（定）.txt'].map(path.normalize).sort());
    });

    it('还没有存盘的、盘上已经没有的，照样比', async () => {
      assert.deepEqual(sources(await compare(SHARED, { itself: at('没有.txt') })), [path.normalize('旧稿/新稿.txt')]);
    });
  });

  it('文件夹里一篇能读的也没有', async () => {
    put('旧稿/表.xlsx', 'PK');
    put('旧稿/图.png', '');
    put('旧稿/讲话.doc', SHARED);
    mkdirSync(at('旧稿/看似文稿.txt'));
    assert.deepEqual(await compare(SHARED), { passages: [], share: 0, documents: 0, unread: [] });
  });

  it('文件夹不在了，说出来，别的文件夹照常比', async () => {
    put('旧稿/讲话.txt', SHARED);
    const { passages, unread } = await compareDraft(readDraft(SHARED, 'gongwen'), [at('没有'), at('旧稿')]);
    assert.equal(passages.length, 1);
    assert.deepEqual(unread, [{ path: at('没有'), reason: '文件已不在' }]);
  });

  it('Word文档里的表格，一格的各段各是一行', async () => {
    const cell = (...texts: string[]) =>
      `<w:tc><w:tcPr/>${texts.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('')}</w:tc>`;
    const body = `<w:p><w:r><w:t>任务分解表</w:t></w:r></w:p><w:tbl><w:tr>${cell('1')}${cell(SHARED, '水利局')}</w:tr><w:tr>${cell('2')}${cell(OTHER)}</w:tr></w:tbl>`;
    const xml = `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`;
    put('旧稿/分工.docx', zipSync({ 'word/document.xml': strToU8(xml) }));
    const { passages } = await compare(`　　${SHARED}\n　　${FILLER}\n　　${FILLER}\n　　${OTHER}\n`);
    assert.deepEqual(
      passages.map(({ range, sourceRange }) => [range.start.line, sourceRange.start.line]),
      [
        [0, 2],
        [3, 5],
      ],
    );
  });

  it('GB18030、各种换行的旧稿，位置都对', async () => {
    const text = (end: string) => ['开头㐂。', '', `　　${SHARED}`, ''].join(end);
    for (const [index, end] of ['\n', '\r\n', '\r'].entries()) put(`旧稿/${index}.txt`, encode(text(end), 'gb18030'));
    const { passages } = await compare(SHARED);
    assert.deepEqual(
      passages.map(({ sourceRange: { start, end } }) => [start.line, start.character, end.line, end.character]),
      Array.from({ length: 3 }, () => [2, 2, 2, 2 + SHARED.length]),
    );
  });

  it('十万字不分行的文稿和旧稿', async function () {
    this.timeout(20_000);
    let state = 1;
    const character = () => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      return String.fromCharCode(0x4e00 + ((state >>> 12) % 20_000));
    };
    const words = (length: number) => Array.from({ length }, character).join('');
    put('旧稿/长.txt', `${words(50_000)}。${SHARED}${words(50_000)}。`);
    const draft = `${words(50_000)}。${SHARED}${words(50_000)}。`;
    const { passages } = await compare(draft);
    const start = draft.indexOf(SHARED);
    assert.deepEqual(
      passages.map(({ range }) => [range.start.character, range.end.character]),
      [[start, start + SHARED.length]],
    );
  });

  it('几百行一个样子的名单，比得完', async () => {
    const list = (seed: number) =>
      Array.from({ length: 600 }, (_, index) => `第${index * seed}号卷宗里夹着一张${index}年的纸条，没有落款。`).join(
        '\n',
      );
    put('旧稿/甲.txt', list(7));
    assert.ok((await compare(list(13))).passages.length > 0);
  });

  describe('比到一半', () => {
    const archive = () => {
      for (let number = 0; number < 60; number++)
        put(`旧稿/${number}.txt`, number === 30 ? SHARED : `${number}：${OTHER}`);
    };

    it('索引被删掉，结果不变，下次照用', async () => {
      archive();
      const faults: string[] = [];
      const options = { index: at('索引'), onIndexFault: (fault: string) => faults.push(fault) };
      await compare(SHARED, options);
      const { passages, documents } = await compare(SHARED, {
        ...options,
        onProgress: (done) => {
          if (done % 20 === 0) rmSync(at('索引'), { recursive: true, force: true });
        },
      });
      assert.deepEqual([passages.length, documents, faults], [1, 60, []]);
      assert.equal((await compare(SHARED, options)).passages.length, 1);
      assert.deepEqual(faults, []);
    });

    it('旧稿被删掉、改掉，说得出来，不出错', async () => {
      archive();
      const { documents, unread } = await compare(SHARED, {
        onProgress: (done) => {
          if (done === 1) for (const name of readdirSync(at('旧稿'))) rmSync(at(`旧稿/${name}`));
        },
      });
      assert.equal(documents + unread.length, 60);
      assert.ok(unread.length > 0 && unread.every(({ reason }) => reason === '文件已不在'));
      archive();
      const { passages } = await compare(SHARED, {
        onProgress: (done) => {
          if (done === 60) put('旧稿/30.txt', OTHER);
        },
      });
      assert.deepEqual(passages, []);
    });

    it('两个窗口共用一份索引，各自的结果都对，索引还是好的', async () => {
      archive();
      put('旧稿/下级/又一篇.txt', `${FILLER}\n${SHARED}\n`);
      const faults: string[] = [];
      const options = { index: at('索引'), onIndexFault: (fault: string) => faults.push(fault) };
      const alone = await compare(SHARED);
      for (let round = 0; round < 3; round++) {
        put('旧稿/31.txt', `${round}：${OTHER}`);
        const both = await Promise.all([
          compare(SHARED, options),
          compare(SHARED, options),
          compare(OTHER, options),
          compare(SHARED, options, '旧稿/下级'),
        ]);
        assert.deepEqual(both[0], alone);
        assert.deepEqual(both[1], alone);
        assert.equal(both[3]?.documents, 1);
      }
      assert.deepEqual(faults, []);
      assert.deepEqual(await compare(SHARED, options), alone);
    });
  });
});
