import { mkdtemp, readFile, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  takeLock,
  thisWorld,
  type Lock,
  type LockWorld,
} from '../../../../../electron/services/projects/lock';

let folder: string;
let path: string;
const taken: Lock[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outspoken-lock-'));
  path = join(folder, 'x.outspoken.lock');
});
afterEach(async () => {
  await Promise.all(taken.splice(0).map((lock) => lock.release()));
  await rm(folder, { recursive: true });
});

const world = (more: Partial<LockWorld>): LockWorld => ({ ...thisWorld, ...more });
const take = async (more: Partial<LockWorld> = {}) => {
  const lock = await takeLock(path, () => undefined, world(more));
  if ('release' in lock) taken.push(lock);
  return lock;
};
const leaveBehind = (more: object, ageMs = 0) => {
  const content = { pid: 4242, host: thisWorld.host, startedAt: Date.now(), token: 't', ...more };
  const at = (Date.now() - ageMs) / 1000;
  return writeFile(path, JSON.stringify(content)).then(() => utimes(path, at, at));
};

it('is one process’ own until released', async () => {
  const lock = await take();
  expect('release' in lock).toBe(true);
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ pid: process.pid, host: thisWorld.host });
  expect(await take()).toEqual({ heldBy: null });
  await taken.splice(0)[0]?.release();
  expect(await readdir(folder)).toEqual([]);
  expect('release' in (await take())).toBe(true);
});

const leftBehind: [string, object, number, Partial<LockWorld>, boolean][] = [
  ['a process that is gone', {}, 0, { isAlive: () => false }, true],
  ['a process that lives', {}, 0, { isAlive: () => true }, false],
  ['a process that lives and slept', {}, 90_000, { isAlive: () => true }, false],
  ['our own pid, from before', { pid: process.pid }, 0, {}, true],
  [
    'a time before this computer started',
    { startedAt: 5 },
    90_000,
    { isAlive: () => true, bootedAt: () => 9 },
    true,
  ],
  ['another computer, lately', { host: 'other' }, 50_000, {}, false],
  ['another computer, long ago', { host: 'other' }, 70_000, {}, true],
];

it.each(leftBehind)('left by %s', async (_, content, ageMs, more, free) => {
  await leaveBehind(content, ageMs);
  const lock = await take(more);
  expect('release' in lock).toBe(free);
  if ('heldBy' in lock) expect(lock.heldBy).toBe('host' in content ? 'other' : null);
});

it.each([
  ['new', 0, false],
  ['old', 70_000, true],
])('that cannot be read and is %s', async (_, ageMs, free) => {
  await writeFile(path, 'rubbish');
  const at = (Date.now() - ageMs) / 1000;
  await utimes(path, at, at);
  expect('release' in (await take())).toBe(free);
});

it('is given to one only of many who find it stale at once', async () => {
  await leaveBehind({}, 0);
  const all = await Promise.all(Array.from({ length: 8 }, () => take({ isAlive: () => false })));
  expect(all.filter((lock) => 'release' in lock)).toHaveLength(1);
  expect(await readdir(folder)).toEqual(['x.outspoken.lock']);
});

it('is not removed by one who lost it', async () => {
  await take();
  await leaveBehind({ token: 'another' });
  await taken.splice(0)[0]?.release();
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ token: 'another' });
});

it('shows every 10 s that its holder lives, and tells the holder when another took it over', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    const onLost = vi.fn();
    const lock = await takeLock(path, onLost, world({ now: () => 5_000_000 }));
    if ('release' in lock) taken.push(lock);
    vi.advanceTimersByTime(10_000);
    await vi.waitFor(async () => expect((await stat(path)).mtimeMs).toBe(5_000_000));
    await leaveBehind({ token: 'another' });
    vi.advanceTimersByTime(10_000);
    await vi.waitFor(() => expect(onLost).toHaveBeenCalledOnce());
    vi.advanceTimersByTime(60_000);
    expect(onLost).toHaveBeenCalledOnce();
  } finally {
    vi.useRealTimers();
  }
});
