/** What is known of a finished file, for the record of a folder's exports or one beside the file. */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { TextIssue, Tool } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import type {
  ExportCheck,
  ExportManifest,
  ExportRecord,
  MetadataItem,
  RecordedOutput,
} from '../../../shared/domain/export';
import type { Fingerprint } from '../../../shared/domain/project';
import { attachmentLabels } from '../../../shared/ffmpeg/soft-tracks';
import { formatMessage, type MessageKey, type MessageValues } from '../../../shared/messages/index';
import { softTitle } from '../../../shared/video/complete';
import { ioError, removeQuietly, statOrNull, writeFileAtomic } from '../../platform/files';
import type { Clearance, Cleared } from '../safety/clearance';
import { fileMetadata } from '../safety/metadata';
import type { ToolPaths } from '../tools/tools';
import { sha256Of } from './manifest';

/** Follows a file's own name. */
export const BESIDE_ENDING = '.manifest.json';

/** What a record needs to know of the app. */
export interface RecordMeans {
  readonly version: string;
  /** Null where none was at work. */
  readonly tools: {
    list(): Promise<Tool[]>;
    paths(needs?: readonly string[]): Promise<ToolPaths>;
  } | null;
}

export interface FinishedFile {
  /** Under its final name; absolute. */
  readonly path: string;
  readonly output: RecordedOutput;
  readonly languages: readonly string[];
  /** What let it out. */
  readonly clearance: Clearance;
  /** How many names gave way to pseudonyms. */
  readonly replaced: number;
  /** What was checked and said while it was made. */
  readonly checks: readonly ExportCheck[];
  /** Digest of everything it was made from (`digestOf`). */
  readonly inputs: string;
  readonly media: Fingerprint | null;
  /** Labels that were put in on purpose (track titles). */
  readonly labels: readonly string[];
}

/** A finished file of a cleared project, with what is known of it from that. */
export function finished(
  { clearance, replaced, project, parts }: Cleared,
  {
    attached = [],
    ...made
  }: Omit<FinishedFile, 'clearance' | 'replaced' | 'labels'> & {
    /** Names of fonts inside it. */
    readonly attached?: readonly string[];
  },
): FinishedFile {
  const titles = project.tracks.flatMap(({ name, language }) => [name, softTitle(language)]);
  const checks = [...made.checks, ...partsCheck(parts)];
  return { ...made, checks, clearance, replaced, labels: [...titles, ...attachmentLabels(attached)] };
}

/** What was odd in a text that was written, for the record. */
export function noteOf({ code, message }: TextIssue): ExportCheck {
  return { code, result: 'note', message };
}

/** SHA-256 of plain data, in hex. */
export function digestOf(inputs: unknown): string {
  return createHash('sha256').update(JSON.stringify(inputs)).digest('hex');
}

/** Looks through a finished file. One whose metadata holds a listed name is removed again: throws `names-found`; else as `ioError`. Cannot be cancelled: the file is there, and one without its record would tell of nothing. */
export async function recordOf(made: FinishedFile, means: RecordMeans): Promise<ExportRecord> {
  const { path, output, languages, clearance, checks, inputs, media, labels } = made;
  const name = basename(path);
  const tools = output.kind === 'video' ? ((await means.tools?.paths()) ?? null) : null;
  const metadata = await fileMetadata(path, { tools, labels });
  try {
    clearance.checkMetadata(metadata);
  } catch (error) {
    await removeQuietly(path);
    throw error;
  }
  const found = await statOrNull(path);
  if (!found) throw ioError(new AppError('not-found', { name }), name);
  const { overridden, override } = clearance;
  return {
    file: name,
    sizeBytes: found.size,
    sha256: await sha256Of(path),
    output,
    languages: [...languages],
    inputs,
    media,
    tools: await versions(means, output),
    checks: [check('passed', 'export.check.readBack'), ...checks, nameCheck(made), metadataCheck(metadata)],
    metadata,
    overrides: overridden.map(({ place }) => ({ place, reason: override?.reason ?? '' })),
  };
}

/**
 * The record of a file that was made alone, as `FILE.manifest.json` beside it: where a person asked for it, where listed names were
 * let through, and where an earlier one would now say wrong things. A file whose override cannot be recorded is removed again.
 * Throws as `recordOf`, `disk-full`, `no-permission`.
 */
export async function recordBeside(
  made: FinishedFile,
  means: RecordMeans,
  { isWanted }: { readonly isWanted: boolean },
): Promise<void> {
  const beside = `${made.path}${BESIDE_ENDING}`;
  const isOverridden = made.clearance.overridden.length > 0;
  const isStale = (await statOrNull(beside).catch(() => null)) !== null;
  if (!isWanted && !isOverridden && !isStale) return;
  try {
    const manifest: ExportManifest = {
      outspokenManifest: 1,
      files: [await recordOf(made, means)],
    };
    await writeFileAtomic(beside, `${JSON.stringify(manifest, null, 1)}\n`);
  } catch (error) {
    if (isOverridden) await removeQuietly(made.path);
    throw error;
  }
}

/** Texts that went to a program instead of into a file. */
export interface HandedOver {
  readonly cleared: Cleared;
  readonly text: string;
  /** The program's name, without its folder. */
  readonly program: string;
  readonly languages: readonly string[];
}

/**
 * The record of texts handed to a program, as `NAME.manifest.json` at `path` (absolute, without the ending), where listed names are
 * let through in them; nothing else is recorded. Throws `disk-full`, `no-permission`: then nothing may be handed over.
 */
export async function recordHandedOver(
  path: string,
  { cleared, text, program, languages }: HandedOver,
  means: Pick<RecordMeans, 'version'>,
): Promise<void> {
  const { clearance, replaced } = cleared;
  const { overridden, override } = clearance;
  if (overridden.length === 0) return;
  const sha256 = createHash('sha256').update(text).digest('hex');
  const record: ExportRecord = {
    file: basename(path),
    sizeBytes: Buffer.byteLength(text),
    sha256,
    output: { kind: 'drafts', program },
    languages: [...languages],
    inputs: sha256,
    media: null,
    tools: { outspoken: means.version },
    checks: [nameCheck({ clearance, replaced })],
    metadata: [],
    overrides: overridden.map(({ place }) => ({ place, reason: override?.reason ?? '' })),
  };
  const manifest: ExportManifest = { outspokenManifest: 1, files: [record] };
  await writeFileAtomic(`${path}${BESIDE_ENDING}`, `${JSON.stringify(manifest, null, 1)}\n`);
}

async function versions(
  { tools, version }: RecordMeans,
  { kind }: RecordedOutput,
): Promise<Record<string, string>> {
  if (kind !== 'video' || !tools) return { outspoken: version };
  const known = (await tools.list()).flatMap(({ name, version: found }) =>
    found === null ? [] : [[name, found] as const],
  );
  return { outspoken: version, ...Object.fromEntries(known) };
}

/** Where first or family names stand alone; without them, for the record holds no name. */
function partsCheck(parts: Cleared['parts']): ExportCheck[] {
  const [first] = parts;
  if (!first) return [];
  return [check('note', 'export.check.names.parts', { count: parts.length, place: first.place })];
}

function nameCheck({ clearance, replaced }: Pick<FinishedFile, 'clearance' | 'replaced'>): ExportCheck {
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
