/** The documentation is true to the program, and our own Chinese passes our own rules. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import manifest from '../../package.json';
import { readDraft } from '../../server/src/document/read';
import type { Language } from '../../server/src/document/types';
import { Checker } from '../../server/src/rules/engine';
import { familyOf } from '../../server/src/rules/families';
import { RULES } from '../../server/src/rules/registry';
import type { Rule } from '../../server/src/rules/types';
import { activeRules, DEFAULT_SETTINGS } from '../../server/src/service/settings';
import { biganzi } from './support/command-line';

const root = path.resolve('.');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const DOCS = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...readdirSync(path.join(root, 'docs'))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];

/** Drafts that are written to be right. */
const CLEAN_DRAFTS = ['test/drafts/规范通知.gw'];

const checker = new Checker(activeRules(DEFAULT_SETTINGS));

function findings(text: string, language: Language = 'plaintext'): string[] {
  const { reports } = checker.check(readDraft(text, language));
  return reports.map(
    ({ block, span, message, rule }) => `${rule.id} 第${block + 1}行第${span.start + 1}字：${message}`,
  );
}

/** What is said of a rule must name the fault, so the rules of its family do not count, nor do mere hints. */
function findingsBeside(rule: Rule, text: string): string[] {
  const { reports } = checker.check(readDraft(text, 'markdown'));
  return reports
    .filter((report) => report.severity !== 'hint' && familyOf(report.rule) !== familyOf(rule))
    .map((report) => `${rule.id}：${report.message}（${report.rule.id}）`);
}

/** The Chinese values of a JSON file of texts. */
function valuesOf(file: string): string[] {
  return Object.values(JSON.parse(read(file)) as Record<string, string>);
}

describe('文档', () => {
  for (const file of DOCS) {
    it(`${file}没有自己能查出的差错，链接都通`, () => {
      const text = read(file);
      assert.deepEqual(findings(text, 'markdown'), []);
      for (const [, target = ''] of text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g))
        assert.ok(existsSync(path.join(root, path.dirname(file), target)), `${file}指向${target}，没有这个文件`);
    });
  }

  for (const file of CLEAN_DRAFTS) {
    it(`${file}没有差错`, () => assert.deepEqual(findings(read(file), 'gongwen'), []));
  }

  it('界面的中文没有差错', () => {
    const texts = [...valuesOf('package.nls.zh-cn.json'), ...valuesOf('l10n/bundle.l10n.zh-cn.json')];
    assert.deepEqual(
      texts.flatMap((text) => findings(text, 'markdown').map((finding) => `${text}：${finding}`)),
      [],
    );
  });

  it('规则的说明没有差错', () => {
    const faults = RULES.flatMap((rule) => {
      const descriptions = Object.values(rule.options ?? {}).map(({ description }) => description);
      return [rule.title, rule.why, ...descriptions].flatMap((text) => findingsBeside(rule, text));
    });
    assert.deepEqual(faults, []);
  });

  it('每个依赖都写明理由', () => {
    const text = read('docs/dependencies.md');
    for (const name of [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)])
      assert.ok(text.includes(`\`${name}\``), name);
  });

  it('每个设置都有说明', () => {
    const text = read('docs/settings.md');
    for (const name of Object.keys(manifest.contributes.configuration.properties))
      assert.ok(text.includes(`\`${name}\``), name);
  });

  it('每个命令和选项都有说明', function () {
    this.timeout(20_000);
    const text = read('docs/command-line.md');
    const help = (...args: string[]) => biganzi(root, [...args, '--help']).stdout;
    const commands = [...help().matchAll(/^ {2}([a-z]+) {2}/gm)].map(([, name = '']) => name);
    assert.ok(commands.length >= 5);
    for (const command of commands) {
      assert.ok(text.includes(`\`biganzi ${command}`), command);
      for (const [, option = ''] of help(command).matchAll(/^ {2}(--[a-z-]+)/gm))
        assert.ok(text.includes(option), option);
    }
  });
});
