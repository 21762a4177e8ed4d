/** The JSON schema of front matter, read as what an editor needs of it: which keys there are, what each holds, and why. */
import SCHEMA from '../../../templates/front-matter.schema.json';

/** The parts of JSON schema that ours uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  /** What each value of `enum` is, in the same order. */
  readonly enumDescriptions?: readonly string[];
  readonly examples?: readonly string[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly allOf?: readonly Condition[];
}

interface Condition {
  readonly if: { readonly properties: Readonly<Record<string, { readonly const: string }>> };
  readonly then: Schema;
}

const HEAD: Schema = SCHEMA;
const DEFINITIONS: Readonly<Record<string, Schema>> = SCHEMA.definitions;

/** The keys of a template's head and of a field, in the order in which they are best written. */
export const HEAD_KEYS: readonly string[] = Object.keys(HEAD.properties ?? {});
export const FIELD_KEYS: readonly string[] = Object.keys(DEFINITIONS.field?.properties ?? {});

/** What may stand below these keys: `[]` is the head, `['fields']` one of its fields. `undefined` where nothing may. */
export function schemaAt(keys: readonly string[]): Schema | undefined {
  let schema: Schema | undefined = HEAD;
  for (const key of keys) {
    const below: Schema | undefined = schema?.properties?.[key];
    schema = resolved(below?.items ?? below);
  }
  return schema;
}

/** What one key of a map holds, given the values of the keys beside it: a `default` of a date is another than that of a list. */
export function schemaOf(map: Schema, key: string, beside: ReadonlyMap<string, string>): Schema | undefined {
  const more = (map.allOf ?? [])
    .filter(({ if: { properties } }) => Object.entries(properties).every(([name, it]) => beside.get(name) === it.const))
    .map(({ then }) => then.properties?.[key]);
  const schema = map.properties?.[key];
  return schema && Object.assign({}, schema, ...more);
}

/** True where a key holds a list with a map for each item. */
export function holdsMaps(schema: Schema | undefined): boolean {
  return resolved(schema?.items)?.properties !== undefined;
}

/** `#/definitions/field` */
function resolved(schema: Schema | undefined): Schema | undefined {
  const name = schema?.$ref?.split('/').at(-1);
  return name === undefined ? schema : DEFINITIONS[name];
}
