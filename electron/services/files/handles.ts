import { randomBytes } from 'node:crypto';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import type { FileInfo } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';

/**
 * The only door between screens and the file system: a screen names files by handles that were minted for paths the person
 * chose (a dialog, a folder listing, a typed path, a recent project). A handle is 132 random bits and ends with the process.
 */
export interface FileHandles {
  /** The handle of a path; the same path gets the same handle. */
  mint(path: string): string;
  /** Throws `unknown-handle`. */
  pathOf(handle: string): string;
  info(path: string): Promise<FileInfo>;
  list(folder: string | null, home: string): Promise<FolderListing>;
  find(path: string): Promise<FileInfo>;
  target(folder: string, name: string): Promise<{ file: FileInfo; exists: boolean }>;
  /** A file at a path the person named, there or not yet; its folder must be there. */
  newFile(path: string): Promise<FileInfo>;
}

export interface FolderListing {
  folder: FileInfo;
  parent: FileInfo | null;
  path: string;
  entries: FileInfo[];
}

/** Names that would leave the folder, hide, or that Windows cannot store. */
const BAD_NAME = /[/\\\u0000-\u001f]|^\.{1,2}$|^\s*$/u;

export function createFileHandles(): FileHandles {
  const paths = new Map<string, string>();
  const handles = new Map<string, string>();

  const mint = (path: string): string => {
    const known = handles.get(path);
    if (known) return known;
    const handle = `file_${randomBytes(18).toString('base64url')}`;
    handles.set(path, handle);
    paths.set(handle, path);
    return handle;
  };
  const pathOf = (handle: string): string => {
    const path = paths.get(handle);
    if (path === undefined) throw new AppError('unknown-handle');
    return path;
  };
  const info = async (path: string): Promise<FileInfo> => {
    const found = await stat(path).catch((error: unknown) => {
      throw statError(error, path);
    });
    const folder = found.isDirectory();
    if (!folder && !found.isFile()) throw new AppError('not-found', { name: basename(path) });
    return {
      handle: mint(path),
      name: basename(path) || path,
      kind: folder ? 'folder' : 'file',
      sizeBytes: folder ? null : found.size,
    };
  };

  const newFile = async (path: string): Promise<FileInfo> => {
    const name = basename(path);
    await info(dirname(path));
    const existing = await stat(path).catch(() => null);
    if (existing?.isDirectory()) throw new AppError('bad-request', { reason: `${name} is a folder` });
    return { handle: mint(path), name, kind: 'file', sizeBytes: existing?.size ?? null };
  };

  return {
    mint,
    pathOf,
    info,
    async list(folder, home) {
      const path = await realpath(folder === null ? home : pathOf(folder)).catch((error: unknown) => {
        throw statError(error, folder === null ? home : pathOf(folder));
      });
      const names = await readdir(path).catch((error: unknown) => {
        throw statError(error, path);
      });
      const visible = names.filter((name) => !name.startsWith('.'));
      const found = await Promise.all(visible.map((name) => info(join(path, name)).catch(() => null)));
      const entries = found.filter((entry) => entry !== null).sort(byKindAndName);
      const parent = dirname(path);
      return { folder: await info(path), parent: parent === path ? null : await info(parent), path, entries };
    },
    async find(path) {
      if (!isAbsolute(path)) throw new AppError('not-found', { name: basename(path) });
      return info(resolve(path));
    },
    async target(folder, name) {
      if (BAD_NAME.test(name))
        throw new AppError('bad-request', { reason: 'a file name may not hold / or \\' });
      const parent = await info(pathOf(folder));
      if (parent.kind !== 'folder') throw new AppError('not-found', { name: parent.name });
      const file = await newFile(join(pathOf(folder), name));
      return { file, exists: file.sizeBytes !== null };
    },
    newFile,
  };
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

function byKindAndName(a: FileInfo, b: FileInfo): number {
  if (a.kind !== b.kind) return a.kind === 'folder' ? -1 : 1;
  return collator.compare(a.name, b.name);
}

function statError(error: unknown, path: string): AppError {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  const denied = code === 'EACCES' || code === 'EPERM';
  return new AppError(
    denied ? 'no-permission' : 'not-found',
    { name: basename(path) || path },
    { cause: error },
  );
}
