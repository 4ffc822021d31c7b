import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createProjects } from '../../../electron/services/projects/projects';
import { parseProjectFile } from '../../../shared/formats/project/parse';
import { readFile } from 'node:fs/promises';
import { bundleChild } from '../../support/bundle-child';
import { openSample } from './open-sample';

let folder: string;
let program: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outspoken-kill-'));
  program = await bundleChild(join(import.meta.dirname, 'append-forever.ts'), folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the child until it has acknowledged `steps` and a little longer, kills it hard, and gives the last seq it acknowledged. */
function runAndKill(path: string, steps: number, pauseMs: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, path, join(folder, 'drafts')]);
    let said = '';
    let failure = '';
    let isDying = false;
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.split('\n').length <= steps || isDying) return;
      isDying = true;
      setTimeout(() => child.kill('SIGKILL'), pauseMs);
    });
    child.stderr.on('data', (chunk: Buffer) => (failure += chunk.toString()));
    child.on('close', (_, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`the child ended by itself: ${failure}`));
      // A line that was cut off is no acknowledgement.
      resolve(Number(said.slice(0, said.lastIndexOf('\n')).split('\n').at(-1)));
    });
  });
}

it('kill -9 at any moment loses no acknowledged step, over many crashes of one project', async () => {
  const drafts = join(folder, 'drafts');
  const path = join(folder, 'interview.outspoken');
  const first = createProjects({ draftFolder: drafts });
  const { session } = await openSample(first, path);
  await first.close(session);
  for (const [steps, pauseMs] of [
    [1, 0],
    [3, 1],
    [39, 0],
    [40, 2],
    [80, 5],
    [7, 13],
    [2, 29],
    [150, 3],
  ] as const) {
    const acknowledged = await runAndKill(path, steps, pauseMs);
    expect(acknowledged).toBeGreaterThan(0);
    const projects = createProjects({ draftFolder: drafts });
    const state = await projects.open(path);
    expect(state.readOnly).toBeNull();
    const last = state.history.at(-1)?.seq ?? 0;
    // The step under way may be there too: it was on disk, only nobody could say so any more.
    expect([acknowledged, acknowledged + 1]).toContain(last);
    expect(state.project.cues.find(({ id }) => id === 'c1')?.text).toBe(`step ${last}`);
    const undone = await projects.append(state.session, [{ kind: 'undo', seq: last + 1, target: last }]);
    expect(undone).toBe(last + 1);
    await projects.append(state.session, [{ kind: 'redo', seq: last + 2, target: last }]);
    await projects.close(state.session);
    expect(parseProjectFile(await readFile(path, 'utf8'), path).savedSeq).toBeLessThanOrEqual(last);
  }
  const left = (await readdir(folder)).filter((name) => name.startsWith('interview'));
  expect(left.sort()).toEqual([
    'interview.outspoken',
    'interview.outspoken.bak',
    'interview.outspoken.journal',
  ]);
});
