/** What the rules on 信息 ask of a piece: its title, its words, and whether it reports an emergency. */
import type { Draft, Piece, Role } from '../../document/types';
import { linesOf, type TitleText, titlesOf, wordsOf } from '../pieces';
import { readTable } from '../table';

export interface Information {
  readonly title: TitleText;
  /** The text below the title, line by line, with the note on its sender. */
  readonly text: string;
  /** How many characters the body has. */
  readonly length: number;
  readonly isEmergency: boolean;
}

let emergencies: readonly string[] | undefined;

/** The pieces that are 信息 and have a title. */
export function* informationOf(draft: Draft): Iterable<Information> {
  emergencies ??= readTable('info/emergencies').map((fields) => fields('词'));
  for (const title of titlesOf(draft)) {
    const { piece } = title;
    if (piece.kind !== 'info') continue;
    const body = bodyOf(draft, piece, 'body', 'heading', 'table');
    yield {
      title,
      text: [...body, ...bodyOf(draft, piece, 'annotation', 'signature', 'date')].join('\n'),
      length: body.join('').length,
      isEmergency: emergencies.some((word) => title.text.includes(word)),
    };
  }
}

function bodyOf(draft: Draft, piece: Piece, ...roles: readonly Role[]): string[] {
  return linesOf(draft, piece, ...roles).map(({ block }) => wordsOf(block));
}
