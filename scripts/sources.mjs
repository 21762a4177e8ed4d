/** Runs sources of the project without building them: bundled in memory. */
import Module from 'node:module';
import path from 'node:path';
import esbuild from 'esbuild';

/**
 * The exports of a source.
 * @param {string} root of the project
 * @param {{ exports?: string, entry?: string, plugins?: esbuild.Plugin[] }} wanted `exports` are lines of TypeScript that
 * stand in `server/src`; `entry` is a file
 */
export async function loadSources(root, { exports: contents, entry, plugins = [] }) {
  const { outputFiles } = await esbuild.build({
    ...(entry
      ? { entryPoints: [entry] }
      : { stdin: { contents, resolveDir: path.join(root, 'server/src'), loader: 'ts' } }),
    absWorkingDir: root,
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    logLevel: 'warning',
    plugins,
  });
  const module = new Module(path.join(root, 'sources.cjs'));
  module.paths = [path.join(root, 'node_modules')];
  module._compile(outputFiles[0].text, module.id);
  return module.exports;
}
