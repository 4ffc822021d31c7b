/**
 * Nothing leaves the machine: the main job, from the film to the exports, with a recorder in every process of ours that notes each
 * attempt to reach another machine, and, where the system lets us, without any network at all.
 */
import { execFileSync, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { NETWORK_RECORDER } from '../../support/network-recorder';
import { sampleFolder } from '../../support/sample';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const root = realpathSync(mkdtempSync(join(tmpdir(), 'outspoken-offline-')));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const log = join(root, 'network.log');
const RECORDER = join(root, 'recorder.cjs');
writeFileSync(RECORDER, NETWORK_RECORDER);

/** A namespace of its own has no network but a loopback that is down: every connection to another machine fails at once. */
function canUnshare(): boolean {
  try {
    execFileSync('unshare', ['-n', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    console.warn('without a network namespace: only the recorder watches');
    return false;
  }
}
const isolated = canUnshare();

function run(script: readonly string[]): Promise<{ code: number | null; said: string }> {
  const command = [process.execPath, ...script];
  const [program = '', ...args] = isolated ? ['unshare', '-n', ...command] : command;
  const child = spawn(program, args, {
    cwd: root,
    env: {
      ...process.env,
      OUTSPOKEN_HOME: join(root, 'home'),
      NODE_OPTIONS: `--require ${RECORDER}`,
      OUTSPOKEN_NETWORK_LOG: log,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
}
const outspoken = (...args: string[]) => run([join(ROOT, 'build/outspoken.mjs'), ...args]);

it('the recorder notes what reaches out, and lets loopback be', async () => {
  writeFileSync(
    join(root, 'reach.cjs'),
    "require('node:net').connect({ host: '192.0.2.1', port: 9 }).on('error', () => {}).setTimeout(300, function () { this.destroy(); });" +
      "require('node:net').connect({ host: '127.0.0.1', port: 9 }).on('error', () => {});" +
      "require('node:dns').lookup('example.org', () => {}); fetch('http://192.0.2.2/').catch(() => {}); setTimeout(() => process.exit(), 400);",
  );
  await run([join(root, 'reach.cjs')]);
  const noted = readFileSync(log, 'utf8');
  for (const part of ['connect 192.0.2.1', 'lookup example.org', 'connect 192.0.2.2'])
    expect(noted).toContain(part);
  expect(noted).not.toContain('127.0.0.1');
  rmSync(log);
});

it('film and transcript in, aligned, checked, exported and scanned: no attempt to reach anybody', async () => {
  mkdirSync(join(root, 'out'));
  const [video, text] = ['mp4', 'txt'].map((ending) => join(sampleFolder(), `sample-en.${ending}`));
  for (const args of [
    ['align', video, text, '--lang', 'en', '-o', 'film.outspoken'],
    ['check', 'film.outspoken'],
    [
      'export',
      'film.outspoken',
      '--preset',
      'srt,ttml,burn-in,transcript-docx',
      '--height',
      '240',
      '--out',
      'out',
    ],
    ['scan', 'out/film.en.mp4', 'out/film.en.docx', 'out/film.en.srt'],
  ] as string[][]) {
    const { code, said } = await outspoken(...args);
    expect([args[0], args[0] === 'check' ? [0, 1].includes(code ?? -1) : code === 0, said]).toEqual([
      args[0],
      true,
      said,
    ]);
  }
  expect(existsSync(join(root, 'out', 'film.en.mp4'))).toBe(true);
  expect(existsSync(log) ? readFileSync(log, 'utf8') : '').toBe('');
});
