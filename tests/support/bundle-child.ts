import { join } from 'node:path';
import { build } from 'vite';

/** Bundles a TypeScript file for a process of its own; answers with the program's path, in a folder `child` of `folder`. */
export async function bundleChild(source: string, folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(import.meta.dirname, '..', '..'),
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: source,
      outDir: join(folder, 'child'),
      minify: false,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'child.mjs', format: 'es' } },
    },
  });
  return join(folder, 'child', 'child.mjs');
}
