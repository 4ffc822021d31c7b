/** The campaign's do-not-name list as the app edits it: the nearest one of a project, written whole or not at all. */
import { createHash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { Output } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import type { ProtectedName } from '../../../shared/domain/protected-name';
import { NAMES_FILE, writeNames } from '../../../shared/safety/names-file';
import { NO_OWN_COLUMNS, ownColumnsAfter } from '../../../shared/safety/own-columns';
import { ioError, readFileCapped, statOrNull, writeFileAtomic } from '../../platform/files';
import { findNameLists, MAX_LIST_BYTES, readNameList } from './name-lists';

/** Where a list is looked for, and where a first one goes. */
export interface NamePlaces {
  readonly folders: readonly string[];
  readonly target: string;
}

type NameList = Output<'names.get'>;

/** The list nearest to a project; an empty one where there is none. Throws `names-unreadable`. */
export async function readCampaignNames(places: NamePlaces): Promise<NameList> {
  const { path, others } = await nearest(places);
  const { names, issues } = await listAt(path);
  const further = await Promise.all(others.map(readNameList));
  return {
    names: [...names],
    issues: [...issues],
    folder: basename(dirname(path)),
    others: further.reduce((sum, list) => sum + list.names.length, 0),
    revision: await revisionOf(path),
  };
}

/**
 * Writes the list and answers how it stands then; remarks and columns of the campaign's own stay. What it held before the app first changed it is kept beside
 * it (`.bak`). Throws `names-changed` where it is no longer what `revision` says, `no-permission`, `disk-full`.
 */
export async function saveCampaignNames(
  places: NamePlaces,
  names: readonly ProtectedName[],
  revision: string,
): Promise<NameList> {
  const { path } = await nearest(places);
  if ((await revisionOf(path)) !== revision) throw new AppError('names-changed', { name: basename(path) });
  try {
    const before = await listAt(path);
    const backup = `${path}.bak`;
    if ((await statOrNull(path)) && !(await statOrNull(backup)))
      await writeFileAtomic(backup, await readFileCapped(path, MAX_LIST_BYTES));
    await writeFileAtomic(path, writeNames(names, before.remarks, ownColumnsAfter(before, names)));
  } catch (error) {
    throw ioError(error, basename(path));
  }
  return readCampaignNames(places);
}

async function nearest({ folders, target }: NamePlaces): Promise<{ path: string; others: string[] }> {
  const [path = join(target, NAMES_FILE), ...others] = await findNameLists(folders);
  return { path, others };
}

async function listAt(path: string) {
  return (await statOrNull(path))
    ? readNameList(path)
    : { names: [], remarks: [], issues: [], own: NO_OWN_COLUMNS };
}

/** Of the bytes, whatever they mean; of no file too. */
async function revisionOf(path: string): Promise<string> {
  const bytes = (await statOrNull(path)) ? await readFileCapped(path, MAX_LIST_BYTES) : Buffer.alloc(0);
  return createHash('sha256').update(bytes).digest('hex');
}
