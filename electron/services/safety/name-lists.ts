/** The do-not-name lists that protect a project: plain files of the campaign, read anew for every export. */
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../../shared/api/errors';
import type { ProtectedName } from '../../../shared/domain/protected-name';
import { NAMES_FILE, readNames, type NamesFile } from '../../../shared/safety/names-file';
import { readFileCapped, statOrNull } from '../../platform/files';
import { decodeText } from '../text/decode';

/** Some 20,000 names; a larger file is no list. */
export const MAX_LIST_BYTES = 5 * 1024 * 1024;
/** How far above a project its campaign may lie. */
const MOST_FOLDERS = 12;

/**
 * Paths of all lists in these folders and the ones above them, the nearest first: a project's own and its campaign's both count.
 * Throws `names-unreadable` where it cannot be told whether there is one.
 */
export async function findNameLists(folders: readonly string[]): Promise<string[]> {
  const candidates = new Set(
    folders.flatMap((folder) => [...upwards(folder)]).map((folder) => join(folder, NAMES_FILE)),
  );
  const found: string[] = [];
  for (const path of candidates) {
    const there = await statOrNull(path).catch((error: unknown) => {
      throw unreadable(path, error);
    });
    if (there) found.push(path);
  }
  return found;
}

function* upwards(folder: string): Generator<string> {
  let at = folder;
  for (let count = 0; count < MOST_FOLDERS; count++) {
    yield at;
    const above = dirname(at);
    if (above === at) return;
    at = above;
  }
}

/** Reads one list. Throws `names-unreadable`: a list that nobody can read must not pass for an empty one. */
export async function readNameList(path: string): Promise<NamesFile> {
  try {
    const bytes = await readFileCapped(path, MAX_LIST_BYTES);
    return readNames(bytes.length === 0 ? '' : decodeText(bytes, null, basename(path)).text);
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** All names that protect what lies in these folders. Throws `names-unreadable`. */
export async function protectedNames(folders: readonly string[]): Promise<ProtectedName[]> {
  const lists = await findNameLists(folders);
  const read = await Promise.all(lists.map(readNameList));
  return read.flatMap(({ names }) => names);
}

function unreadable(path: string, error: unknown): AppError {
  const reason = error instanceof Error ? error.message : String(error);
  return new AppError('names-unreadable', { name: basename(path), reason }, { cause: error });
}
