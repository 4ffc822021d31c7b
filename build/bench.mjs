#!/usr/bin/env node
/**
 * `npm run bench [NAME…]`: every figure the project quotes, as ratios measured in one run. Each file of `build/bench/` exports
 * `bench()`, which prints its own rows. Nothing here passes or fails: machines differ, ratios tell.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureDependencies } from './dependencies.mjs';
import { ensure } from './system.mjs';

const root = resolve(import.meta.dirname, '..');
const folder = join(import.meta.dirname, 'bench');
const wanted = process.argv.slice(2);

ensureDependencies();
ensure(['ffmpeg', 'chromium']);
spawnSync(process.execPath, [join(root, 'build/build.mjs'), '--if-stale'], { stdio: ['ignore', 2, 2] });

const names = readdirSync(folder)
  .filter((name) => name.endsWith('.mjs'))
  .map((name) => name.slice(0, -4));
for (const name of names) {
  if (wanted.length && !wanted.includes(name)) continue;
  const module = await import(pathToFileURL(join(folder, `${name}.mjs`)).href);
  if (typeof module.bench !== 'function') continue;
  console.log(`\n# ${name}`);
  await module.bench();
}
