import { realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import type { EncodingGuess, TextIssue, TextOutput } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import { writeCuesAs } from '../export/subtitles';
import { KNOWN_SUBTITLES, readSubtitleFile, subtitleFormatOf, trackOf } from './subtitle-file';

export interface Conversion {
  readonly cues: number;
  readonly encoding: EncodingGuess;
  /** What was odd on reading, then what the target's format cannot hold. */
  readonly issues: readonly TextIssue[];
}

/**
 * Converts a subtitle file into another of the format its name says, checked by reading it back, written whole or not at all.
 * Throws as `readSubtitleFile`, `no-cues`, `target-is-source`, and what writing throws.
 */
export async function convertSubtitles(options: {
  readonly source: string;
  readonly target: string;
  readonly encoding: string | null;
  readonly language: string | null;
  readonly output: TextOutput;
}): Promise<Conversion> {
  const { source, target } = options;
  const format = subtitleFormatOf(target);
  if (!format) throw new AppError('unknown-format', { name: basename(target), known: KNOWN_SUBTITLES });
  const file = await readSubtitleFile(source, options.encoding);
  const sameFile = (await realpath(source)) === (await realpath(target).catch(() => target));
  if (sameFile) throw new AppError('target-is-source');
  if (file.cues.length === 0) throw new AppError('no-cues');
  const { track, cues } = trackOf(file, options.language ?? file.language ?? 'und');
  const written = await writeCuesAs({
    format,
    cues,
    track,
    targetPath: target,
    voices: file.cues.map(({ speaker }) => speaker),
    output: options.output,
  });
  return { cues: cues.length, encoding: file.encoding, issues: [...file.issues, ...written.issues] };
}
