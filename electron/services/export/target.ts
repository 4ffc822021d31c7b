/** Where an export is written: checked before any work starts, under a temporary name until it is known to be good. */
import { createHash, randomBytes } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { access, open, readdir, readFile, realpath, rename, stat, statfs } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { AppError } from '../../../shared/api/errors';
import { formatMessage } from '../../../shared/messages/index';
import { removeQuietly, syncFolder, writeFileAtomic } from '../../platform/files';
import { thisWorld } from '../projects/lock';
import type { Clearance } from '../safety/clearance';
import { containerMetadata } from '../safety/metadata';

/** A place to write. */
export interface TargetPlace {
  /** The final path, links followed. */
  readonly path: string;
  readonly folder: string;
  /** File name for messages. */
  readonly name: string;
}

/** A place that something cleared may be written to. */
export interface ExportTarget extends TargetPlace {
  /** In the same folder, so that taking the final name is one rename. */
  readonly temporaryPath: string;
  readonly clearance: Clearance;
}

/** `checkTarget` for an export. Throws the same, and `names-found` for a listed name in the file's name. */
export async function prepareTarget(
  targetPath: string,
  sourcePaths: readonly string[],
  clearance: Clearance,
): Promise<ExportTarget> {
  clearance.checkFileName(basename(resolve(targetPath)));
  const place = await checkTarget(targetPath, sourcePaths);
  return { ...place, clearance, temporaryPath: temporaryName(place.folder) };
}

/**
 * Looks at where a file is to go. Nothing is written.
 * Throws `not-found` (no such folder), `no-permission` (may not be written, or a folder has that name),
 * `target-is-source` (same file as one of `sourcePaths`, be it by a link or another spelling).
 */
export async function checkTarget(targetPath: string, sourcePaths: readonly string[]): Promise<TargetPlace> {
  const wanted = resolve(targetPath);
  const name = basename(wanted);
  const folder = await realpath(dirname(wanted)).catch(() => {
    throw new AppError('not-found', { name: basename(dirname(wanted)) || wanted });
  });
  const path = await realpath(wanted).catch(() => join(folder, name));
  const existing = await stat(path).catch(() => null);
  for (const sourcePath of sourcePaths)
    if (existing && isSame(existing, await stat(sourcePath).catch(() => null)))
      throw new AppError('target-is-source', { name });
  if (existing && !existing.isFile()) throw new AppError('no-permission', { name });
  await access(dirname(path), constants.W_OK | constants.X_OK).catch(() => {
    throw new AppError('no-permission', { name: basename(dirname(path)) });
  });
  return { path, folder: dirname(path), name };
}

function isSame(a: Stats, b: Stats | null): boolean {
  return b !== null && a.dev === b.dev && a.ino === b.ino;
}

/**
 * A name of fixed form: the person's own name may be at the limit of what the disk allows, and says who is in the film. It tells
 * which process writes it, so that what a killed one left can be removed.
 */
function temporaryName(folder: string): string {
  return join(folder, `${OWN_PARTS}${process.pid}-${randomBytes(8).toString('hex')}.part`);
}
const OWN_PARTS = `.outspoken-${createHash('sha256').update(hostname()).digest('hex').slice(0, 8)}-`;

/** Removes unfinished files that processes of this computer left in a folder when they were killed. Never throws. */
export async function sweepParts(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const pid = name.startsWith(OWN_PARTS)
      ? /^(\d+)-[0-9a-f]{16}\.part$/.exec(name.slice(OWN_PARTS.length))?.[1]
      : undefined;
    if (pid !== undefined && !thisWorld.isAlive(Number(pid))) await removeQuietly(join(folder, name));
  }
}

/** Throws `disk-full` where a folder's disk has less than `bytes` left; passes where the disk does not say. */
export async function requireSpace(
  target: Pick<ExportTarget, 'folder' | 'name'>,
  bytes: number,
): Promise<void> {
  const disk = await statfs(target.folder).catch(() => null);
  if (disk && disk.blocks > 0 && disk.bavail * disk.bsize < bytes)
    throw new AppError('disk-full', { name: target.name, neededBytes: bytes });
}

/**
 * Looks for listed names in the temporary file's metadata, makes it safe on disk and gives it the final name, in place of what had
 * it. Throws `names-found`, and `cancelled` up to the renaming; from then on it is done.
 */
export async function publish(target: ExportTarget, signal?: AbortSignal): Promise<void> {
  target.clearance.checkMetadata(await containerMetadata(target.temporaryPath));
  const file = await open(target.temporaryPath, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
  if (signal?.aborted) throw new AppError('cancelled');
  await rename(target.temporaryPath, target.path);
  await syncFolder(target.folder);
}

/** Removes the temporary file, if it is there. */
export async function discard(target: ExportTarget): Promise<void> {
  await removeQuietly(target.temporaryPath);
}

/**
 * Writes a small export, whole or not at all: it is read back before it takes the place of what was there. Throws as
 * `writeFileAtomic`, and `verification`.
 */
export async function writeExport(target: ExportTarget, bytes: Uint8Array): Promise<void> {
  await writeFileAtomic(target.path, bytes, async (temporaryPath) => {
    if (!(await readFile(temporaryPath)).equals(bytes))
      throw new AppError('verification', {
        name: target.name,
        reason: formatMessage('export.reason.differs'),
      });
  });
}
