/**
 * Looks over a template before any parser sees it. Parsers call themselves for every level of nesting and grow slow or
 * fall over on thousands of levels; a text that goes beyond what a writer would ever write is refused here.
 */
import { LIMITS, TemplateProblem } from './types';

/** `- - - -`, `? ? ?`, `a: a: a:` on one line; a real line of front matter has one or two. */
const YAML_LEVELS = /[-?:](?=[ \t])/g;
const MOST_YAML_LEVELS = 10;
const YAML_BRACKETS = /[[{]/g;
const MOST_YAML_BRACKETS = 100;

/** True when YAML nests no deeper than front matter does. */
export function isFlatYaml(yaml: string): boolean {
  const brackets = yaml.match(YAML_BRACKETS)?.length ?? 0;
  const flat = (line: string) => (line.match(YAML_LEVELS)?.length ?? 0) <= MOST_YAML_LEVELS;
  return brackets <= MOST_YAML_BRACKETS && yaml.split('\n').every(flat);
}

/** {{! and {{!--, which hold no blocks whatever stands in them. */
const COMMENT = /\{\{~?!(?<long>--)?/y;
/** {{#if, {{^if, {{#>, {{{{raw */
const OPENING = /\{\{~?[#^{]/y;
const ELSE = /\{\{~?\s*else\s/y;
const CLOSING = /\{\{~?\//y;
/** Longest {{…}}, and most parentheses in it. */
const LONGEST_TAG = 2_000;
const MOST_PARENTHESES = 50;

/** Throws `TemplateProblem` when the text has more braces, or nests them deeper, than a template may. */
export function boundText(text: string): void {
  const open: number[] = [];
  let count = 0;
  let at = text.indexOf('{{');
  for (; at >= 0; at = text.indexOf('{{', at)) {
    const starts = (pattern: RegExp) => {
      pattern.lastIndex = at;
      return pattern.exec(text);
    };
    const refuse = (message: string): never => {
      throw new TemplateProblem(message, text.slice(0, at).split('\n').length - 1);
    };
    if (++count > LIMITS.nodes) refuse(`花括号太多，最多${LIMITS.nodes}处`);
    const comment = starts(COMMENT);
    if (comment) {
      const end = text.indexOf(comment.groups?.long ? '--}}' : '}}', at + comment[0].length);
      if (end < 0) refuse('说明没有结束，应以--}}结束');
      at = end + 2;
      continue;
    }
    const end = text.indexOf('}}', at);
    const tag = text.slice(at, end < 0 ? at + LONGEST_TAG : end);
    if (tag.length >= LONGEST_TAG) refuse('花括号里的内容太长');
    if (tag.split('(').length > MOST_PARENTHESES) refuse('括号套得太深');
    // an {{else if}} is one block more inside the same pair
    if (starts(CLOSING)) open.pop();
    else if (starts(OPENING)) open.push(1);
    else if (starts(ELSE)) open.push((open.pop() ?? 0) + 1);
    if (open.reduce((sum, levels) => sum + levels, 0) > LIMITS.depth) refuse(`块套得太深，最多${LIMITS.depth}层`);
    at += 2;
  }
}
