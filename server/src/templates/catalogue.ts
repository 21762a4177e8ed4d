/** All templates that a writer can choose from: the built-in ones and the writer's own, faulty ones named with their faults. */
import { type ReadTemplate, readTemplate, type Template } from './template';
import { GROUPS, type TemplateFault } from './types';

/** Where a template comes from. Those of a workspace are somebody else's until VS Code says otherwise. */
export type Origin = 'built-in' | 'user' | 'workspace';

export interface TemplateFile {
  /** As shown to the writer. */
  readonly path: string;
  readonly text: string;
  readonly origin: Origin;
}

export interface ListedTemplate {
  readonly path: string;
  readonly origin: Origin;
  readonly template: Template;
}

export interface FaultyTemplate {
  readonly path: string;
  readonly origin: Origin;
  readonly faults: readonly TemplateFault[];
}

export interface Catalogue {
  /** By group, in the order of the groups and below that of the files. */
  readonly templates: readonly ListedTemplate[];
  readonly faulty: readonly FaultyTemplate[];
}

/** Most templates of one folder; more would be no list to choose from. */
const MOST_TEMPLATES = 500;

/**
 * Reads template files. Two of one name within one origin: the second is faulty. A template of the writer's own never
 * takes the place of a built-in one; both are listed. Never throws.
 */
export function readCatalogue(files: readonly TemplateFile[]): Catalogue {
  const templates: ListedTemplate[] = [];
  const faulty: FaultyTemplate[] = [];
  const names = new Map<string, string>();
  for (const { path, text, origin } of files.slice(0, MOST_TEMPLATES)) {
    const read: ReadTemplate = readTemplate(text);
    if ('faults' in read) {
      faulty.push({ path, origin, faults: read.faults });
      continue;
    }
    const { template } = read;
    const key = `${origin} ${template.name}`;
    const other = names.get(key);
    if (other === undefined) templates.push({ path, origin, template });
    else faulty.push({ path, origin, faults: [{ line: 1, message: `name“${template.name}”与${other}重复` }] });
    names.set(key, other ?? path);
  }
  const rank = new Map<string, number>(GROUPS.map((group, index) => [group, index]));
  const orderOf = ({ template: { group } }: ListedTemplate) => rank.get(group) ?? GROUPS.length;
  return { templates: templates.sort((one, two) => orderOf(one) - orderOf(two)), faulty };
}
