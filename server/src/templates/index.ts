/** Templates, as an editor or a command line uses them: list, ask, fill, write as text or as a snippet. */
export {
  type Catalogue,
  type FaultyTemplate,
  type ListedTemplate,
  type Origin,
  readCatalogue,
  type TemplateFile,
} from './catalogue';
export { CalendarDate, parseDate } from './date';
export { type Answer, defaultValue, readValue, showValue } from './fields';
export { type Filled, fillTemplate, toText } from './fill';
export { type Layout, layOut } from './layout';
export { isProfileName, PROFILE, type ProfileName, readProfile } from './profile';
export { sampleValues } from './sample';
export { readShelf, writeShelf } from './shelf';
export { toSnippet } from './snippet';
export { type ReadTemplate, readTemplate, type Template } from './template';
export {
  FIELD_TYPES,
  type Field,
  type FieldType,
  LIMITS,
  TemplateProblem,
  type Typed,
  type Value,
  type Values,
} from './types';
