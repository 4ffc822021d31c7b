#!/usr/bin/env node
/**
 * Builds dist/: `node/` (command line, web host, workers), `window/` (Electron main and preload), `renderer/`, `packet/`, `fonts/`,
 * `dictionaries/`.
 * `--if-stale` does nothing when dist/ is newer than every source. `--only=node,renderer,window,packet,fonts,dictionaries` builds a part.
 */
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { EXTERNAL } from './external.mjs';
import { build } from 'vite';
import { buildPacket } from './packet.mjs';

const root = resolve(import.meta.dirname, '..');
const dist = join(root, 'dist');
const stamp = join(dist, '.built');
const only = process.argv
  .find((argument) => argument.startsWith('--only='))
  ?.slice(7)
  .split(',');
const wants = (part) => !only || only.includes(part);

const SOURCES = ['shared', 'electron', 'renderer', 'build', 'package.json', 'package-lock.json'];
/** Hunspell dictionaries from npm, by the name Hunspell's own users give them; those npm lacks are in `build/resources`. */
const DICTIONARIES = {
  en_US: 'dictionary-en',
  en_GB: 'dictionary-en-gb',
  ru_RU: 'dictionary-ru',
  es_ES: 'dictionary-es',
  fr_FR: 'dictionary-fr',
};

/** fluent-ffmpeg is CommonJS and looks beside itself for presets as it loads; a global serves where a module has no such name. */
const COMMONJS_NAMES = 'globalThis.__dirname ??= import.meta.dirname;';

/** One bundle a run: workers and command line share no chunks, so each file can be started by itself. */
async function bundle({ input, outDir, name, format, external }) {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    ssr: { noExternal: true, external, target: 'node' },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      sourcemap: true,
      rollupOptions: {
        input,
        external,
        output: {
          entryFileNames: name,
          format,
          codeSplitting: false,
          ...(format === 'es' ? { banner: COMMONJS_NAMES } : {}),
        },
      },
    },
  });
}

function workers() {
  const services = join(root, 'electron/services');
  return readdirSync(services)
    .map((folder) => ({ folder, input: join(services, folder, 'worker.ts') }))
    .filter(({ input }) => existsSync(input));
}

async function buildNode() {
  const outDir = join(dist, 'node');
  rmSync(outDir, { recursive: true, force: true });
  for (const [host, name] of [
    ['cli', 'cli.js'],
    ['web', 'serve.js'],
  ]) {
    const input = join(root, 'electron/hosts', host, 'main.ts');
    await bundle({ input, outDir, name, format: 'es', external: EXTERNAL });
  }
  for (const { folder, input } of workers())
    await bundle({
      input,
      outDir: join(outDir, 'workers'),
      name: `${folder}.js`,
      format: 'es',
      external: EXTERNAL,
    });
}

async function buildWindow() {
  const outDir = join(dist, 'window');
  rmSync(outDir, { recursive: true, force: true });
  const folder = join(root, 'electron/hosts/window');
  await bundle({ input: join(folder, 'main.ts'), outDir, name: 'main.js', format: 'es', external: EXTERNAL });
  await bundle({
    input: join(folder, 'preload.ts'),
    outDir,
    name: 'preload.cjs',
    format: 'cjs',
    external: EXTERNAL,
  });
}

async function buildRenderer() {
  await build({ configFile: join(root, 'build/vite.renderer.config.ts'), logLevel: 'warn' });
}

/** The burn-in needs the fonts as plain files, the very ones the preview loads. */
function copyFonts() {
  const target = join(dist, 'fonts');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const packages = join(root, 'node_modules/@expo-google-fonts');
  for (const name of readdirSync(packages, { recursive: true }).filter((path) => path.endsWith('.ttf')))
    copyFileSync(join(packages, name), join(target, basename(name)));
}

/** Dictionaries with their licences, as files: a person may put others of the same kind beside their projects' data. */
function copyDictionaries() {
  const target = join(dist, 'dictionaries');
  rmSync(target, { recursive: true, force: true });
  cpSync(join(root, 'build/resources/dictionaries'), target, { recursive: true });
  for (const [name, folder] of Object.entries(DICTIONARIES))
    for (const [file, ending] of [
      ['index.aff', 'aff'],
      ['index.dic', 'dic'],
      ['license', 'license'],
    ])
      copyFileSync(join(root, 'node_modules', folder, file), join(target, `${name}.${ending}`));
}

function* filesOf(path) {
  if (statSync(path).isFile()) return void (yield path);
  for (const entry of readdirSync(path)) yield* filesOf(join(path, entry));
}

function isStale() {
  if (!existsSync(stamp)) return true;
  const built = statSync(stamp).mtimeMs;
  for (const source of SOURCES)
    for (const file of filesOf(join(root, source))) if (statSync(file).mtimeMs > built) return true;
  return false;
}

if (process.argv.includes('--if-stale') && !isStale()) process.exit(0);

const started = new Date();
if (wants('node')) await buildNode();
if (wants('window')) await buildWindow();
if (wants('renderer')) await buildRenderer();
if (wants('packet')) await buildPacket();
if (wants('fonts')) copyFonts();
if (wants('dictionaries')) copyDictionaries();
if (!only) writeFileSync(stamp, started.toISOString());
