/** `biganzi roles`, not shown in the help: how each line was read, for those who work on the document layer. */
import { readDraft } from '../document/read';
import { eachInput } from './each';
import { printJson } from './output';

export async function roles(files: readonly string[]): Promise<number> {
  const read: object[] = [];
  const status = await eachInput(files, ({ file, text, language }) => {
    const { kind, pieces, blocks } = readDraft(text, language);
    read.push({
      file,
      kind,
      pieces,
      roles: blocks.map(({ role, element, text: line }) => `${role}${element ? `/${element}` : ''} ${line}`),
    });
  });
  printJson({ version: 1, files: read });
  return status;
}
