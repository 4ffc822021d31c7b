import { basename, dirname, resolve } from 'node:path';
import type { TextIssue } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import type { Span } from '../../../shared/domain/alignment';
import type { Retiming } from '../../../shared/domain/retiming';
import { parseSubtitles } from '../../../shared/formats/document/read';
import { cueBlocks } from '../../../shared/formats/document/write';
import type { SubtitleDocument } from '../../../shared/formats/document/model';
import { writeTimes } from '../../../shared/retime/write-times';
import type { NameOverride } from '../../../shared/domain/export';
import { textBlocks } from '../../../shared/safety/blocks';
import { readFileCapped } from '../../platform/files';
import { MAX_SUBTITLE_BYTES, readSubtitleFile, subtitleFormatOf } from '../convert/subtitle-file';
import { digestOf, noteOf, recordBeside } from '../export/record';
import { checkTarget, prepareTarget, writeExport } from '../export/target';
import { Clearance } from '../safety/clearance';
import { protectedNames } from '../safety/name-lists';
import { decodeText } from '../text/decode';
import { encodeText } from '../text/encode';
import { retimeCues, type RetimeCuesOptions, type RetimeTarget } from './retime-cues';

/** A cue before and after. */
export interface MovedCue {
  /** 1-based place in the file. */
  readonly cue: number;
  readonly from: Span;
  /** Null: it has no place, and is left out of the file. */
  readonly to: Span | null;
}

export interface RetimedFile {
  readonly retiming: Retiming;
  readonly cues: number;
  /** Cues whose times changed, in file order. */
  readonly moved: readonly MovedCue[];
  readonly issues: readonly TextIssue[];
}

export interface RetimeFileOptions extends Omit<RetimeCuesOptions, 'cues' | 'target'> {
  readonly source: string;
  readonly output: string;
  readonly target: RetimeTarget;
  /** Of the source; null: recognised. */
  readonly encoding: string | null;
  /** Files that must not be overwritten, besides the source. */
  readonly keep: readonly string[];
  readonly override?: NameOverride | null | undefined;
  /** Of the app, for the record beside the file. */
  readonly version: string;
  /** Whether that is wanted whatever is let through. */
  readonly manifest: boolean;
}

/**
 * Puts an SRT or VTT file in step and writes it in its own encoding: only times change, everything else stays as it was, byte
 * for byte. Throws as `retimeCues`, and `unknown-format`, `empty-file`, `unreadable-text`, `target-is-source`, `disk-full`, `names-found`….
 */
export async function retimeFile(options: RetimeFileOptions): Promise<RetimedFile> {
  const { source, output, keep } = options;
  await checkTarget(output, [source, ...keep]);
  const file = await readDocument(source, options.encoding);
  const names = await protectedNames([dirname(resolve(source)), dirname(resolve(output))]);
  const clearance = Clearance.of(textBlocks(file.text), { names, override: options.override });
  const target = await prepareTarget(output, [source, ...keep], clearance);
  const blocks = cueBlocks(file.document);
  const retiming = await retimeCues({ ...options, cues: blocks });
  const moved = blocks.flatMap(({ startMs, endMs }, index): MovedCue[] => {
    const to = retiming.times[index] ?? null;
    const isSame = to?.startMs === startMs && to.endMs === endMs;
    return isSame ? [] : [{ cue: index + 1, from: { startMs, endMs }, to }];
  });
  const text = moved.length === 0 ? null : writeTimes(file.document, retiming.times);
  const written = text === null ? { bytes: file.bytes, issues: [] } : file.encode(text);
  await writeExport(target, written.bytes);
  const issues = [...file.issues, ...written.issues];
  const made = {
    path: target.path,
    output: { kind: 'retimed', format: file.format },
    languages: [],
    clearance,
    replaced: 0,
    checks: issues.map(noteOf),
    inputs: digestOf({ text: file.text, times: retiming.times, version: options.version }),
    media: null,
    labels: [],
  } as const;
  await recordBeside(made, { version: options.version, tools: null }, { isWanted: options.manifest });
  return { retiming, cues: blocks.length, moved, issues };
}

interface OpenDocument {
  readonly format: 'srt' | 'vtt';
  readonly document: SubtitleDocument;
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly issues: readonly TextIssue[];
  encode(text: string): { bytes: Uint8Array; issues: readonly TextIssue[] };
}

async function readDocument(path: string, chosen: string | null): Promise<OpenDocument> {
  const name = basename(path);
  const format = subtitleFormatOf(path);
  if (format !== 'srt' && format !== 'vtt') throw new AppError('unknown-format', { name, known: 'srt, vtt' });
  const bytes = await readFileCapped(path, MAX_SUBTITLE_BYTES);
  if (bytes.length === 0) throw new AppError('empty-file', { name });
  const { text, guess, issues } = decodeText(bytes, chosen, name);
  const document = parseSubtitles(text, name);
  // A text that its encoding does not give back byte for byte was damaged before: then UTF-8 loses no more.
  const again = encodeText(text, { ...guess, lineEnd: 'lf' }).bytes;
  const isFaithful = Buffer.from(again).equals(bytes);
  return {
    format,
    document,
    text,
    bytes,
    issues: [...issues, ...document.issues],
    encode: (changed) =>
      encodeText(
        changed,
        isFaithful ? { ...guess, lineEnd: 'lf' } : { encoding: 'utf8', bom: false, lineEnd: 'lf' },
      ),
  };
}

/** A subtitle file to put others in step with. Throws as `readSubtitleFile`, and `no-cues`. */
export async function targetFromFile(path: string): Promise<RetimeTarget> {
  const { cues } = await readSubtitleFile(path, null);
  if (cues.length === 0) throw new AppError('no-cues');
  return { kind: 'cues', spans: cues.map(({ startMs, endMs }) => ({ startMs, endMs })), durationMs: null };
}
