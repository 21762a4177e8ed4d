/** Lets esbuild leave what sources `import()` or `require()` to bundles of their own, which the built files load when they are asked for. */
import path from 'node:path';

/**
 * @param {string} root of the project
 * @param {Readonly<Record<string, string>>} parts bundles in `dist/` by name: a source file, or a package
 * @returns {import('esbuild').Plugin}
 */
export function importedParts(root, parts) {
  return {
    name: 'imported-parts',
    setup(build) {
      // Node then gets a `require`: CommonJS needs no other loader
      build.initialOptions.supported = { 'dynamic-import': false };
      const resolve = async (name, resolveDir) =>
        (await build.resolve(name, { kind: 'import-statement', resolveDir, pluginData: RESOLVING })).path;
      let names;
      const namesOfParts = async () => {
        const files = Object.entries(parts).map(async ([name, entry]) => {
          const file = /\.(?:ts|json)$/.test(entry) ? path.join(root, entry) : await resolve(entry, root);
          return [file, name];
        });
        return new Map(await Promise.all(files));
      };
      build.onResolve({ filter: /./ }, async (wanted) => {
        if (wanted.pluginData === RESOLVING || !isAskedFor(wanted)) return undefined;
        names ??= namesOfParts();
        const name = (await names).get(await resolve(wanted.path, wanted.resolveDir));
        if (!name)
          return { errors: [{ text: `import('${wanted.path}') needs a bundle of its own: name it in esbuild.mjs` }] };
        return { path: `./${name}.js`, external: true };
      });
    },
  };
}

const RESOLVING = Symbol('resolving');

/** What is required within packages, and what Node has itself, comes along. */
function isAskedFor({ kind, importer, path: wanted }) {
  if (kind === 'require-call') return wanted.startsWith('.') && !importer.includes('node_modules');
  return kind === 'dynamic-import';
}
