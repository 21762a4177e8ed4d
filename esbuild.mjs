/** Bundles the extension, the server and the command line into `dist/`. */
import esbuild from 'esbuild';

const watch = process.argv.includes('--watch');
const options = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  sourcemap: true,
  minify: !watch,
  keepNames: true,
  logLevel: 'warning',
  external: ['vscode'],
  outdir: 'dist',
  entryPoints: { extension: 'client/src/extension.ts', server: 'server/src/lsp/main.ts', cli: 'server/src/cli.ts' },
};

if (watch) await (await esbuild.context(options)).watch();
else await esbuild.build(options);
