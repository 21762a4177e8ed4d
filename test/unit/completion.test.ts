/** Completion: the places where something is proposed, what is proposed there, and the silence everywhere else. */
import assert from 'node:assert/strict';
import closingPhrases from '../../server/data/closing-phrases.json';
import { DraftReader, readDraft } from '../../server/src/document/read';
import { Checker } from '../../server/src/rules/engine';
import { type Completion, completions } from '../../server/src/service/completion';
import { activeRules, DEFAULT_SETTINGS } from '../../server/src/service/settings';
import { applyEdits, MemoryDocument, NEVER, serviceWith } from './support/service';

/** A draft with the place marked by `|`. */
function marked(text: string) {
  const offset = text.indexOf('|');
  const lines = text.slice(0, offset).split('\n');
  const place = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  return { text: text.replace('|', ''), place };
}

function at(text: string, triggered = false): Completion[] {
  const { text: plain, place } = marked(text);
  const found = completions(readDraft(plain, text.startsWith('# ') ? 'markdown' : 'gongwen'), place, triggered);
  for (const { range, filterText } of found) {
    // what the protocol and the filters of editors ask for
    assert.equal(range.start.line, range.end.line);
    assert.ok(range.start.character <= place.character && place.character <= range.end.character);
    const typed = plain.split('\n')[place.line]?.slice(range.start.character, place.character) ?? '';
    assert.ok(filterText.includes(typed), `${filterText} | ${typed}`);
  }
  return found;
}

const labels = (text: string, triggered = false) => at(text, triggered).map(({ label }) => label);

/** The text after the proposal with this label is taken. */
function taken(text: string, label: string): string {
  const found = at(text).find((each) => each.label === label);
  assert.ok(found, `没有“${label}”`);
  return applyEdits(text.replace('|', ''), [found]);
}

const HEADINGS = [
  '在全市安全生产工作会议上的讲话',
  '　　一、提高认识',
  '　　（一）抓好学习。要学深学透。',
  '　　（二）抓好宣传。要入脑入心。',
  '　　二、压实责任',
  '　　责任要落到人。',
].join('\n');

describe('补全：层次序数', () => {
  it('接着本层、上层往下编，别处有下一层的也给出', () => {
    assert.deepEqual(labels(`${HEADINGS}\n　　|`), ['三、', '（一）', '谢谢大家！']);
    assert.deepEqual(labels(`${HEADINGS.split('\n').slice(0, 4).join('\n')}\n　　|`).slice(0, 2), ['（三）', '二、']);
  });

  it('开了头的只给相合的，自动补上的括号一并替换', () => {
    assert.deepEqual(labels(`${HEADINGS}\n　　三|`, true), ['三、']);
    assert.deepEqual(labels(`${HEADINGS}\n　　四|`, true), []);
    assert.equal(taken(`${HEADINGS}\n　　（|）`, '（一）'), `${HEADINGS}\n　　（一）`);
  });

  it('空行照本层的样子缩进', () => {
    assert.equal(taken(`${HEADINGS}\n|`, '三、'), `${HEADINGS}\n　　三、`);
    assert.equal(
      taken('# 总结\n\n## 一、主要工作\n\n做了不少。\n\n|', '二、'),
      '# 总结\n\n## 一、主要工作\n\n做了不少。\n\n## 二、',
    );
  });

  it('各种序数', () => {
    const next = (first: string, second: string) =>
      labels(`工作方案\n${first}提高认识\n要学习。\n${second}压实责任\n要落实。\n|`)[0];
    assert.equal(next('1.', '2.'), '3.');
    assert.equal(next('（1）', '（2）'), '（3）');
    assert.equal(next('①', '②'), '③');
    assert.equal(next('九、', '十、'), '十一、');
    assert.equal(next('第一章　', '第二章　'), '第三章');
    assert.equal(next('第一条　', '第二条　'), '第三条');
  });

  it('条款跨章连续', () => {
    const rules = '管理办法\n第一章　总则\n第一条　为了规范管理，制定本办法。\n第二条　适用于本局。\n第二章　职责\n|';
    assert.deepEqual(labels(rules).slice(0, 2), ['第三章', '第三条']);
  });

  it('落款以后、行中、没有层次的文稿里不作声', () => {
    const notice = '关于开会的通知\n各科室：\n　　一、时间\n　　明天上午。\n　　特此通知。\n某某市财政局\n2026年3月5日';
    assert.deepEqual(labels(`${notice}\n|`), []);
    assert.deepEqual(labels(HEADINGS.replace('责任要', '二|责任要'), true), []);
    assert.deepEqual(labels('　　今天开会。\n|'), []);
    assert.deepEqual(labels(`${HEADINGS}\n　　任务有三|`, true), []);
  });
});

describe('补全：结束语', () => {
  const REQUEST = '关于购置设备的请示\n县人民政府：\n　　我局拟购置复印机两台，需经费3万元。';

  it('按文种给出，只在文末', () => {
    assert.deepEqual(labels(`${REQUEST}\n|`), ['妥否，请批示。', '当否，请批复。', '以上请示，请予审批。']);
    assert.equal(taken(`${REQUEST}\n|`, '妥否，请批示。'), `${REQUEST}\n　　妥否，请批示。`);
    assert.deepEqual(labels(`${REQUEST}\n　　妥否|`, true), ['妥否，请批示。']);
    assert.deepEqual(labels(`${REQUEST}\n|\n某某局\n2026年3月5日`).length, 3);
    assert.deepEqual(labels(`${REQUEST}\n|\n　　经费由县财政列支，请予安排。`), []);
  });

  it('已经有了就不再给', () => {
    assert.deepEqual(labels(`${REQUEST}\n　　妥否，请批示。\n|`), []);
    assert.deepEqual(labels(`${REQUEST}\n　　以上请示妥否，请批示\n|`), []);
  });

  for (const [kind, phrases] of Object.entries(closingPhrases.phrases))
    it(`${kind}：结束语本身没有问题`, () => {
      for (const phrase of phrases) {
        const { reports } = new Checker(activeRules(DEFAULT_SETTINGS)).check(readDraft(`　　${phrase}`));
        assert.deepEqual(
          reports.map(({ rule, message }) => `${rule.id} ${message}`),
          [],
        );
      }
    });
});

describe('补全：固定提法', () => {
  const MEMBERS = '政治意识、大局意识、核心意识、看齐意识';

  it('名称之后给出全部内容，替换或者加括注', () => {
    assert.deepEqual(labels('增强“四个意识”|', true), [MEMBERS, `（${MEMBERS}）`]);
    assert.equal(taken('增强“四个意识”|，站稳立场。', MEMBERS), `增强${MEMBERS}，站稳立场。`);
    assert.equal(taken('增强“四个意识”|，站稳立场。', `（${MEMBERS}）`), `增强“四个意识”（${MEMBERS}），站稳立场。`);
    assert.equal(labels('贯彻新发展理念|')[0], '创新、协调、绿色、开放、共享');
  });

  it('开了头的列举给出其余', () => {
    assert.deepEqual(labels('增强政治意识、大局意识、|', true), ['核心意识、看齐意识']);
    assert.equal(taken('增强政治意识、大局意识、核|', '核心意识、看齐意识'), `增强${MEMBERS}`);
    assert.deepEqual(labels('增强政治意识、|', true), []);
    assert.deepEqual(labels('增强政治意识、大局意识、|核心意识', true), []);
    assert.deepEqual(labels('增强政治意识、大局意识、法治|', true), []);
  });

  it('标题里只在问起时给出：下一键多半是回车', () => {
    const heading = `${HEADINGS}\n　　三、增强“四个意识”|`;
    assert.deepEqual(labels(heading, true), []);
    assert.equal(labels(heading).length, 2);
  });

  it('别的引号后面不作声', () => {
    for (const text of ['开展“回头看”|', '“四个意识”要增强|', `“四个意识”|是${MEMBERS}`, '加强法治|'])
      assert.deepEqual(labels(text, true), [], text);
  });
});

describe('补全：引用过的文件', () => {
  const CITED = [
    '根据《关于加强机关作风建设的意见》（某政发〔2026〕5号）和《差旅费管理办法》，结合实际，制定本方案。',
    '落实《差旅费管理办法》要求。',
  ].join('\n');

  it('书名号后给出标题，近的在前', () => {
    assert.deepEqual(labels(`${CITED}\n按照《|》`, true), ['差旅费管理办法', '关于加强机关作风建设的意见']);
    assert.deepEqual(labels(`${CITED}\n按照《关于|`), ['关于加强机关作风建设的意见']);
    assert.equal(taken(`${CITED}\n按照《|》执行`, '差旅费管理办法'), `${CITED}\n按照《差旅费管理办法》执行`);
    assert.equal(taken(`${CITED}\n按照《|`, '差旅费管理办法'), `${CITED}\n按照《差旅费管理办法》`);
  });

  it('括号里给出这个文件用过的字号', () => {
    assert.deepEqual(labels(`${CITED}\n《关于加强机关作风建设的意见》（|）`, true), ['某政发〔2026〕5号']);
    assert.ok(
      taken(`${CITED}\n《关于加强机关作风建设的意见》（|）`, '某政发〔2026〕5号').endsWith(
        '的意见》（某政发〔2026〕5号）',
      ),
    );
    assert.deepEqual(labels(`${CITED}\n《差旅费管理办法》（|）`, true), []);
  });

  it('写完的标题里不作声', () => {
    assert.deepEqual(labels(`${CITED}\n《关于|加强机关作风建设的意见》`, true), []);
    assert.deepEqual(labels('按照《|》', true), []);
  });
});

describe('补全：单位名称', () => {
  const NOTICE = '关于开会的通知\n某某县教育局、某某县财政局：\n　　明天开会。\n|\n某某县人民政府办公室\n2026年3月5日';
  const typing = (words: string) => NOTICE.replace('|', `　　由${words}|`);

  it('打了开头两个字，给出主送和署名里的名称', () => {
    assert.deepEqual(labels(typing('某某县教')), ['某某县教育局']);
    assert.deepEqual(labels(typing('某某')), ['某某县教育局', '某某县财政局', '某某县人民政府办公室']);
  });

  it('字符触发的、词中间的、写完的不作声', () => {
    assert.deepEqual(labels(typing('某某县教'), true), []);
    assert.deepEqual(labels(typing('按规定某某县教')), []);
    assert.deepEqual(labels(typing('某某县教育局')), []);
    assert.deepEqual(labels(typing('某')), []);
  });
});

describe('补全：服务', () => {
  it('不等检查，不是文稿的不作声', async () => {
    const { service } = serviceWith();
    const place = { line: 0, character: 8 };
    const draft = await service.completions(new MemoryDocument('增强“四个意识”'), place, true, NEVER);
    assert.equal(draft?.length, 2);
    const code = new MemoryDocument('const a = 1; // “四个意识”', 'plaintext');
    assert.deepEqual(await service.completions(code, { line: 0, character: 22 }, true, NEVER), []);
    const cancelled = { isCancellationRequested: true };
    assert.equal(await service.completions(new MemoryDocument('增强“四个意识”'), place, true, cancelled), undefined);
  });

  it('任何位置都不出错', () => {
    const text = `${HEADINGS}\n按照《关于做好工作的通知》（某政发〔2026〕5号）（“四个意识”）政治意识、大局意识、\n`;
    const draft = readDraft(text);
    for (let line = 0; line <= draft.blocks.length; line++)
      for (let character = 0; character <= (draft.blocks[line]?.source.length ?? 0) + 1; character++)
        for (const { range } of completions(draft, { line, character }, false))
          assert.ok(range.end.character <= (draft.blocks[line]?.source.length ?? 0));
  });

  it('长文稿里也快', () => {
    const reader = new DraftReader('gongwen');
    const body = '　　根据《关于加强管理的通知》（某政发〔2026〕5号）要求，各部门要抓好落实，不断提高水平。\n'.repeat(
      20_000,
    );
    const draft = reader.read(`${HEADINGS}\n${body}按照《`);
    const place = { line: draft.blocks.length - 1, character: 3 };
    completions(draft, place, true);
    assert.deepEqual(
      completions(draft, place, true).map(({ label }) => label),
      ['关于加强管理的通知'],
    );
  });

  it('一行十万字也答得出', () => {
    for (const unit of ['《', '一、', '政治意识、', '（', '　', '》（', '某某县教育局']) {
      const draft = readDraft(unit.repeat(100_000 / unit.length));
      assert.doesNotThrow(() => completions(draft, { line: 0, character: 100_000 }, false), unit);
    }
  });
});

describe('补全：代码片段', () => {
  it('首字母给出套语，看得见全文，短的在前', () => {
    const [first] = at('请示\n\n　　tfq|', true);
    assert.equal(first?.kind, 'snippet');
    assert.match(first?.label ?? '', /^妥否/);
    assert.match(first?.about ?? '', /^妥否，请.*。$/);
    for (const { about } of at('文件\n\n　　xj|', true)) assert.doesNotMatch(about ?? '', /[${}|]/);
    assert.equal(taken('报告\n\n　　xjsxtz|', '现将事项通知'), '报告\n\n　　现将有关事项通知如下：');
  });
  it('写出名称的也给，自己要的时候写两个字就给', () => {
    assert.ok(labels('报告\n\n　　请看现将|').includes('现将事项通知'));
    assert.deepEqual(labels('报告\n\n　　请看现将|', true), []);
    assert.equal(taken('报告\n\n　　请看现将事项通知|', '现将事项通知'), '报告\n\n　　请看现将有关事项通知如下：');
  });
  it('单个字母、网址、外文词、大写里不作声', () => {
    for (const text of ['t|', 'https://xj|', 'a.xj|', 'Xj|', '邮箱：a@xj|', 'maxj|', '甲-xj|', 'GDP|', '现将|'])
      assert.deepEqual(labels(`报告\n\n　　正文${text}`, true), [], text);
  });
});
