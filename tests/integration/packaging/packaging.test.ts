import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractFile, listPackage, statFile } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');
let work: string;
let asar: string;
let entries: string[];

/** Electron's own files do not matter here, only what is packed beside them. */
function stubElectron(folder: string): void {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  writeFileSync(join(folder, 'electron'), '');
  chmodSync(join(folder, 'electron'), 0o755);
  writeFileSync(join(folder, 'version'), '45.4.1');
}

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'outspoken-package-'));
  stubElectron(join(work, 'electron'));
  const run = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/electron-builder/cli.js'),
      '--linux',
      '--dir',
      '--config=build/electron-builder.yml',
      `--config.electronDist=${join(work, 'electron')}`,
      `--config.directories.output=${join(work, 'out')}`,
    ],
    { cwd: root, encoding: 'utf8' },
  );
  expect(run.status, run.stdout + run.stderr).toBe(0);
  const unpacked = readdirSync(join(work, 'out')).find((name) => name.endsWith('unpacked')) ?? '';
  asar = join(work, 'out', unpacked, 'resources', 'app.asar');
  entries = listPackage(asar, { isPack: false }).map((path) => path.replaceAll('\\', '/'));
}, 120_000);
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('the package', () => {
  it.each([
    '/package.json',
    '/dist/window/main.js',
    '/dist/window/preload.cjs',
    '/dist/renderer/index.html',
    '/dist/node/workers/align.js',
    '/dist/fonts/NotoSans_400Regular.ttf',
    '/node_modules/@echogarden/espeak-ng-emscripten/espeak-ng.js',
    '/node_modules/hunspell-wasm/wasm/hunspell.wasm',
    '/node_modules/lindera-wasm-nodejs-ipadic/lindera_wasm_bg.wasm',
    '/dist/dictionaries/lindera-ipadic.license',
    '/dist/packet/packet.html',
    '/dist/dictionaries/kk_KZ.dic',
    '/dist/dictionaries/ar.license',
  ])('holds %s', (path) => expect(entries).toContain(path));

  it('starts where package.json says', () => {
    const manifest = JSON.parse(extractFile(asar, 'package.json').toString()) as { main: string };
    expect(entries).toContain(`/${manifest.main}`);
  });

  it('holds no tests, sources, maps, development packages or documents of ours', () => {
    const allowed =
      /^\/(package\.json|LICENSE|dist|dist\/(node|window|renderer|fonts|dictionaries|packet)(\/.*)?|node_modules|node_modules\/(@echogarden|hunspell-wasm|lindera-wasm-nodejs-ipadic)(\/.*)?)$/;
    expect(entries.filter((path) => !allowed.test(path))).toEqual([]);
    expect(entries.filter((path) => /\.(ts|tsx|map)$|\.test\./.test(path))).toEqual([]);
  });

  it('keeps out of the archive what another program must read', () => {
    const font = statFile(asar, join('dist', 'fonts', 'NotoSans_400Regular.ttf'));
    expect('unpacked' in font && font.unpacked).toBe(true);
    expect(existsSync(join(`${asar}.unpacked`, 'dist/fonts/NotoSans_400Regular.ttf'))).toBe(true);
  });

  it('has the Japanese dictionary where its workers look for packages', () => {
    const worker = join(`${asar}.unpacked`, 'dist', 'node', 'workers', 'speech.js');
    const program = `
      const { TokenizerBuilder } = require('node:module').createRequire(process.argv[1])('lindera-wasm-nodejs-ipadic');
      const builder = new TokenizerBuilder();
      builder.setDictionary('embedded://ipadic');
      console.log(builder.build().tokenize('東京')[0].pronunciation);`;
    const run = spawnSync(process.execPath, ['-e', program, worker], { encoding: 'utf8', cwd: work });
    expect(run.stdout.trim(), run.stderr).toBe('トーキョー');
  });

  it('has a preload that a sandbox can run: CommonJS, and nothing required but electron', () => {
    const preload = extractFile(asar, join('dist', 'window', 'preload.cjs')).toString();
    const required = [...preload.matchAll(/require\(["'`]([^"'`]+)["'`]\)/g)].map((match) => match[1]);
    expect(new Set(required)).toEqual(new Set(['electron']));
  });
});
