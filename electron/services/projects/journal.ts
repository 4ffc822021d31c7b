import { open, rm, type FileHandle } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { ioError, statOrNull, syncFolder, writeFileAtomic } from '../../platform/files';

/** An append-only file of lines. One call at a time. */
export interface Journal {
  /**
   * Adds text and answers once it is safe on disk. On failure nothing of it stays. `whole` gives everything the journal must
   * hold, `text` included, should the file have been deleted under it. Throws as `ioError`.
   */
  append(text: string, whole: () => string): Promise<void>;
  /** Puts other content in place of all of it, atomically. */
  replace(text: string): Promise<void>;
  readonly sizeBytes: number;
  close(): Promise<void>;
  /** Closes and deletes it. */
  remove(): Promise<void>;
}

/** A journal whose first `sizeBytes` bytes are good; what is behind them is overwritten. The file is made at the first append. */
export function createJournal(path: string, sizeBytes: number): Journal {
  let size = sizeBytes;
  let file: FileHandle | null = null;
  /** What stands behind `size`, e.g. after a failed write, must go before anything else is written. */
  let isDirty = true;
  const name = basename(path);

  const close = async () => {
    await file?.close().catch(() => undefined);
    file = null;
  };
  /** False when the file was deleted or exchanged: writing into the open handle would then be lost in silence. */
  const isInPlace = async (): Promise<boolean> => {
    const onDisk = await statOrNull(path);
    if (!onDisk) return size === 0 && file === null;
    if (file === null) return onDisk.size >= size;
    const own = await file.stat();
    return own.ino === onDisk.ino && own.dev === onDisk.dev && onDisk.size >= size;
  };
  const replace = async (text: string) => {
    await close();
    await writeFileAtomic(path, text);
    size = Buffer.byteLength(text);
    isDirty = false;
  };
  const openFile = async (): Promise<FileHandle> => {
    if (size > 0) return open(path, 'r+');
    const created = await open(path, 'w');
    await syncFolder(dirname(path));
    return created;
  };
  const write = async (text: string) => {
    file ??= await openFile();
    if (isDirty) await file.truncate(size);
    isDirty = true;
    const bytes = Buffer.from(text);
    await writeFully(file, bytes, size);
    await file.datasync();
    isDirty = false;
    size += bytes.length;
  };

  return {
    get sizeBytes() {
      return size;
    },
    async append(text, whole) {
      try {
        if (await isInPlace()) await write(text);
        else await replace(whole());
      } catch (error) {
        await file?.truncate(size).catch(() => undefined);
        throw ioError(error, name);
      }
    },
    replace,
    close,
    async remove() {
      await close();
      await rm(path, { force: true }).catch(() => undefined);
    },
  };
}

async function writeFully(file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}
