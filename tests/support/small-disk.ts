import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** A small disk in memory, for root on Linux only; null where there is no such right. `remove` unmounts it. */
export function smallDisk(
  folder: string,
  kilobytes: number,
): { path: string; readOnly: () => void; remove: () => void } | null {
  const path = join(folder, 'disk');
  mkdirSync(path);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', path], { stdio: 'ignore' });
  } catch {
    rmSync(path, { recursive: true });
    console.warn('skipped: a small disk can only be mounted by root on Linux');
    return null;
  }
  return {
    path,
    readOnly: () => execFileSync('mount', ['-o', 'remount,ro', path]),
    remove: () => execFileSync('umount', [path]),
  };
}
