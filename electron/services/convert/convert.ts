import { realpath } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import type { EncodingGuess, TextIssue, TextOutput } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import type { NameOverride } from '../../../shared/domain/export';
import { familiesOf } from '../../../shared/style/campaign-families';
import { publicName } from '../../../shared/domain/public-name';
import type { Cue, Track } from '../../../shared/domain/track';
import { emptyProject } from '../../../shared/history/tables';
import { digestOf, finished, noteOf, recordBeside } from '../export/record';
import { campaignFonts } from '../fonts/campaign-fonts';
import { writeCuesAs } from '../export/subtitles';
import { Cleared, type ClearanceOptions } from '../safety/clearance';
import { protectedNames } from '../safety/name-lists';
import {
  KNOWN_SUBTITLES,
  readSubtitleFile,
  subtitleFormatOf,
  trackOf,
  type SubtitleFile,
} from './subtitle-file';

export interface Conversion {
  readonly cues: number;
  readonly encoding: EncodingGuess;
  /** What was odd on reading, then what the target's format cannot hold. */
  readonly issues: readonly TextIssue[];
}

/**
 * Converts a subtitle file into another of the format its name says, checked by reading it back, written whole or not at all.
 * Names listed beside either file, or above, stop it or give way to their pseudonyms.
 * Throws as `readSubtitleFile`, `no-cues`, `target-is-source`, `names-found`, and what writing throws.
 */
export async function convertSubtitles(options: {
  readonly source: string;
  readonly target: string;
  readonly encoding: string | null;
  readonly language: string | null;
  readonly output: TextOutput;
  readonly override?: NameOverride | null | undefined;
  /** Of the app, for the record beside the file. */
  readonly version: string;
  /** Whether that is wanted whatever is let through. */
  readonly manifest: boolean;
}): Promise<Conversion> {
  const { source, target } = options;
  const format = subtitleFormatOf(target);
  if (!format) throw new AppError('unknown-format', { name: basename(target), known: KNOWN_SUBTITLES });
  const file = await readSubtitleFile(source, options.encoding);
  const sameFile = (await realpath(source)) === (await realpath(target).catch(() => target));
  if (sameFile) throw new AppError('target-is-source');
  if (file.cues.length === 0) throw new AppError('no-cues');
  const { track, cues } = trackOf(file, options.language ?? file.language ?? 'und');
  const names = await protectedNames([dirname(resolve(source)), dirname(resolve(target))]);
  const cleared = clearedFile(file, { track, cues }, { names, override: options.override });
  const { project, clearance } = cleared;
  const written = await writeCuesAs({
    format,
    cues: project.cues,
    track,
    targetPath: target,
    clearance,
    voices: project.cues.map(({ speakerId }) => publicName(project.speakers, speakerId)),
    output: options.output,
    fonts: familiesOf(await campaignFonts([dirname(resolve(source)), dirname(resolve(target))])),
  });
  const issues = [...file.issues, ...written.issues];
  const output = { kind: 'subtitles', format, speakers: true, text: options.output } as const;
  const made = finished(cleared, {
    path: await realpath(target),
    output,
    languages: [track.language],
    checks: issues.map(noteOf),
    inputs: digestOf({ output, project, version: options.version }),
    media: null,
  });
  await recordBeside(made, { version: options.version, tools: null }, { isWanted: options.manifest });
  return { cues: cues.length, encoding: file.encoding, issues };
}

/** A file's subtitles and their speakers as a project that is all in scope. */
function clearedFile(
  file: SubtitleFile,
  { track, cues }: { readonly track: Track; readonly cues: readonly Cue[] },
  options: ClearanceOptions,
): Cleared {
  const voices = [...new Set(file.cues.flatMap(({ speaker }) => speaker ?? []))];
  const idOf = (speaker: string | null) => (speaker === null ? null : `speaker-${voices.indexOf(speaker)}`);
  const project = {
    ...emptyProject({ id: 'file', title: '', language: track.language }),
    tracks: [track],
    speakers: voices.map((name, order) => ({ id: idOf(name) ?? '', order, name, pseudonym: null })),
    cues: cues.map((cue, index) => ({ ...cue, speakerId: idOf(file.cues[index]?.speaker ?? null) })),
  };
  const scope = { trackIds: [track.id], speakers: true, transcript: false, labels: true };
  return Cleared.from(project, scope, options);
}
