/** Reads the rules as they are in the sources, without writing anything: bundled in memory and run. */
import Module from 'node:module';
import path from 'node:path';
import esbuild from 'esbuild';
import { REGISTRY } from './registry.mjs';

const WANTED = `
export { RULES } from './rules/registry';
export { FAMILIES, familyOf } from './rules/families';
export { AUTHORITIES, GATES, SEVERITIES } from './rules/types';
export { DOCUMENT_KINDS } from './document/types';
export { PRESETS } from './service/presets';
export { rulePage } from './service/rule-page';
`;

/** What `WANTED` names. `registry` stands in for the registry file, which may be stale. */
export async function loadRules(root, registry) {
  const { outputFiles } = await esbuild.build({
    stdin: { contents: WANTED, resolveDir: path.join(root, 'server/src'), loader: 'ts' },
    absWorkingDir: root,
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    logLevel: 'warning',
    plugins: [
      {
        name: 'registry',
        setup(build) {
          const file = path.join(root, REGISTRY);
          build.onLoad({ filter: /registry\.ts$/ }, (args) =>
            args.path === file ? { contents: registry, loader: 'ts' } : undefined,
          );
        },
      },
    ],
  });
  const module = new Module(path.join(root, 'rules.cjs'));
  module.paths = [path.join(root, 'node_modules')];
  module._compile(outputFiles[0].text, module.id);
  return module.exports;
}
