import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Vitest's global set-up for tests that start workers, servers or the command line: they run what `npm run build` makes. */
export function setup(): void {
  const root = join(import.meta.dirname, '..', '..');
  const run = spawnSync(process.execPath, ['build/build.mjs', '--if-stale'], { cwd: root, stdio: 'inherit' });
  if (run.status !== 0) throw new Error('the build failed');
}
