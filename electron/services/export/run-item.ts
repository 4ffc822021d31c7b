/** Makes one file of a plan, whatever its kind: cleared, written, checked, looked through, recorded. The app's queue and the command line both end here. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Tool } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import type {
  ExportCheck,
  ExportItem,
  ExportRecord,
  MetadataItem,
  NameOverride,
} from '../../../shared/domain/export';
import type { Fingerprint, Project } from '../../../shared/domain/project';
import { formatMessage, type MessageKey, type MessageValues } from '../../../shared/messages/index';
import { scopeOf } from '../../../shared/safety/scope';
import { attachmentLabels } from '../../../shared/ffmpeg/soft-tracks';
import { softTitle } from '../../../shared/video/complete';
import { ioError, removeQuietly, statOrNull } from '../../platform/files';
import { campaignFonts } from '../fonts/campaign-fonts';
import { fingerprintFile, isSameFile } from '../media/fingerprint';
import { Cleared } from '../safety/clearance';
import { fileMetadata } from '../safety/metadata';
import { protectedNames } from '../safety/name-lists';
import type { ToolPaths } from '../tools/tools';
import { readManifest, recordExport, sha256Of } from './manifest';
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
export interface ItemMeans {
  readonly version: string;
  readonly tools: { list(): Promise<Tool[]>; paths(needs?: readonly string[]): Promise<ToolPaths> };
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
 * `cancelled` and what the writers throw; nothing is then left under the final name that was not there before.
 */
export async function runItem(request: ItemRequest, means: ItemMeans, run: ItemRun = {}): Promise<MadeItem> {
  const { item, folder, project } = request;
  const path = join(folder, item.name);
  const media = await mediaOf(request);
  const names = await protectedNames(request.listFolders);
  const scope = scopeOf(item.output, item.trackIds, project);
  const cleared = Cleared.from(project, scope, { names, override: request.override });
  const fonts = (await campaignFonts(request.listFolders)).map(({ file }) => file);
  const inputs = digestOf({ project: cleared.project, item, media, fonts, version: means.version });
  const known = await unchanged(folder, item.name, inputs, run.signal);
  if (known) return { state: 'kept', path, record: known };
  const written = await writeItem(
    { ...request, cleared, mediaPath: media === null ? null : request.mediaPath, path },
    means,
    run,
  );
  const record = await lookThrough(
    path,
    { written: written.checks, attached: written.attached, cleared, item, inputs, media },
    means,
    run,
  );
  await recordExport(folder, record);
  run.onProgress?.(1);
  return { state: 'done', path, record };
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

/** Of everything that makes a difference to the file. */
function digestOf({
  item: { output, trackIds, name, branding, span },
  ...others
}: {
  readonly project: Project;
  readonly item: ExportItem;
  readonly media: Fingerprint | null;
  /** Names of the campaign's font files, which say what is in them. */
  readonly fonts: readonly string[];
  readonly version: string;
}): string {
  return createHash('sha256')
    .update(JSON.stringify({ output, trackIds, name, branding, span, ...others }))
    .digest('hex');
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

interface Written {
  readonly written: readonly ExportCheck[];
  /** Names of fonts inside it. */
  readonly attached: readonly string[];
  readonly cleared: Cleared;
  readonly item: ExportItem;
  readonly inputs: string;
  readonly media: Fingerprint | null;
}

/** What is known of the finished file. One whose metadata holds a listed name is removed again. */
async function lookThrough(
  path: string,
  made: Written,
  means: ItemMeans,
  { signal }: ItemRun,
): Promise<ExportRecord> {
  const { cleared, item, inputs, media, attached } = made;
  const tools = item.output.kind === 'video' ? await means.tools.paths() : null;
  const metadata = await fileMetadata(path, {
    tools,
    signal,
    labels: [
      ...cleared.project.tracks.flatMap(({ name, language }) => [name, softTitle(language)]),
      ...attachmentLabels(attached),
    ],
  });
  try {
    cleared.clearance.checkMetadata(metadata);
  } catch (error) {
    await removeQuietly(path);
    throw error;
  }
  const found = await statOrNull(path);
  if (!found) throw ioError(new AppError('not-found', { name: item.name }), item.name);
  const { overridden, override } = cleared.clearance;
  return {
    file: item.name,
    sizeBytes: found.size,
    sha256: await sha256Of(path, signal),
    output: item.output,
    languages: item.languages,
    inputs,
    media,
    tools: await versions(means, item),
    checks: [
      check('passed', 'export.check.readBack'),
      ...made.written,
      nameCheck(cleared),
      metadataCheck(metadata),
    ],
    metadata,
    overrides: overridden.map(({ place }) => ({ place, reason: override?.reason ?? '' })),
  };
}

async function versions(
  { tools, version }: ItemMeans,
  { output }: ExportItem,
): Promise<Record<string, string>> {
  if (output.kind !== 'video') return { outspoken: version };
  const known = (await tools.list()).flatMap(({ name, version: found }) =>
    found === null ? [] : [[name, found] as const],
  );
  return { outspoken: version, ...Object.fromEntries(known) };
}

function nameCheck({ clearance, replaced }: Cleared): ExportCheck {
  const { overridden, override, size } = clearance;
  if (overridden.length > 0)
    return check('note', 'export.check.names.overridden', {
      count: overridden.length,
      reason: override?.reason ?? '',
    });
  if (replaced > 0) return check('note', 'export.check.names.replaced', { count: replaced });
  return size === 0
    ? check('note', 'export.check.names.none')
    : check('passed', 'export.check.names.passed', { count: size });
}

function metadataCheck(metadata: readonly MetadataItem[]): ExportCheck {
  const left = metadata.filter(({ kind }) => kind === 'left');
  const [first] = left;
  if (!first) return check('passed', 'export.check.metadata.passed');
  return check('failed', 'export.check.metadata.left', {
    count: left.length,
    place: first.place,
    value: first.value.slice(0, 200),
  });
}

function check(result: ExportCheck['result'], code: MessageKey, values: MessageValues = {}): ExportCheck {
  return { code, result, message: formatMessage(code, values) };
}
