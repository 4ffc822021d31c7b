import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runTool, type RunToolOptions } from '../../../../electron/platform/spawn';

const node = process.execPath;
const script = (source: string, more: Partial<RunToolOptions> = {}) =>
  runTool({ command: node, args: ['-e', source], ...more });

/** A program with a child that both ignore SIGTERM; prints both pids. */
const STUBBORN_TREE = `
  process.on('SIGTERM', () => {});
  const child = require('node:child_process').spawn(process.execPath, ['-e',
    "process.on('SIGTERM', () => {}); console.log('up'); setInterval(() => {}, 1000)"]);
  child.stdout.once('data', () => console.log(process.pid + ' ' + child.pid));
  setInterval(() => {}, 1000);`;

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('runTool', () => {
  it('gives exit code, stdout and the tail of stderr', async () => {
    const run = await script(
      `process.stdout.write('жазу'); for (let i = 0; i < 50; i++) console.error('line ' + i); process.exitCode = 3`,
    );
    expect(run.code).toBe(3);
    expect(run.stdout.toString()).toBe('жазу');
    expect(run.stderrTail).toHaveLength(40);
    expect(run.stderrTail.at(-1)).toBe('line 49');
  });

  it('passes arguments literally: no shell reads them', async () => {
    const odd = ['$(id)', '; ls', '"quoted"', "it's", '%PATH%', '*', ''];
    const run = await runTool({
      command: node,
      args: ['-e', 'console.log(JSON.stringify(process.argv.slice(1)))', '--', ...odd],
    });
    expect(JSON.parse(run.stdout.toString())).toEqual(odd);
  });

  it('gives lines whole, whatever the chunks', async () => {
    const lines: string[] = [];
    await script(`process.stdout.write('a\\nb'); setTimeout(() => process.stdout.write('c\\r\\nd'), 50)`, {
      onStdoutLine: (line) => lines.push(line),
    });
    expect(lines).toEqual(['a', 'bc', 'd']);
  });

  it('lets a slow taker slow the tool down', async () => {
    let busy = 0;
    let most = 0;
    let bytes = 0;
    await script(`process.stdout.write(Buffer.alloc(1_000_000))`, {
      onStdout: async (chunk) => {
        most = Math.max(most, ++busy);
        await new Promise((resolve) => setTimeout(resolve, 1));
        bytes += chunk.length;
        busy--;
      },
    });
    expect(bytes).toBe(1_000_000);
    expect(most).toBe(1);
  });

  it.runIf(process.platform !== 'win32')('stops the whole tree before an abort rejects', async () => {
    const stop = new AbortController();
    let pids: number[] = [];
    const run = script(STUBBORN_TREE, {
      signal: stop.signal,
      onStdoutLine: (line) => {
        pids = line.split(' ').map(Number);
        stop.abort();
      },
    });
    await expect(run).rejects.toMatchObject({ code: 'cancelled' });
    expect(pids).toHaveLength(2);
    expect(isAlive(pids[0] ?? 0)).toBe(false);
  });

  it.each([
    ['timeout', { timeoutMs: 200, subject: 'a.mp4' }, { name: 'a.mp4' }],
    ['tool-failed', { maxOutputBytes: 10 }, { reason: 'too much output' }],
  ])('stops with %s', async (code, options, detail) => {
    const run = script(`console.log('x'.repeat(100)); setInterval(() => {}, 1000)`, options);
    await expect(run).rejects.toMatchObject({ code, detail });
  });

  it('stops the tool when a taker throws, and throws that', async () => {
    const run = script(`console.log(1); setInterval(() => {}, 1000)`, {
      onStdout: () => {
        throw new RangeError('full');
      },
    });
    await expect(run).rejects.toThrow(RangeError);
  });

  it('starts nothing when already aborted', async () => {
    await expect(script('', { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('tells a missing program from a missing folder', async () => {
    const missing = runTool({ command: '/nowhere/ffmpeg', args: [] });
    await expect(missing).rejects.toMatchObject({ code: 'tool-missing', detail: { tool: 'ffmpeg' } });
    const cwd = join(mkdtempSync(join(tmpdir(), 'outspoken-')), 'gone');
    await expect(script('', { cwd })).rejects.toMatchObject({ code: 'not-found' });
  });
});
