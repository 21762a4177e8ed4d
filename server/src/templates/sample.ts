/** Values for a template that nobody has filled yet: its own sample, and defaults. */
import type { CalendarDate } from './date';
import { defaultValue, readValue } from './fields';
import type { Template } from './template';
import type { Value, Values } from './types';

/** The sample of a template over the sample profile of the catalogue. */
export function sampleValues(template: Template, profile: ReadonlyMap<string, string>, today: CalendarDate): Values {
  const values = new Map<string, Value>([...profile, ...template.sampleProfile]);
  for (const field of template.fields) {
    const answer = field.sample === undefined ? undefined : readValue(field, field.sample, today);
    const value = answer && 'value' in answer ? answer.value : defaultValue(field, today);
    if (value !== undefined) values.set(field.name, value);
  }
  return values;
}
