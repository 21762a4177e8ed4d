/** Finds the templates: those that come with the extension, the writer's own, and those of the workspace. */
import * as vscode from 'vscode';
import {
  type Catalogue,
  type FaultyTemplate,
  LIMITS,
  type Origin,
  readCatalogue,
  readShelf,
  type TemplateFile,
} from '../../../server/src/templates';
import { TEMPLATE_EXTENSION, userFolder, workspaceTemplates } from '../template-folders';

/** Most templates of one folder of the writer's own. */
const MOST_FILES = 200;

export interface Library extends Catalogue {
  /** The files, by the path that the catalogue names them with. */
  readonly files: ReadonlyMap<string, vscode.Uri>;
}

interface Source {
  readonly folder: vscode.Uri;
  readonly origin: Origin;
  /** Stands before the path within the folder. */
  readonly prefix: string;
}

/** Those that come with the extension do not change while it runs. */
let builtIn: Library | undefined;

/** All templates that may be used here; in Restricted Mode the built-in ones only. */
export async function readLibrary(extension: vscode.Uri): Promise<Library> {
  builtIn ??= await readBuiltIn(vscode.Uri.joinPath(extension, 'dist', 'templates.json'));
  if (!vscode.workspace.isTrusted) return builtIn;
  const own = await readFolders(ownFolders());
  return {
    templates: [...builtIn.templates, ...own.templates],
    faulty: [...builtIn.faulty, ...own.faulty],
    files: own.files,
  };
}

async function readBuiltIn(shelf: vscode.Uri): Promise<Library> {
  const file = await vscode.workspace.fs.readFile(shelf);
  return { ...readShelf(new TextDecoder().decode(file)), files: new Map() };
}

async function readFolders(sources: readonly Source[]): Promise<Library> {
  const texts: TemplateFile[] = [];
  const faulty: FaultyTemplate[] = [];
  const files = new Map<string, vscode.Uri>();
  for (const { folder, origin, prefix } of sources) {
    for (const uri of await filesIn(folder)) {
      const path = `${prefix}${uri.path.slice(folder.path.length + 1)}`;
      files.set(path, uri);
      const text = await read(uri);
      if (typeof text === 'string') texts.push({ path, text, origin });
      else faulty.push({ path, origin, faults: [{ line: 0, message: text.problem }] });
    }
  }
  const catalogue = readCatalogue(texts);
  return { templates: catalogue.templates, faulty: [...catalogue.faulty, ...faulty], files };
}

function ownFolders(): Source[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const ofWorkspace = folders.map(({ uri, name }): Source => {
    const prefix = folders.length > 1 ? `${name}/.biganzi/templates/` : '.biganzi/templates/';
    return { folder: workspaceTemplates(uri), origin: 'workspace', prefix };
  });
  const own = userFolder();
  const ofUser: Source[] = own ? [{ folder: own.uri, origin: 'user', prefix: `${own.shown}/` }] : [];
  return [...ofWorkspace, ...ofUser];
}

/** Template files in the folder by name. */
async function filesIn(folder: vscode.Uri): Promise<vscode.Uri[]> {
  return (await entriesOf(folder))
    .filter(([name, type]) => !(type & vscode.FileType.Directory) && name.endsWith(TEMPLATE_EXTENSION))
    .slice(0, MOST_FILES)
    .map(([name]) => vscode.Uri.joinPath(folder, name));
}

async function entriesOf(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries.sort(([one], [two]) => (one < two ? -1 : 1));
  } catch {
    // most workspaces have none
    return [];
  }
}

/** UTF-8 needs at most three bytes for a UTF-16 code unit. */
const MOST_BYTES = LIMITS.source * 3;

async function read(uri: vscode.Uri): Promise<string | { readonly problem: string }> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > MOST_BYTES) return { problem: `模板太长，最多${LIMITS.source}个字符` };
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return { problem: '文件读不出来' };
  }
}
