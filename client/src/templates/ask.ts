/** Asks one question of a template: an input box or a short list, with step count and a way back. */
import * as vscode from 'vscode';
import type { CalendarDate } from '../../../server/src/templates';
import type { InputChain } from './input-chain';
import { echo, prefilled, type Question, understand } from './questions';
import type { Place, Reply, Turn } from './steps';

export interface Asking {
  /** Of the template. */
  readonly title: string;
  readonly today: CalendarDate;
  readonly chain: InputChain;
}

export function askQuestion(question: Question, place: Place, asking: Asking): Promise<Reply | Turn> {
  return question.type === 'choice' || question.type === 'boolean'
    ? chooseOne(question, place, asking)
    : typeIn(question, place, asking);
}

function typeIn(
  question: Question,
  { step, of, previous }: Place,
  { title, today, chain }: Asking,
): Promise<Reply | Turn> {
  const input = vscode.window.createInputBox();
  // a message takes the place of the prompt, and what is asked must stay in sight
  Object.assign(input, { title: headOf(title, question), step, totalSteps: of });
  input.prompt = promptOf(question);
  if (!question.optional) input.placeholder = vscode.l10n.t('May be left empty: it is marked in the text then');
  input.value = previous ?? prefilled(question, today);
  const check = (): boolean => {
    const answer = understand(question, input.value, today);
    input.validationMessage = undefined;
    if ('problem' in answer) input.validationMessage = answer.problem;
    else if ('value' in answer && echo(answer.value) !== '') input.validationMessage = note(echo(answer.value));
    return !('problem' in answer);
  };
  check();
  input.onDidChangeValue(check);
  return run(input, chain, (done) => input.onDidAccept(() => check() && done({ typed: input.value })));
}

/** Shown below the input without the look of an error. */
function note(message: string): vscode.InputBoxValidationMessage {
  return { message, severity: vscode.InputBoxValidationSeverity.Info };
}

interface Item extends vscode.QuickPickItem {
  readonly typed: string;
}

function chooseOne(
  question: Question,
  { step, of, previous }: Place,
  { title, today, chain }: Asking,
): Promise<Reply | Turn> {
  const pick = vscode.window.createQuickPick<Item>();
  Object.assign(pick, { title: headOf(title, question), step, totalSteps: of });
  pick.placeholder = promptOf(question);
  const options = question.type === 'boolean' ? ['是', '否'] : (question.choices ?? []);
  const items = options.map((option): Item => ({ label: option, typed: option }));
  const later = question.optional ? vscode.l10n.t('Leave out') : vscode.l10n.t('Fill in later');
  if (question.type === 'choice') items.push({ label: `$(dash) ${later}`, typed: '' });
  pick.items = items;
  const before = previous ?? (prefilled(question, today) || (question.type === 'boolean' ? '否' : undefined));
  const active = items.find(({ typed }) => typed === before);
  if (active) pick.activeItems = [active];
  return run(pick, chain, (done) =>
    pick.onDidAccept(() => {
      const [item] = pick.selectedItems;
      if (item) done({ typed: item.typed });
    }),
  );
}

/** 通知（召开会议）· 会议日期 */
function headOf(title: string, question: Question): string {
  return `${title} · ${question.title}`;
}

function promptOf({ title, hint, type, ofUnit }: Question): string {
  const how = type === 'list' ? vscode.l10n.t('several separated by ；') : undefined;
  const about = [hint, how].filter(Boolean).join('；');
  const asked = about ? `${title}：${about}` : title;
  return ofUnit ? vscode.l10n.t('About your unit, asked once: {0}', asked) : asked;
}

/** Shows the input until the writer answers, goes back or leaves. */
function run(
  input: vscode.InputBox | vscode.QuickPick<Item>,
  chain: InputChain,
  wire: (done: (reply: Reply | Turn) => void) => void,
): Promise<Reply | Turn> {
  input.buttons = [vscode.QuickInputButtons.Back];
  // the writer may have to look something up
  input.ignoreFocusOut = true;
  return new Promise<Reply | Turn>((resolve) => {
    wire(resolve);
    input.onDidTriggerButton(() => resolve('back'));
    input.onDidHide(() => resolve('cancel'));
    chain.show(input);
  });
}
