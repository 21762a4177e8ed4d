/** The command line keeps its contract: forms, exit statuses, and not a byte lost. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { encode } from 'iconv-lite';
import type { Log } from 'sarif';
import type { CheckedFile } from '../../server/src/cli/checked-file';
import { rule as zero } from '../../server/src/rules/number/zero';
import { biganzi, startBiganzi, temporaryFolder } from './support/command-line';

const FAULTY = '关于做好二0二四年工作的通知\n\n各县区：\n　　二O二四年以来，全市经济稳中有进。\n';
const MENDED = '关于做好二〇二四年工作的通知\n\n各县区：\n　　二〇二四年以来，全市经济稳中有进。\n';
const CLEAN = '关于做好二〇二四年工作的通知\n\n各县区：\n　　全市经济稳中有进。\n';
const ZERO = ['--rule', 'number/zero'];

describe('命令行', function () {
  this.timeout(20_000);
  const folder = temporaryFolder();
  const at = (name: string) => path.join(folder(), name);
  const put = (name: string, content: string | Buffer) => writeFileSync(at(name), content);
  const run = (...args: string[]) => biganzi(folder(), args);
  const checked = (...args: string[]): { version: number; files: CheckedFile[] } =>
    JSON.parse(run('check', '--format', 'json', ...args).stdout);

  describe('check', () => {
    it('没有问题退出0，有问题退出1', () => {
      put('a.txt', CLEAN);
      put('b.txt', FAULTY);
      assert.equal(run('check', ...ZERO, 'a.txt').status, 0);
      const { status, stdout } = run('check', ...ZERO, 'a.txt', 'b.txt');
      assert.equal(status, 1);
      assert.match(stdout, /^b\.txt:1:5 错误 “二0二四”应为“二〇二四”（number\/zero）$/m);
      assert.match(stdout, /^2个文件共发现2处：错误2处；其中2处可用 biganzi fix 改正。$/m);
    });

    it('一个问题牵涉两处时，另一处也说', () => {
      put('b.txt', '一、提高认识\n要抓好落实。\n一、加强领导\n要压实责任。\n');
      const only = ['--rule', 'heading/sequence'];
      assert.deepEqual(checked(...only, 'b.txt').files[0]?.diagnostics[0]?.related, [
        { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 2 } }, message: '上一个同级序数' },
      ]);
      assert.match(run('check', ...only, 'b.txt').stdout, /^b\.txt:3:1 警告 .*（另见第1行）（heading\/sequence）$/m);
    });

    it('JSON是约定的形式', () => {
      put('b.txt', FAULTY);
      const { version, files } = checked(...ZERO, 'b.txt');
      assert.equal(version, 1);
      const [file] = files;
      assert.deepEqual([file?.file, file?.kind, file?.diagnostics.length], ['b.txt', 'notice', 2]);
      assert.deepEqual(file?.diagnostics[1], {
        rule: 'number/zero',
        gate: 'language',
        severity: 'error',
        message: '“二O二四”应为“二〇二四”',
        source: zero.source,
        range: { start: { line: 3, character: 2 }, end: { line: 3, character: 6 } },
        text: '二O二四',
        fixes: [
          {
            title: '改为“二〇二四”',
            preferred: true,
            edits: [
              {
                range: { start: { line: 3, character: 2 }, end: { line: 3, character: 6 } },
                newText: '二〇二四',
              },
            ],
          },
        ],
      });
    });

    it('SARIF的行列从1数起，带改法', () => {
      put('带 空格.txt', FAULTY);
      const log: Log = JSON.parse(run('check', '--format', 'sarif', ...ZERO, '带 空格.txt').stdout);
      assert.equal(log.version, '2.1.0');
      const [result] = log.runs[0]?.results ?? [];
      const location = result?.locations?.[0]?.physicalLocation;
      assert.equal(location?.artifactLocation?.uri, `${encodeURIComponent('带 空格')}.txt`);
      assert.deepEqual(location?.region, {
        startLine: 1,
        startColumn: 5,
        endLine: 1,
        endColumn: 9,
        snippet: { text: '二0二四' },
      });
      assert.equal(result?.fixes?.[0]?.artifactChanges[0]?.replacements[0]?.insertedContent?.text, '二〇二四');
      const rule = log.runs[0]?.tool.driver.rules?.[result?.ruleIndex ?? -1];
      assert.equal(rule?.id, 'number/zero');
    });

    it('GitHub的写法转义逗号和冒号', () => {
      put('甲,乙.txt', FAULTY);
      assert.match(
        run('check', '--format', 'github', ...ZERO, '甲,乙.txt').stdout,
        /^::error file=甲%2C乙\.txt,line=1,col=5,endLine=1,endColumn=8,title=number\/zero::“二0二四”应为“二〇二四”$/m,
      );
    });

    it('从标准输入读', () => {
      const { status, stdout } = biganzi(folder(), ['check', ...ZERO, '-'], FAULTY);
      assert.equal(status, 1);
      assert.match(stdout, /^标准输入:1:5 /);
    });

    it('--severity定下列出的最低级别', () => {
      put('b.txt', FAULTY);
      put('settings.json', '{ "biganzi.severity": { "number/zero": "info" } }');
      const config = ['--config', 'settings.json', ...ZERO];
      assert.equal(run('check', ...config, 'b.txt').status, 0);
      assert.equal(run('check', ...config, '--severity', 'info', 'b.txt').status, 1);
      assert.equal(checked(...config, '--severity', 'hint', 'b.txt').files[0]?.diagnostics[0]?.severity, 'info');
    });

    it('--kind定下文种', () => {
      put('a.txt', CLEAN);
      assert.equal(checked('--kind', 'speech', 'a.txt').files[0]?.kind, 'speech');
    });

    it('设置文件可带注释，可关规则，可定文种', () => {
      put('b.txt', FAULTY);
      mkdirSync(at('.vscode'));
      put(
        '.vscode/settings.json',
        '{\n // 本单位的规定\n "biganzi.severity": { "number/zero": "off" },\n "biganzi.kinds": { "b.txt": "letter" },\n}',
      );
      const { files } = checked(...ZERO, '--config', '.vscode/settings.json', 'b.txt');
      assert.deepEqual([files[0]?.kind, files[0]?.diagnostics], ['letter', []]);
    });

    it('忽略了的问题不再列出，也不改', () => {
      put('b.txt', FAULTY);
      put('settings.json', '{ "biganzi.ignored": ["number/zero@b.txt"] }');
      assert.deepEqual(checked('--config', 'settings.json', ...ZERO, 'b.txt').files[0]?.diagnostics, []);
      assert.equal(run('fix', '--config', 'settings.json', ...ZERO, 'b.txt').stdout, FAULTY);
    });

    it('文稿所在的文件夹或上面的.biganzi自动使用，坏的行说出来', () => {
      mkdirSync(at('.biganzi'));
      mkdirSync(at('2026'));
      put('.biganzi/words.tsv', '误\t正\t级别\n区府办\t区政府办公室\t警告\n镇府\t镇政府\t大错\n');
      put(
        '.biganzi/pack.json',
        '{ "format": 1, "name": "本办", "version": "1", "settings": { "severity": { "number/*": "off" } } }',
      );
      put('2026/b.txt', '　　二O二四年，区府办负总责。\n');
      const { stdout, stderr } = run('check', '--format', 'json', '2026/b.txt');
      const { files } = JSON.parse(stdout) as { files: { diagnostics: { rule: string; source: string }[] }[] };
      assert.deepEqual(
        files[0]?.diagnostics.map(({ rule }) => rule),
        ['wording/own'],
      );
      assert.match(stderr, /^\.biganzi.words\.tsv 第3行：“级别”应为/m);
      assert.equal(run('fix', '2026/b.txt').stdout, '　　二O二四年，区政府办公室负总责。\n');
    });

    it('设置里的规则包，找不到的说出来', () => {
      mkdirSync(at('packs'));
      put('packs/pack.json', '{ "format": 1, "name": "本办", "version": "1" }');
      put('packs/words.tsv', '误\t正\n区府办\t区政府办公室\n');
      put('b.txt', '　　区府办负总责。\n');
      put('settings.json', '{ "biganzi.packs": ["packs"] }');
      assert.equal(checked('--config', 'settings.json', 'b.txt').files[0]?.diagnostics.length, 1);
      put('settings.json', '{ "biganzi.packs": ["no-such"] }');
      const { status, stderr } = run('check', '--config', 'settings.json', 'b.txt');
      assert.equal(status, 2);
      assert.match(stderr, /找不到规则包“no-such”/);
    });

    it('设置里不认得的规则说出来', () => {
      put('a.txt', CLEAN);
      put('settings.json', '{ "severity": { "no/such": "off", "number/zero": "fatal" } }');
      const { status, stderr } = run('check', ...ZERO, '--config', 'settings.json', 'a.txt');
      assert.equal(status, 0);
      assert.match(stderr, /没有名为“no\/such”的规则/);
      assert.match(stderr, /规则“number\/zero”的设置写法不对/);
    });
  });

  describe('fix', () => {
    it('输出改好的文稿，不动原文件', () => {
      put('b.txt', FAULTY);
      const { status, stdout } = run('fix', ...ZERO, 'b.txt');
      assert.deepEqual([status, stdout], [0, MENDED]);
      assert.equal(readFileSync(at('b.txt'), 'utf8'), FAULTY);
    });

    for (const encoding of ['utf-8', 'utf-8-bom', 'gb18030', 'utf-16le', 'utf-16be'] as const) {
      it(`写回时保持${encoding}编码和三种换行`, () => {
        const write = (text: string, lineEnd: string) =>
          encode(text.replaceAll('\n', lineEnd), encoding === 'utf-8-bom' ? 'utf-8' : encoding, {
            addBOM: encoding !== 'utf-8' && encoding !== 'gb18030',
          });
        const files = { 'unix.txt': '\n', 'windows.txt': '\r\n', 'mac.txt': '\r' };
        for (const [name, lineEnd] of Object.entries(files)) put(name, write(FAULTY, lineEnd));
        const { status, stdout } = run('fix', '--write', ...ZERO, ...Object.keys(files));
        assert.equal(status, 0);
        assert.equal(stdout, 'unix.txt：已改正2处。\nwindows.txt：已改正2处。\nmac.txt：已改正2处。\n');
        for (const [name, lineEnd] of Object.entries(files))
          assert.deepEqual(readFileSync(at(name)), write(MENDED, lineEnd));
      });
    }

    it('混用的换行各归各', () => {
      put('b.txt', '关于工作的通知\r\n二0二四年，\r全市\n二O二四年\r\n\r');
      run('fix', '--write', ...ZERO, 'b.txt');
      assert.equal(readFileSync(at('b.txt'), 'utf8'), '关于工作的通知\r\n二〇二四年，\r全市\n二〇二四年\r\n\r');
    });

    it('没有可改的，文件原封不动', () => {
      put('a.txt', CLEAN);
      const before = statSync(at('a.txt'));
      assert.match(run('fix', '--write', ...ZERO, 'a.txt').stdout, /没有可以直接改正的地方/);
      assert.equal(statSync(at('a.txt')).ino, before.ino);
    });

    it('保持权限，写到符号链接所指的文件', function () {
      if (process.platform === 'win32') this.skip();
      put('b.txt', FAULTY);
      chmodSync(at('b.txt'), 0o640);
      symlinkSync('b.txt', at('link.txt'));
      assert.equal(run('fix', '--write', ...ZERO, 'link.txt').status, 0);
      assert.ok(lstatSync(at('link.txt')).isSymbolicLink());
      assert.equal(readFileSync(at('b.txt'), 'utf8'), MENDED);
      assert.equal(statSync(at('b.txt')).mode & 0o777, 0o640);
      assert.deepEqual(readdirSync(folder()).sort(), ['b.txt', 'link.txt']);
    });

    it('写不回原样的文件不碰', () => {
      const bytes = Buffer.concat([encode(FAULTY, 'gb18030'), Buffer.from([0xa3, 0xa0])]);
      put('b.txt', bytes);
      const { status, stderr } = run('fix', '--write', ...ZERO, 'b.txt');
      assert.equal(status, 2);
      assert.match(stderr, /无法原样写回.*没有改动/);
      assert.deepEqual(readFileSync(at('b.txt')), bytes);
    });

    it('标准输入不能写回', () => {
      const { status, stderr } = biganzi(folder(), ['fix', '--write', '-'], FAULTY);
      assert.equal(status, 2);
      assert.match(stderr, /标准输入不能写回/);
    });
  });

  describe('format', () => {
    const UNTIDY = '关于做好防汛工作的通知\r\n\r\n\r\n各区人民政府：\r\n　　要开展检查,落实整改。  \r\n';
    const TIDY = '关于做好防汛工作的通知\r\n\r\n各区人民政府：\r\n　　要开展检查，落实整改。\r\n';

    it('输出整理好的文稿，不动原文件', () => {
      put('a.txt', UNTIDY);
      const { status, stdout } = run('format', 'a.txt');
      assert.deepEqual([status, stdout], [0, TIDY]);
      assert.equal(readFileSync(at('a.txt'), 'utf8'), UNTIDY);
    });

    it('写回时保持编码和换行，整理过的不再动，段首听设置的', () => {
      put('a.txt', encode(UNTIDY, 'gb18030'));
      put('settings.json', '{ "biganzi.format.indent": "none" }');
      assert.equal(run('format', '--write', 'a.txt').stdout, 'a.txt：已整理格式。\n');
      assert.deepEqual(readFileSync(at('a.txt')), encode(TIDY, 'gb18030'));
      assert.equal(run('format', '--write', 'a.txt').stdout, 'a.txt：格式无须改动。\n');
      assert.equal(run('format', '--config', 'settings.json', 'a.txt').stdout, TIDY.replace('　　要', '要'));
      assert.equal(run('format', 'b.txt').status, 2);
    });
  });

  describe('outline和rules', () => {
    it('结构层次是约定的形式', () => {
      put('a.txt', '关于做好工作的通知\n\n各县区：\n　　一、加强领导\n　　（一）落实责任。要抓好。\n');
      const { version, files } = JSON.parse(run('outline', '--format', 'json', 'a.txt').stdout);
      assert.equal(version, 1);
      const [title] = files[0].outline;
      assert.deepEqual(
        { ...title, children: [] },
        {
          level: 0,
          number: '',
          title: '关于做好工作的通知',
          line: 0,
          endLine: title.endLine,
          inline: false,
          children: [],
        },
      );
      assert.equal(title.children[0].number, '一、');
      assert.equal(title.children[0].children[0].title, '落实责任');
      assert.match(run('outline', 'a.txt').stdout, /^　　　　（一）落实责任（第5行）$/m);
    });

    it('列出全部规则和各项内容', () => {
      const { version, rules } = JSON.parse(run('rules', '--format', 'json').stdout);
      assert.equal(version, 1);
      const zero = rules.find(({ id }: { id: string }) => id === 'number/zero');
      for (const field of ['gate', 'severity', 'source', 'authority', 'title', 'why', 'examples', 'options', 'fixAll'])
        assert.ok(field in zero, field);
      assert.match(run('rules').stdout, /^number\/zero\s+错误　规定　/m);
    });
  });

  it('lsp从标准输入输出讲LSP', async () => {
    const server = startBiganzi(['lsp', '--stdio', '--clientProcessId=1']);
    const say = (message: object) => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    };
    say({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    const [answer] = await once(server.stdout, 'data');
    assert.match(String(answer), /^Content-Length: \d+/);
    say({ id: 2, method: 'shutdown' });
    await once(server.stdout, 'data');
    say({ method: 'exit' });
    assert.deepEqual(await once(server, 'exit'), [0, null]);
  });

  describe('说得清楚的话', () => {
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [[], /^没有写明命令，请用 biganzi --help 查看用法。$/],
      [['print', 'a.txt'], /^没有“print”这个命令，请用 biganzi --help 查看用法。$/],
      [['check'], /^没有写明文件名，/],
      [['check', '--no-such', 'a.txt'], /^没有“--no-such”这个选项，/],
      [['check', '--format', 'xml', 'a.txt'], /的值不对，可选 text、json、sarif、github。$/],
      [['check', '--kind', '通知', 'a.txt'], /的值不对，可选 speech、/],
      [['check', '--rule', 'no/such', 'a.txt'], /^没有名为“no\/such”的规则，/],
      [['check', '--config', 'none.json', 'a.txt'], /^none\.json：找不到这个文件，/],
      [['check', '--config', 'broken.json', 'a.txt'], /^broken\.json：第1行不合JSON的写法，/],
      [['lsp'], /^缺少选项“--stdio”，/],
      [['check', 'none.txt'], /^none\.txt：找不到这个文件，/],
      [['check', '.'], /^\.：这是文件夹，/],
      [['outline', 'binary.txt'], /^binary\.txt：含有空字节，/],
      [['fix', 'word.docx'], /^word\.docx：是Word文档或压缩包，/],
      [['check', 'large.txt'], /^large\.txt：超过5MB，/],
      [['check', 'latin.txt'], /^latin\.txt：编码无法识别或内容已损坏，/],
    ];
    for (const [args, sentence] of cases) {
      it(`biganzi ${args.join(' ')}`, () => {
        put('a.txt', CLEAN);
        put('broken.json', '{ rules ');
        put('binary.txt', Buffer.from('关于\0'));
        put('word.docx', Buffer.from('PK\x03\x04'));
        put('large.txt', '关于召开会议的通知。'.repeat(350_000));
        put('latin.txt', Buffer.from([0x43, 0x61, 0x66, 0xe9, 0x20, 0x64, 0xe9]));
        const { status, stdout, stderr } = run(...args);
        assert.equal(status, 2);
        const lines = stderr.trimEnd().split('\n');
        assert.match(lines.at(-1) ?? '', sentence);
        if (args.length > 0) assert.equal(lines.length, 1);
        if (args.length > 1 && args[0] !== 'check') assert.equal(stdout.trim(), '');
      });
    }

    it('一个文件读不了，其余照样检查', () => {
      put('b.txt', FAULTY);
      const { status, stdout, stderr } = run('check', '--format', 'json', ...ZERO, 'none.txt', 'b.txt');
      assert.equal(status, 2);
      assert.match(stderr, /none\.txt/);
      assert.deepEqual(
        JSON.parse(stdout).files.map(({ file }: CheckedFile) => file),
        ['b.txt'],
      );
    });

    it('空文件没有问题，另说一句', () => {
      put('a.txt', '');
      const { status, stdout, stderr } = run('check', 'a.txt');
      assert.deepEqual([status, stdout, stderr], [0, '没有发现问题。\n', 'a.txt：是空文件。\n']);
      assert.equal(run('fix', '--write', 'a.txt').status, 0);
      assert.equal(statSync(at('a.txt')).size, 0);
    });

    it('帮助和版本退出0', () => {
      for (const args of [['--help'], ['check', '--help'], ['--version']]) assert.equal(run(...args).status, 0);
      assert.match(run('--help').stdout, /^用法：/);
      assert.doesNotMatch(run('check', '--help').stdout, /Usage|Options|default/);
    });
  });
});
