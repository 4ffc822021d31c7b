/**
 * Bundles `alignProject` and its workers for the bench into `dist/bench/align/<hash of all of them>`: apart from `dist/node`, which
 * builds and tests make anew, so that a bench that runs for hours keeps the engine it began with.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { EXTERNAL } from '../../external.mjs';

const root = resolve(import.meta.dirname, '../../..');
const FILES = {
  'align-project.js': 'electron/services/align/align-project.ts',
  'workers/align.js': 'electron/services/align/worker.ts',
  'workers/speech.js': 'electron/services/speech/worker.ts',
  'sentence-words.js': 'shared/transcript/sentence-words.ts',
};

/** Answers with the path of the bundle and a name for this state of the engine. */
export async function bundleAligner() {
  const folder = join(root, 'dist/bench/align');
  const made = join(folder, `new-${process.pid}`);
  for (const [name, input] of Object.entries(FILES))
    await build({
      configFile: false,
      root,
      logLevel: 'error',
      ssr: { noExternal: true, external: EXTERNAL, target: 'node' },
      build: {
        ssr: true,
        outDir: made,
        emptyOutDir: false,
        target: 'node20',
        minify: false,
        rollupOptions: {
          input: join(root, input),
          external: EXTERNAL,
          output: { entryFileNames: name, format: 'es', codeSplitting: false },
        },
      },
    });
  const hash = createHash('sha256');
  for (const name of Object.keys(FILES)) hash.update(readFileSync(join(made, name)));
  const engine = hash.digest('hex').slice(0, 12);
  const kept = join(folder, engine);
  mkdirSync(folder, { recursive: true });
  // Another bench may be using it.
  if (existsSync(kept)) rmSync(made, { recursive: true });
  else renameSync(made, kept);
  return { bundle: join(kept, 'align-project.js'), engine };
}
