import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { temporaryFolder } from '../../support/media';

const root = join(import.meta.dirname, '../../..');
let folder: ReturnType<typeof temporaryFolder>;

beforeAll(async () => {
  folder = temporaryFolder();
  const input = join(root, 'electron/platform/spawn.ts');
  const rollupOptions = { input, output: { entryFileNames: 'spawn.mjs' } };
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    build: { ssr: true, outDir: folder.path, emptyOutDir: false, minify: false, rollupOptions },
    ssr: { noExternal: true },
  });
});
afterAll(() => folder.remove());

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** An app that runs a tool which never ends by itself and tells its pid; `then` is what happens next in the app. */
function app(then: string): ReturnType<typeof spawn> {
  const tool = `console.log(process.pid); setInterval(() => {}, 1000)`;
  const program = `
    const { runTool } = await import(${JSON.stringify(pathToFileURL(join(folder.path, 'spawn.mjs')).href)});
    const onStdoutLine = (line) => { console.log(line); ${then} };
    await runTool({ command: process.execPath, args: ['-e', ${JSON.stringify(tool)}], onStdoutLine });`;
  return spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function toolPid(host: ReturnType<typeof spawn>): Promise<number> {
  if (!host.stdout) throw new Error('no pipe');
  for await (const line of createInterface({ input: host.stdout })) return Number(line);
  throw new Error('the app said nothing');
}

it.skipIf(process.platform === 'win32').each([
  ['it exits', 'process.exit(0);', null],
  ['it throws', "setTimeout(() => { throw new Error('on purpose, for a test'); });", null],
  ['it is asked to end', '', 'SIGTERM'],
  ['Ctrl-C is pressed', '', 'SIGINT'],
] as const)('no tool outlives the app when %s', async (_, then, signal) => {
  const host = app(then);
  const ended = new Promise((resolve) => host.once('exit', (code, by) => resolve(by ?? code)));
  const pid = await toolPid(host);
  expect(pid).toBeGreaterThan(1);
  if (signal) host.kill(signal);
  const how = await ended;
  if (signal) expect(how).toBe(signal);
  await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
});
