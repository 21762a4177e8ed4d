/** The Chinese of the command line: help texts, and one clear sentence for each way of writing a command wrongly. */
import type { Command, CommanderError, Help, Option } from 'commander';

const HEADINGS: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

export const HELP: Partial<Help> = {
  styleTitle: (title: string) => HEADINGS[title] ?? title,
  subcommandTerm: (command: Command) => command.name(),
  optionDescription: ({ description, argChoices, defaultValue }: Option) => {
    const listed = argChoices?.every((choice) => description.includes(choice));
    const notes = [
      argChoices && !listed ? `可选 ${argChoices.join('、')}` : '',
      typeof defaultValue === 'string' ? `默认 ${defaultValue}` : '',
    ].filter((note) => note !== '');
    return notes.length > 0 ? `${description}（${notes.join('；')}）` : description;
  },
};

const SENTENCES: Readonly<Record<string, (subject: string) => string>> = {
  'commander.unknownCommand': (name) => `没有“${name}”这个命令`,
  'commander.unknownOption': (name) => `没有“${name}”这个选项`,
  'commander.missingArgument': (name) => `没有写明${name === '文件' ? '文件名' : name}`,
  'commander.optionMissingArgument': (name) => `选项“${name}”后面缺少值`,
  'commander.invalidArgument': (name) => `选项“${name}”的值不对`,
  'commander.missingMandatoryOptionValue': (name) => `缺少选项“${name}”`,
  'commander.excessArguments': () => '多写了参数',
  'commander.help': () => '没有写明命令',
};

/** What a usage error of commander says to the user. */
export function sentenceOf({ code, message }: CommanderError): string {
  const subject = /'(--?[^' ]+|[^']*)/.exec(message)?.[1] ?? '';
  const choices = /Allowed choices are (.*)\.$/.exec(message)?.[1];
  const sentence = SENTENCES[code]?.(subject) ?? '命令的写法不对';
  return `${sentence}，${choices ? `可选 ${choices.split(', ').join('、')}` : '请用 biganzi --help 查看用法'}。`;
}
