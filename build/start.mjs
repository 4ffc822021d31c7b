#!/usr/bin/env node
/**
 * `npm start`: installs what is missing, builds what is stale, then opens the app: the Electron window where its binary is
 * there or can be fetched and a display is there, otherwise the web host in the browser.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureDependencies } from './dependencies.mjs';
import { ensure } from './system.mjs';

const root = resolve(import.meta.dirname, '..');
const FETCH_LIMIT_MS = 120_000;

ensureDependencies();
ensure(['ffmpeg']);
const built = spawnSync(process.execPath, [join(root, 'build/build.mjs'), '--if-stale'], {
  stdio: ['ignore', 2, 2],
});
if (built.status !== 0) process.exit(1);

const electron = electronBinary();
const passed = process.argv.slice(2);
if (electron.path) run(electron.path, [root, ...passed]);
else {
  console.error(`outspoken: ${electron.reason}; opening the web host in the browser instead.`);
  run(process.execPath, [join(root, 'build/outspoken.mjs'), 'serve', ...passed]);
}

/** The binary: named, already unpacked, or fetched now by electron's own installer (checked against its checksums). */
function electronBinary() {
  if (process.env.OUTSPOKEN_HOST === 'web') return { path: null, reason: 'OUTSPOKEN_HOST=web is set' };
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    return { path: null, reason: 'there is no display for a window' };
  const named = process.env.OUTSPOKEN_ELECTRON;
  if (named)
    return existsSync(named)
      ? { path: named }
      : { path: null, reason: `OUTSPOKEN_ELECTRON (${named}) is not there` };
  const folder = join(root, 'node_modules/electron');
  const unpacked = () => {
    const marker = join(folder, 'path.txt');
    const path = existsSync(marker) ? join(folder, 'dist', readFileSync(marker, 'utf8')) : null;
    return path && existsSync(path) ? path : null;
  };
  if (unpacked()) return { path: unpacked() };
  console.error("outspoken: fetching Electron's binary, once");
  spawnSync(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore', timeout: FETCH_LIMIT_MS });
  return unpacked() ? { path: unpacked() } : { path: null, reason: "Electron's binary could not be fetched" };
}

function run(command, options) {
  const child = spawn(command, options, { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
}
