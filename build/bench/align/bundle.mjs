/** Bundles `alignProject` for the bench into dist/node/bench, beside the workers it starts. */
import { join, resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../../..');

export async function bundleAligner() {
  const outDir = join(root, 'dist/node/bench');
  const external = ['@echogarden/espeak-ng-emscripten'];
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true, external, target: 'node' },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rollupOptions: {
        input: join(root, 'electron/services/align/align-project.ts'),
        external,
        output: { entryFileNames: 'align-project.js', format: 'es', codeSplitting: false },
      },
    },
  });
  return join(outDir, 'align-project.js');
}
