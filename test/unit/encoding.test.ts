/** Encodings are found out by themselves and written again byte for byte. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { encode } from 'iconv-lite';
import { encodeText, isLossless, isWritable } from '../../server/src/text/encode';
import { decodeText, type Encoding } from '../../server/src/text/encoding';

const DRAFT = '关于召开会议的通知\r\n\r\n各科室：\n　　定于二〇二四年三月五日召开会议，请准时参加。\r办公室';
const ENCODINGS: readonly Encoding[] = ['utf-8', 'utf-8-bom', 'gb18030', 'utf-16le', 'utf-16be'];

function decoded(bytes: Buffer) {
  const answer = decodeText(bytes);
  assert.ok(typeof answer === 'object', `没有读出：${JSON.stringify(answer)}`);
  return answer;
}

describe('编码', () => {
  for (const encoding of ENCODINGS) {
    it(`${encoding}读出来、写回去，一个字节不变`, () => {
      const bytes = encodeText(DRAFT, encoding);
      const answer = decoded(bytes);
      assert.equal(answer.text, DRAFT);
      assert.equal(answer.encoding, encoding);
      assert.ok(isLossless(bytes, answer));
      assert.deepEqual(encodeText(answer.text, answer.encoding), bytes);
    });
  }

  it('GB18030的四字节字和生僻字也不变', () => {
    const text = '参会人员：张喆、李䶮、王𠮷。请各单位认真组织学习。';
    const bytes = encodeText(text, 'gb18030');
    assert.equal(decoded(bytes).text, text);
    assert.ok(isLossless(bytes, decoded(bytes)));
  });

  it('写不回原样的GB18030编码能看出来', () => {
    const bytes = Buffer.concat([encode('关于召开会议的通知', 'gb18030'), Buffer.from([0xa3, 0xa0])]);
    assert.equal(isLossless(bytes, decoded(bytes)), false);
  });

  it('空文件是空文本', () => {
    assert.deepEqual(decodeText(Buffer.alloc(0)), { text: '', encoding: 'utf-8' });
    assert.deepEqual(decodeText(Buffer.from([0xef, 0xbb, 0xbf])), { text: '', encoding: 'utf-8-bom' });
  });

  it('英文和代码也读', () => {
    assert.equal(decoded(Buffer.from('const a = 1;\n')).encoding, 'utf-8');
  });

  it('替换符是文稿里的字，照样读写', () => {
    const bytes = Buffer.from('第一\uFFFD章');
    assert.ok(isLossless(bytes, decoded(bytes)));
  });

  const refused: readonly (readonly [string, Buffer, string])[] = [
    ['含空字节的文件', Buffer.from('关于\0通知'), 'binary'],
    ['没有标记的UTF-16', encode(DRAFT, 'utf-16le', { addBOM: false }), 'binary'],
    ['Word文档', Buffer.from('PK\x03\x04\x14\0\x06\0'), 'word'],
    ['旧版Word文档', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'word'],
    ['PDF', Buffer.from('%PDF-1.7\n'), 'pdf'],
    ['半个汉字', Buffer.from('关于').subarray(0, 5), 'unknown'],
    ['西欧文字', encode('Café, señor, naïve, déjà vu', 'latin1'), 'unknown'],
    [
      '繁体大五码',
      encode('關於召開會議的通知：請各單位準時參加，並將名單報送辦公室。此致敬禮。中華民國臺灣', 'big5'),
      'unknown',
    ],
    ['UTF-16里的半个代理对', Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x61, 0x00]), 'unknown'],
    ['UTF-16里的空字符', encode('关于\0', 'utf-16le', { addBOM: true }), 'binary'],
  ];
  for (const [name, bytes, problem] of refused) {
    it(`${name}说得清楚，不硬读`, () => {
      assert.equal(decodeText(bytes), problem);
    });
  }

  it('半个代理对写不成文件', () => {
    for (const encoding of ENCODINGS) {
      if (encoding === 'utf-16le' || encoding === 'utf-16be') continue;
      assert.equal(isWritable('关于\uD800通知', encoding), false);
    }
    assert.ok(isWritable('关于通知𠮷', 'gb18030'));
  });

  it('任何字节都不会出错；读得出的文本都写得回去，或者看得出写不回去', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (array) => {
        const bytes = Buffer.from(array);
        const answer = decodeText(bytes);
        if (typeof answer === 'string') return;
        assert.ok(!answer.text.includes('\0'));
        if (isLossless(bytes, answer)) assert.ok(isWritable(answer.text, answer.encoding));
      }),
      { numRuns: 2000 },
    );
  });

  it('任何文本都原样来去', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...ENCODINGS), (text, encoding) => {
        fc.pre(!text.includes('\0') && !text.startsWith('\uFEFF'));
        const answer = decodeText(encodeText(text, encoding));
        if (typeof answer === 'object' && answer.encoding === encoding) assert.equal(answer.text, text);
      }),
    );
  });
});
