/** Writes the settings that follow from the rules into the manifest: `biganzi.preset`, `biganzi.severity`, `biganzi.options`. */

const LEVELS = ['off', 'error', 'warning', 'info', 'hint'];

/** The manifest with these settings as the sources have them, and everything else as it was. */
export function manifestSource(current, { RULES, SEVERITIES, AUTHORITIES, FAMILIES, PRESETS, DOCUMENT_KINDS }) {
  const manifest = JSON.parse(current);
  const { properties } = manifest.contributes.configuration;
  const about = ({ title, source, authority }) => `${title}（${AUTHORITIES[authority]}：${source}）`;
  const level = {
    type: 'string',
    enum: LEVELS,
    enumDescriptions: ['关闭', ...LEVELS.slice(1).map((each) => SEVERITIES[each])],
  };
  const setting = (name, schema) => {
    properties[`biganzi.${name}`] = { scope: 'resource', markdownDescription: `%setting.${name}%`, ...schema };
  };
  const presets = Object.values(PRESETS);
  setting('preset', {
    type: 'string',
    enum: Object.keys(PRESETS),
    enumItemLabels: presets.map(({ title }) => title),
    enumDescriptions: presets.map(({ about: text }) => text),
    default: 'standard',
    order: 2,
  });
  const families = Object.keys(FAMILIES).filter((family) => RULES.some(({ id }) => id.startsWith(`${family}/`)));
  const ids = [...families.map((family) => `${family}/*`), ...RULES.map(({ id }) => id)];
  const kinds = Object.keys(DOCUMENT_KINDS).filter((kind) => kind !== 'unknown');
  setting('severity', {
    type: 'object',
    default: {},
    properties: Object.fromEntries([
      ...families.map((family) => [`${family}/*`, { ...level, description: `${FAMILIES[family]}类的全部规则` }]),
      ...RULES.map((rule) => [rule.id, { ...level, default: rule.severity, description: about(rule) }]),
    ]),
    patternProperties: {
      [`^\\[(${kinds.join('|')})\\]$`]: {
        type: 'object',
        description: '只用于这一文种，优先于其余各项。',
        propertyNames: { enum: ids },
        additionalProperties: level,
      },
    },
    additionalProperties: false,
    order: 3,
  });
  const withOptions = RULES.filter(({ options }) => Object.keys(options ?? {}).length > 0);
  setting('options', {
    type: 'object',
    default: {},
    properties: Object.fromEntries(
      withOptions.map((rule) => [
        rule.id,
        { type: 'object', description: about(rule), properties: rule.options, additionalProperties: false },
      ]),
    ),
    additionalProperties: false,
    order: 4,
  });
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}
