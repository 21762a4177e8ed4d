/** The built-in templates, read as the command line and the editor read them. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Catalogue, readCatalogue, readProfile } from '../../../server/src/templates';

const FOLDER = path.resolve('templates');

export const CATALOGUE: Catalogue = readCatalogue(
  readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.hbs'))
    .sort()
    .map((name) => ({ path: name, text: readFileSync(path.join(FOLDER, name), 'utf8'), origin: 'built-in' })),
);

export const SAMPLE_PROFILE = readProfile(JSON.parse(readFileSync(path.join(FOLDER, 'profile.json'), 'utf8')));
