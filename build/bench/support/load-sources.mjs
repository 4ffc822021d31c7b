/** Lets a bench call the checkout's own TypeScript: bundles the named sources and imports them. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../../..');

/**
 * Bundles TypeScript files of the checkout (paths from its root) for Node into `folder`, each under its own name with the ending
 * `.mjs`; gives their file addresses in the same order. What they share is a chunk of its own, so that it exists once.
 */
export async function bundleSources(paths, folder) {
  const names = paths.map((path) => path.slice(0, -'.ts'.length).replaceAll('/', '-'));
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      target: 'node20',
      rollupOptions: {
        input: Object.fromEntries(paths.map((path, index) => [names[index], join(root, path)])),
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs', format: 'es' },
      },
    },
  });
  return names.map((name) => pathToFileURL(join(folder, `${name}.mjs`)).href);
}

/** All exports of the named sources in one object; `folder` is made where none is given. */
export async function loadSources(paths, folder = mkdtempSync(join(tmpdir(), 'outspoken-bench-sources-'))) {
  const modules = await Promise.all((await bundleSources(paths, folder)).map((href) => import(href)));
  return Object.assign({}, ...modules);
}
