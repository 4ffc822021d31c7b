/** Makes one file of a plan, whatever its kind: cleared, written, checked, looked through, recorded. The app's queue and the command line both end here. */
import { join } from 'node:path';
import { AppError } from '../../../shared/api/errors';
import type { ExportItem, ExportRecord, NameOverride } from '../../../shared/domain/export';
import type { Fingerprint, Project } from '../../../shared/domain/project';
import { scopeOf } from '../../../shared/safety/scope';
import { removeQuietly, statOrNull } from '../../platform/files';
import { campaignFonts } from '../fonts/campaign-fonts';
import { fingerprintFile, isSameFile } from '../media/fingerprint';
import { Cleared } from '../safety/clearance';
import { protectedNames } from '../safety/name-lists';
import { readManifest, recordExport, sha256Of } from './manifest';
import { digestOf, finished, recordOf, type FinishedFile, type RecordMeans } from './record';
import { writeItem } from './write-item';

/** A file to be made, with all it is made of. */
export interface ItemRequest {
  readonly project: Project;
  readonly item: ExportItem;
  /** Where to; absolute. */
  readonly folder: string;
  /** The footage, absolute; null where the project has none or it is not there. */
  readonly mediaPath: string | null;
  /** Folders in which, and above which, do-not-name lists are looked for. */
  readonly listFolders: readonly string[];
  /** What must not be overwritten. */
  readonly sourcePaths: readonly string[];
  readonly override: NameOverride | null;
}

/** What files are made with. */
export interface ItemMeans extends RecordMeans {
  readonly tools: NonNullable<RecordMeans['tools']>;
  readonly fontFolder: string;
  readonly cacheFolder: string;
}

export interface ItemRun {
  readonly signal?: AbortSignal | undefined;
  /** Called with 0..1. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
}

export interface MadeItem {
  /** `kept`: the file was there, whole, made from the very same; nothing was done. */
  readonly state: 'done' | 'kept';
  readonly path: string;
  readonly record: ExportRecord;
}

/**
 * Makes the file, or finds that it is there already. Idempotent: what it is made from is kept as a digest in the folder's manifest
 * beside the file's own. Throws `names-found`, `names-unreadable`, `media-missing`, `media-changed`, `disk-full`, `no-permission`,
 * `cancelled` and what the writers throw; nothing new is then left under the final name, but where only the record could not be
 * written (`manifest-busy`, a disk that is full by then).
 */
export async function runItem(request: ItemRequest, means: ItemMeans, run: ItemRun = {}): Promise<MadeItem> {
  const { item, folder, project } = request;
  const path = join(folder, item.name);
  const media = await mediaOf(request);
  const names = await protectedNames(request.listFolders);
  const scope = scopeOf(item.output, item.trackIds, project);
  const cleared = Cleared.from(project, scope, { names, override: request.override });
  const fonts = (await campaignFonts(request.listFolders)).map(({ file }) => file);
  const inputs = digestOf({
    ...ofItem(item),
    project: cleared.project,
    media,
    fonts,
    version: means.version,
  });
  const known = await unchanged(folder, item.name, inputs, run.signal);
  if (known) {
    // The lists may have grown since: what it shows was cleared again, what it is called and says besides was not.
    cleared.clearance.checkFileName(item.name);
    cleared.clearance.checkMetadata(known.metadata);
    return { state: 'kept', path, record: known };
  }
  if (run.signal?.aborted) throw new AppError('cancelled');
  const written = await writeItem(
    { ...request, cleared, mediaPath: media === null ? null : request.mediaPath, path },
    means,
    run,
  );
  const { output, languages } = item;
  const { checks, attached } = written;
  const made = finished(cleared, { path, output, languages, checks, attached, inputs, media });
  const record = await recorded(made, means, folder);
  run.onProgress?.(1);
  return { state: 'done', path, record };
}

/**
 * The record of a file that has its final name, and with it taken the place of an earlier one: whoever cancels now gets the file, not
 * a half of it or none. One that let names through does not stay without a record.
 */
async function recorded(made: FinishedFile, means: ItemMeans, folder: string): Promise<ExportRecord> {
  try {
    const record = await recordOf(made, means);
    await recordExport(folder, record);
    return record;
  } catch (error) {
    if (made.clearance.overridden.length > 0) await removeQuietly(made.path);
    throw error;
  }
}

/** The footage's identity, once it is sure that it is the project's; null where an output goes without it. */
async function mediaOf({ project, item, mediaPath }: ItemRequest): Promise<Fingerprint | null> {
  const expected = project.meta.media;
  const isThere = mediaPath !== null && (await statOrNull(mediaPath).catch(() => null))?.isFile() === true;
  if (item.output.kind !== 'video' && !isThere) return null;
  const name = expected?.path.split('/').at(-1) ?? project.meta.title;
  if (!expected || !isThere) throw new AppError('media-missing', { name });
  const found = await fingerprintFile(mediaPath);
  if (isSameFile(found, expected.fingerprint)) return found;
  if (item.output.kind === 'video') throw new AppError('media-changed', { name });
  return null;
}

/** What of an item makes a difference to the file. */
function ofItem({ output, trackIds, name, branding, span }: ExportItem) {
  return { output, trackIds, name, branding, span };
}

async function unchanged(
  folder: string,
  name: string,
  inputs: string,
  signal: AbortSignal | undefined,
): Promise<ExportRecord | null> {
  const record = (await readManifest(folder)).files.find(({ file }) => file === name);
  if (record?.inputs !== inputs) return null;
  const found = await statOrNull(join(folder, name)).catch(() => null);
  if (found?.size !== record.sizeBytes) return null;
  return (await sha256Of(join(folder, name), signal)) === record.sha256 ? record : null;
}
