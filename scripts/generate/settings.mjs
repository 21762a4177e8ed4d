/** Writes the settings that follow from the rules into the manifest: `biganzi.rules` and `biganzi.options`. */

const LEVELS = ['off', 'error', 'warning', 'info', 'hint'];

/** The manifest with the two settings as the rules have them, and everything else as it was. */
export function manifestSource(current, { RULES, SEVERITIES, AUTHORITIES }) {
  const manifest = JSON.parse(current);
  const { properties } = manifest.contributes.configuration;
  const levelNames = ['关闭', ...LEVELS.slice(1).map((level) => SEVERITIES[level])];
  const about = ({ title, source, authority }) => `${title}（${AUTHORITIES[authority]}：${source}）`;
  const setting = (name, order, rules, schemaOf) => {
    properties[name] = {
      scope: 'resource',
      type: 'object',
      default: {},
      markdownDescription: `%setting.${name.slice('biganzi.'.length)}%`,
      properties: Object.fromEntries(rules.map((rule) => [rule.id, schemaOf(rule)])),
      additionalProperties: false,
      order,
    };
  };
  setting('biganzi.rules', 3, RULES, (rule) => ({
    type: 'string',
    enum: LEVELS,
    enumDescriptions: levelNames,
    default: rule.severity,
    description: about(rule),
  }));
  const withOptions = RULES.filter(({ options }) => Object.keys(options ?? {}).length > 0);
  setting('biganzi.options', 4, withOptions, (rule) => ({
    type: 'object',
    description: about(rule),
    properties: rule.options,
    additionalProperties: false,
  }));
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}
