#!/usr/bin/env node
/** `npm run sample [FOLDER]`: makes the sample interview, after installing and building what that needs. */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { ensureDependencies } from './dependencies.mjs';
import { ensure } from './system.mjs';

const root = resolve(import.meta.dirname, '..');

ensureDependencies();
ensure(['ffmpeg']);
for (const options of [
  ['build/build.mjs', '--if-stale'],
  ['build/outspoken.mjs', 'sample', ...process.argv.slice(2)],
]) {
  const { status } = spawnSync(process.execPath, [join(root, options[0]), ...options.slice(1)], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}
