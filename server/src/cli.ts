#!/usr/bin/env node
/** The command line: the same service as in the editor. What a command needs is loaded when it is asked for. */
import { Command, CommanderError, Option } from 'commander';
import { version } from '../../package.json';
import { HELP, sentenceOf } from './cli/chinese';
import { FAILED } from './cli/each';
import { remark } from './cli/output';
import { isCliProblem } from './cli/problem';
import { DOCUMENT_KINDS } from './document/types';

const KINDS = Object.entries(DOCUMENT_KINDS)
  .map(([kind, name]) => `${kind} ${name}`)
  .join('、');

/** What reads drafts is far larger than what reads the command line. */
const load = () => import('./cli/drafts');

let status = 0;

const collect = (value: string, previous: readonly string[]) => [...previous, value];
const formatOption = (...choices: string[]) =>
  new Option('--format <格式>', '输出格式').choices(choices).default('text');
const ruleOption = () => new Option('--rule <规则>', '只用这一条规则，可写多次').argParser(collect).default([]);
const kindOption = () =>
  new Option('--kind <文种>', `指定文种，不再自动判断：${KINDS}`).choices(Object.keys(DOCUMENT_KINDS));
const configOption = () => new Option('--config <文件>', '设置文件，写法同VS Code的settings.json');

function command(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .configureHelp(HELP)
    .helpOption('-h, --help', '显示帮助')
    .exitOverride()
    .configureOutput({ outputError: () => {} });
}

const program = command('biganzi', '笔杆子：在命令行检查和改正公文稿。文件名写“-”时读标准输入。')
  .usage('<命令> [选项] 文件…')
  .version(version, '-V, --version', '显示版本')
  .helpCommand(false);

program.addCommand(
  command('check', '检查文稿，列出问题；有问题时退出状态为1')
    .usage('[选项] 文件…')
    .argument('<文件...>', '要检查的文件')
    .addOption(formatOption('text', 'json', 'sarif', 'github'))
    .addOption(
      new Option('--severity <级别>', '列出并计入退出状态的最低级别')
        .choices(['error', 'warning', 'info', 'hint'])
        .default('warning'),
    )
    .addOption(ruleOption())
    .addOption(kindOption())
    .addOption(configOption())
    .action(async (files, options) => {
      status = await (await load()).check(files, options);
    }),
);

program.addCommand(
  command('fix', '改正有唯一正确答案的问题，输出改好的文稿')
    .usage('[选项] 文件…')
    .argument('<文件...>', '要改正的文件')
    .option('--write', '写回原文件，保持原来的编码和换行')
    .addOption(ruleOption())
    .addOption(kindOption())
    .addOption(configOption())
    .action(async (files, options) => {
      status = await (await load()).fix(files, options);
    }),
);

program.addCommand(
  command('format', '整理格式：标点、序数、空格、空行，输出整理好的文稿')
    .usage('[选项] 文件…')
    .argument('<文件...>', '要整理的文件')
    .option('--write', '写回原文件，保持原来的编码和换行')
    .addOption(kindOption())
    .addOption(configOption())
    .action(async (files, options) => {
      status = await (await load()).format(files, options);
    }),
);

program.addCommand(
  command('outline', '列出结构层次')
    .usage('[选项] 文件…')
    .argument('<文件...>', '要读的文件')
    .addOption(formatOption('text', 'json'))
    .action(async (files, options) => {
      status = await (await load()).outline(files, options);
    }),
);

program.addCommand(
  command('rules', '列出全部规则')
    .usage('[选项]')
    .addOption(formatOption('text', 'json'))
    .action(async (options) => {
      status = (await load()).rules(options);
    }),
);

const templates = command('template', '新建文稿的模板').usage('<命令>').helpCommand(false);
templates.addCommand(
  command('list', '列出全部模板')
    .usage('[选项]')
    .addOption(formatOption('text', 'json'))
    .action(async (options) => {
      status = (await import('./cli/template')).listTemplates(options);
    }),
);
templates.addCommand(
  command('show', '输出模板的源文件')
    .usage('名称')
    .argument('<名称>', '模板的名称或标题，也可以是自己的.hbs文件')
    .action(async (name) => {
      status = await (await import('./cli/template')).showTemplate(name);
    }),
);
templates.addCommand(
  command('render', '填好模板，输出文稿；不给数据时用模板自带的样例')
    .usage('[选项] 名称')
    .argument('<名称>', '模板的名称或标题，也可以是自己的.hbs文件')
    .option('--data <文件>', '填写的内容，JSON文件，以字段名为键')
    .option('--date <日期>', '当作今天的日期，形如2026-11-22')
    .action(async (name, options) => {
      status = await (await import('./cli/template')).renderTemplate(name, options);
    }),
);
program.addCommand(templates);

program.addCommand(
  command('compare', '查重：同文件夹里的旧稿比较，列出沿用旧稿的文字')
    .usage('[选项] 文件 文件夹…')
    .argument('<文件>', '要查的文稿，可以是.docx')
    .argument('<文件夹...>', '存放旧稿的文件夹，连同下级文件夹：.txt、.md、.gw、.gongwen、.docx')
    .addOption(formatOption('text', 'json'))
    .option('--index <文件夹>', '存放索引的文件夹；不写时在系统的缓存文件夹里')
    .action(async (file, folders, options) => {
      status = await (await import('./cli/compare')).compare(file, folders, options);
    }),
);

program.addCommand(
  command('report', '写出校核报告：四道关口查了什么、还有什么问题，各部分的分量和句长')
    .usage('[选项] 文件')
    .argument('<文件>', '要校核的文件')
    .addOption(new Option('--format <格式>', '输出格式').choices(['md', 'html']).default('md'))
    .addOption(kindOption())
    .addOption(configOption())
    .action(async (file, options) => {
      status = await (await load()).report(file, options);
    }),
);

program.addCommand(
  command('lsp', '启动语言服务器，供编辑器调用')
    .usage('--stdio')
    .requiredOption('--stdio', '经标准输入输出通信')
    // Editors add options of their own, such as --clientProcessId.
    .allowUnknownOption()
    .allowExcessArguments()
    .action(async () => {
      // it reads --stdio itself
      await import('./lsp/main');
    }),
);

program.addCommand(
  command('roles', '列出每一行的角色')
    .argument('<文件...>')
    .action(async (files) => {
      status = await (await load()).roles(files);
    }),
  { hidden: true },
);

/** Runs the command and returns the exit status. Never throws. */
async function main(): Promise<number> {
  try {
    await program.parseAsync();
    return status;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    if (error instanceof CommanderError) remark(sentenceOf(error));
    else if (isCliProblem(error)) remark(error.message);
    else remark(`程序内部出错，没有完成：${error instanceof Error ? error.stack : String(error)}`);
    return FAILED;
  }
}

// A reader that has seen enough (`| head`) closes the pipe; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

void main().then((code) => {
  process.exitCode = code;
});
