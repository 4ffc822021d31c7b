import { open, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../../shared/api/errors';

/** What the file system says, as an error with the file's plain name; null for what is none of its codes. */
export function fileError(error: unknown, path: string): AppError | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  const name = basename(path);
  if (code === 'ENOENT' || code === 'ENOTDIR') return new AppError('not-found', { name }, { cause: error });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new AppError('no-permission', { name }, { cause: error });
  if (code === 'ENOSPC' || code === 'EDQUOT') return new AppError('disk-full', { name }, { cause: error });
  return null;
}

export interface OpenedFile {
  readonly file: FileHandle;
  readonly sizeBytes: number;
}

/**
 * Opens a file to read, hands it to `use`, and closes it whatever happens.
 * Throws `not-found`, `no-permission`, `not-media` (a folder or device), `empty-file`.
 */
export async function withOpenFile<T>(path: string, use: (opened: OpenedFile) => Promise<T>): Promise<T> {
  let file: FileHandle | null = null;
  try {
    file = await open(path, 'r');
    const found = await file.stat();
    if (!found.isFile()) throw new AppError('not-media', { name: basename(path) });
    if (found.size === 0) throw new AppError('empty-file', { name: basename(path) });
    return await use({ file, sizeBytes: found.size });
  } catch (error) {
    throw fileError(error, path) ?? error;
  } finally {
    await file?.close();
  }
}

/** Up to `length` bytes at `offset`; fewer only at the end of the file. */
export async function readAt(file: FileHandle, offset: number, length: number): Promise<Uint8Array> {
  const buffer = new Uint8Array(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, offset + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}
