/**
 * Reads the text of a template with the parser of Handlebars and allows only what this file names: fields, our helpers,
 * if, unless and each. What is not named here never reaches the compiler, so there is nothing to escape from.
 */
import Handlebars from 'handlebars';
import { boundText } from './bounds';
import { BLOCKS, HELPERS, isBlockName } from './helpers';
import type { Helper, Parameter } from './helpers/types';
import { isProfileName, type ProfileName } from './profile';
import { type Field, type FieldType, LIMITS, TemplateProblem } from './types';

/** The item of the innermost list: `{{项}}`; `{{this}}` is read as the same. */
export const ITEM = '项';

/** What a name stands for when it is printed or handed to a helper. */
type Type = FieldType | 'any';

export interface ReadText {
  readonly program: hbs.AST.Program;
  /** Values of the unit profile that the text uses. */
  readonly profile: ReadonlySet<ProfileName>;
  /** Fields that the text uses. */
  readonly used: ReadonlySet<string>;
}

/** Reads and allows the text of a template. Lines are of `text`, from 0. Throws `TemplateProblem`. */
export function readText(text: string, fields: readonly Field[]): ReadText {
  boundText(text);
  const program = parse(text);
  const reader = new TextReader(new Map(fields.map(({ name, type }) => [name, type])));
  reader.program(program);
  return { program, profile: reader.profile, used: reader.used };
}

function parse(text: string): hbs.AST.Program {
  try {
    return Handlebars.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    // “if doesn't match each - 3:2”; “Parse error on line 3:”
    const [, open, close, mismatched] = /^(\S{1,30}) doesn't match (\S{1,30}) - (\d+):/.exec(message) ?? [];
    if (mismatched) throw new TemplateProblem(`{{#${open}}}和{{/${close}}}不配对`, Number(mismatched) - 1);
    const line = Number(/line (\d+)|- (\d+):\d+$/.exec(message)?.slice(1).find(Boolean) ?? 1);
    throw new TemplateProblem('花括号里的写法不对，请检查两层花括号是否成对、{{#…}}和{{/…}}是否配对', line - 1);
  }
}

class TextReader {
  readonly profile = new Set<ProfileName>();
  readonly used = new Set<string>();
  #nodes = 0;
  #depth = 0;
  #lists = 0;

  constructor(private readonly fields: ReadonlyMap<string, FieldType>) {}

  program({ body }: hbs.AST.Program): void {
    for (const statement of body) this.#statement(statement);
  }

  #statement(statement: hbs.AST.Statement): void {
    this.#count(statement);
    if (isMustache(statement)) this.#mustache(statement);
    else if (isBlock(statement)) this.#block(statement);
    else if (statement.type !== 'ContentStatement' && statement.type !== 'CommentStatement')
      fail(statement, '这里只能用{{字段}}、{{辅助函数 …}}、{{#if}}、{{#unless}}和{{#each}}，不能引用别的模板');
  }

  #mustache(statement: hbs.AST.MustacheStatement): void {
    const { path, params, hash } = statement;
    const name = nameOf(path);
    const helper = HELPERS.get(name);
    if (helper) {
      if (helper.returns === 'boolean') fail(statement, `“${name}”是条件，用在{{#if (${name} …)}}里`);
      this.#call(helper, statement);
      return;
    }
    if (params.length > 0 || (hash?.pairs.length ?? 0) > 0) fail(statement, `没有“${name}”这个辅助函数`);
    const type = this.#nameType(path);
    if (type === 'list') fail(statement, `“${name}”是列表，写成{{并列 ${name}}}，或放进{{#each ${name}}}`);
    if (type === 'boolean') fail(statement, `“${name}”是是否，用在{{#if ${name}}}里`);
  }

  #block(block: hbs.AST.BlockStatement): void {
    const name = nameOf(block.path);
    const [parameter, ...more] = block.params;
    if (!isBlockName(name))
      fail(
        block,
        `没有“{{#${name}}}”这样的块，可用${Object.keys(BLOCKS)
          .map((each) => `{{#${each}}}`)
          .join('、')}`,
      );
    if (!parameter || more.length > 0 || (block.hash?.pairs.length ?? 0) > 0)
      fail(block, `{{#${name}}}后面写一个字段或一个条件`);
    if (block.program?.blockParams || block.inverse?.blockParams) fail(block, `不用写as，列表里的一项就是{{${ITEM}}}`);
    const type = this.#expression(parameter);
    const isList = name === 'each';
    if (isList && type !== 'list') fail(block, '{{#each}}后面要写列表字段');
    this.#enter(block);
    if (isList) this.#lists++;
    if (block.program) this.program(block.program);
    if (isList) this.#lists--;
    if (block.inverse) this.program(block.inverse);
    this.#depth--;
  }

  /** Allows an expression and says what it is. */
  #expression(expression: hbs.AST.Expression): Type {
    this.#count(expression);
    if (isPath(expression)) return this.#nameType(expression);
    if (expression.type === 'StringLiteral') return 'text';
    if (expression.type === 'NumberLiteral') return 'number';
    if (expression.type === 'BooleanLiteral') return 'boolean';
    if (!isCall(expression)) return fail(expression, '这里要写字段、文字、数字或括号里的辅助函数');
    const helper = HELPERS.get(nameOf(expression.path));
    if (!helper) return fail(expression, `没有“${nameOf(expression.path)}”这个辅助函数`);
    this.#enter(expression);
    this.#call(helper, expression);
    this.#depth--;
    return helper.returns;
  }

  #call(helper: Helper, call: hbs.AST.MustacheStatement | hbs.AST.SubExpression): void {
    const { parameters, repeats = false, inList = false } = helper;
    const name = nameOf(call.path);
    const required = parameters.filter(({ optional }) => !optional).length;
    if (call.hash && call.hash.pairs.length > 0) fail(call, `“${name}”后面只写值，不写“名称=值”`);
    if (call.params.length < required || (!repeats && call.params.length > parameters.length))
      fail(call, `“${name}”的写法是{{${[name, ...parameters.map(shown)].join(' ')}}}`);
    if (inList && this.#lists === 0) fail(call, `“${name}”要放在{{#each}}里`);
    call.params.forEach((parameter, index) => {
      const type = this.#expression(parameter);
      const wanted = (parameters[index] ?? parameters.at(-1))?.type ?? 'any';
      if (!fits(type, wanted)) fail(call, `“${name}”的第${index + 1}个值应是${TYPE_NAMES[wanted]}`);
    });
  }

  /** Allows a name and says what it is; `{{this}}` becomes the name of the item. */
  #nameType(expression: hbs.AST.Expression): Type {
    if (!isPath(expression)) return fail(expression, '花括号里要写字段名');
    const { original, data } = expression;
    if (this.#lists > 0 && (original === 'this' || original === '.')) {
      Object.assign(expression, { original: ITEM, parts: [ITEM] });
      return 'text';
    }
    const name = nameOf(expression);
    // @root, ../a, a.b, this.a: there is nothing to reach by them
    if (data || expression.parts.length !== 1 || expression.parts[0] !== original)
      return fail(expression, `“${name}”不能用，请直接写字段名`);
    if (name === ITEM && this.#lists > 0) return 'text';
    const type = this.fields.get(name);
    if (type) this.used.add(name);
    else if (isProfileName(name)) this.profile.add(name);
    else fail(expression, `没有“${name}”这个字段`);
    return type ?? 'text';
  }

  #count(node: hbs.AST.Node): void {
    if (++this.#nodes > LIMITS.nodes) fail(node, `模板太复杂，最多${LIMITS.nodes}处花括号和文字`);
  }

  #enter(node: hbs.AST.Node): void {
    if (++this.#depth > LIMITS.depth) fail(node, `块套得太深，最多${LIMITS.depth}层`);
  }
}

const TYPE_NAMES = { text: '文字', number: '数字', date: '日期字段', list: '列表字段', any: '值' } as const;

function fits(type: Type, wanted: Parameter['type']): boolean {
  if (wanted === 'any' || type === wanted) return true;
  return wanted === 'text' && type !== 'list' && type !== 'boolean';
}

function shown({ name, optional }: Parameter): string {
  return optional ? `[${name}]` : name;
}

/** The name as written, with all that stands before it: `a`, `../a`, `@root.a`. */
function nameOf(path: hbs.AST.Expression): string {
  if (!isPath(path)) return '';
  return `${path.data ? '@' : ''}${path.original}`.slice(0, LONGEST_NAME);
}

/** Names are shown in messages; a longer one is nobody's. */
const LONGEST_NAME = 30;

function fail(node: hbs.AST.Node, message: string): never {
  throw new TemplateProblem(message, node.loc.start.line - 1);
}

function isMustache(node: hbs.AST.Node): node is hbs.AST.MustacheStatement {
  return node.type === 'MustacheStatement';
}

function isBlock(node: hbs.AST.Node): node is hbs.AST.BlockStatement {
  return node.type === 'BlockStatement';
}

function isPath(node: hbs.AST.Node): node is hbs.AST.PathExpression {
  return node.type === 'PathExpression';
}

function isCall(node: hbs.AST.Node): node is hbs.AST.SubExpression {
  return node.type === 'SubExpression';
}
