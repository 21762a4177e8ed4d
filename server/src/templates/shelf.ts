/**
 * The built-in templates as one file, made at build time: with their heads read already, the list of them stands at
 * once. Each text is read when its template is first shown.
 */
import { type Catalogue, type ListedTemplate, readCatalogue, type TemplateFile } from './catalogue';
import { divideSource } from './front-matter';
import { templateOf } from './template';
import type { TemplateHead } from './types';

interface Kept {
  readonly path: string;
  readonly source: string;
  readonly head: Omit<TemplateHead, 'sampleProfile'>;
  readonly sampleProfile: readonly (readonly [string, string])[];
}

/** The file. Throws where a template is faulty. */
export function writeShelf(files: readonly TemplateFile[]): string {
  const { templates, faulty } = readCatalogue(files);
  const [bad] = faulty;
  if (bad) throw new Error(`${bad.path}:${(bad.faults[0]?.line ?? 0) + 1}：${bad.faults[0]?.message}`);
  const kept = templates.map(({ path, template }): Kept => {
    const { name, title, group, kind, description, fields, sampleProfile, source } = template;
    return { path, source, head: { name, title, group, kind, description, fields }, sampleProfile: [...sampleProfile] };
  });
  return JSON.stringify(kept);
}

/** What `writeShelf` wrote; it is our own and not checked again. */
export function readShelf(file: string): Catalogue {
  const kept: readonly Kept[] = JSON.parse(file);
  const templates = kept.map(({ path, source, head, sampleProfile }): ListedTemplate => {
    const divided = divideSource(source) ?? { body: '' };
    return {
      path,
      origin: 'built-in',
      template: templateOf({ ...head, sampleProfile: new Map(sampleProfile) }, source, divided),
    };
  });
  return { templates, faulty: [] };
}
