/**
 * Builds `dist/packet/packet.html`, the page of a review packet: one file with its script and style inside, which a content
 * policy names by their hashes and beside which nothing may run or be fetched. Data and recording are put in by
 * `electron/services/review`, at the marks.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '..');

/** Old phones and laptops too. `light-dark()` and the like degrade; syntax does not. */
const TARGET = ['chrome105', 'firefox115', 'safari16'];

async function bundle(outDir) {
  // Under a test runner it says `test`, and the plugin would then compile for a React that is not the one put in.
  process.env.NODE_ENV = 'production';
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    plugins: [react()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir,
      emptyOutDir: true,
      target: TARGET,
      cssCodeSplit: false,
      assetsInlineLimit: 0,
      modulePreload: false,
      lib: {
        entry: join(root, 'renderer/packet/main.tsx'),
        formats: ['iife'],
        name: 'outspokenPacket',
        fileName: () => 'packet.js',
        cssFileName: 'packet',
      },
    },
  });
  const read = (ending) =>
    readdirSync(outDir)
      .filter((name) => name.endsWith(ending))
      .map((name) => readFileSync(join(outDir, name), 'utf8'))
      .join('\n');
  return { script: read('.js'), style: read('.css') };
}

/** Nothing inside may end the element that holds it. Strings keep their meaning. */
const inScript = (text) => text.replace(/<\/(script)/gi, '<\\/$1').replaceAll('<!--', '\\x3c!--');

const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

function page({ script, style }) {
  if (/<\/style/i.test(style)) throw new Error('the style would end its element');
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    'media-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  return [
    '<!doctype html>',
    '<html lang="en" spellcheck="false">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="referrer" content="no-referrer">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="dark light">',
    '<title>Review</title>',
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<div id="root"></div>',
    '<script type="application/json" id="packet-data">@@DATA@@</script>',
    `<script>${script}</script>`,
    '<script type="text/plain" id="packet-media">@@MEDIA@@</script>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

export async function buildPacket() {
  const folder = mkdtempSync(join(tmpdir(), 'outspoken-packet-'));
  try {
    const { script, style } = await bundle(folder);
    const out = join(root, 'dist/packet');
    rmSync(out, { recursive: true, force: true });
    mkdirSync(out, { recursive: true });
    writeFileSync(join(out, 'packet.html'), page({ script: inScript(script), style: style.trim() }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
