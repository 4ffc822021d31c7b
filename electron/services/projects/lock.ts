import { randomUUID } from 'node:crypto';
import { open, readFile, rename, stat, utimes } from 'node:fs/promises';
import { hostname, uptime } from 'node:os';
import { z } from 'zod';
import { linkFree, removeQuietly, systemCode } from '../../platform/files';

const LockFile = z.object({
  pid: z.number().int(),
  host: z.string(),
  startedAt: z.number(),
  token: z.string(),
});
type LockFile = z.infer<typeof LockFile>;

/** How often a lock shows that its holder lives. */
const REFRESH_MS = 10_000;
/** A lock of another computer that was not refreshed for this long is nobody's. */
const STALE_MS = 60_000;

/** What can be told about this computer; tests put others in its place. */
export interface LockWorld {
  readonly pid: number;
  readonly host: string;
  readonly now: () => number;
  /** When this computer started, in ms since 1970. */
  readonly bootedAt: () => number;
  readonly isAlive: (pid: number) => boolean;
}

export const thisWorld: LockWorld = {
  pid: process.pid,
  host: hostname(),
  now: () => Date.now(),
  bootedAt: () => Date.now() - uptime() * 1000,
  isAlive(pid) {
    try {
      process.kill(pid, 0);
      return true;
    } catch (error) {
      return systemCode(error) !== 'ESRCH';
    }
  },
};

export interface Lock {
  readonly path: string;
  /** Whether the lock file is still this one. */
  isOwn(): Promise<boolean>;
  release(): Promise<void>;
}

/** Locks of this process: its own pid in a lock file means nothing else, as pids are given out again. */
const held = new Set<string>();

/**
 * Takes a lock file, or says who holds it. A lock is stale, and taken over, when its process is gone on this computer (or the
 * computer was started since), when another computer did not refresh it for 60 s, or when it cannot be read and is as old.
 * Throws the system's error when the folder cannot be written. `onLost` is called once if another takes the lock over.
 */
export async function takeLock(
  path: string,
  onLost: () => void,
  world: LockWorld = thisWorld,
): Promise<Lock | { readonly heldBy: string | null }> {
  const token = randomUUID();
  const content: LockFile = { pid: world.pid, host: world.host, startedAt: world.now(), token };
  // Each round either creates the file, meets a live holder, or clears one stale file.
  for (let round = 0; round < 5; round += 1) {
    if (await createLock(path, content)) return keepLock(path, token, world, onLost);
    const raw = await readFile(path, 'utf8').catch(() => null);
    if (raw === null) continue;
    const holder = parseLock(raw);
    if (!(await isStale(path, holder, world)))
      return { heldBy: holder === null || holder.host === world.host ? null : holder.host };
    await clearStale(path, raw, token);
  }
  return { heldBy: null };
}

async function createLock(path: string, content: LockFile): Promise<boolean> {
  try {
    const file = await open(path, 'wx');
    try {
      await file.writeFile(JSON.stringify(content));
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    // An empty lock file that could not be filled (disk full) must not lock anybody out.
    if (systemCode(error) === 'ENOSPC') await removeQuietly(path);
    throw error;
  }
}

function parseLock(raw: string): LockFile | null {
  try {
    return LockFile.parse(JSON.parse(raw));
  } catch {
    return null;
  }
}

async function isStale(path: string, holder: LockFile | null, world: LockWorld): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  if (!found) return true;
  const isOld = world.now() - found.mtimeMs > STALE_MS;
  if (holder?.host !== world.host) return isOld;
  if (holder.pid === world.pid) return !held.has(path);
  return !world.isAlive(holder.pid) || (isOld && holder.startedAt < world.bootedAt());
}

/** Moves a stale lock away; if another took it over meanwhile, and so its fresh lock was caught, puts that one back. */
async function clearStale(path: string, raw: string, token: string): Promise<void> {
  const aside = `${path}.${token}`;
  await rename(path, aside).catch(() => undefined);
  const caught = await readFile(aside, 'utf8').catch(() => null);
  if (caught !== null && caught !== raw) await linkFree(aside, path);
  await removeQuietly(aside);
}

function keepLock(path: string, token: string, world: LockWorld, onLost: () => void): Lock {
  held.add(path);
  const isOwn = async () => {
    const raw = await readFile(path, 'utf8').catch(() => null);
    // A lock file that somebody deleted locks nobody out, but no one has taken it over either.
    return raw === null || parseLock(raw)?.token === token;
  };
  const refresh = async () => {
    if (await isOwn()) {
      const now = world.now() / 1000;
      await utimes(path, now, now).catch(() => undefined);
    } else {
      clearInterval(timer);
      held.delete(path);
      onLost();
    }
  };
  const timer = setInterval(() => void refresh(), REFRESH_MS);
  timer.unref();
  return {
    path,
    isOwn,
    async release() {
      clearInterval(timer);
      held.delete(path);
      if (await isOwn()) await removeQuietly(path);
    },
  };
}
