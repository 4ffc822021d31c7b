/** What is exported: outputs to choose, a plan of tracks and outputs, the items it becomes, and the record of what was made. */
import { z } from 'zod';
import { Span } from './alignment';
import { Branding } from './branding';
import { Id, LanguageTag } from './common';
import { Fingerprint } from './project';
import { SubtitleFormat, TextOutput, TranscriptFormat } from './text-formats';
import { VideoOutput } from './video-output';

export const SubtitlesOutput = z.object({
  kind: z.literal('subtitles'),
  format: SubtitleFormat,
  /** Names speakers (by pseudonym where one is set) in formats that can. */
  speakers: z.boolean(),
  text: TextOutput,
});
export type SubtitlesOutput = z.infer<typeof SubtitlesOutput>;

export const TranscriptOutput = z.object({
  kind: z.literal('transcript'),
  format: TranscriptFormat,
  /** Names speakers, by pseudonym where one is set. */
  speakers: z.boolean(),
  /** Start of each paragraph, where it is known. */
  times: z.boolean(),
});
export type TranscriptOutput = z.infer<typeof TranscriptOutput>;

/** One kind of file to be made, with all its settings. */
export const ExportOutput = z.discriminatedUnion('kind', [SubtitlesOutput, TranscriptOutput, VideoOutput]);
export type ExportOutput = z.infer<typeof ExportOutput>;

/** What else is recorded: review packets, files of which only times were changed, memories and glossaries, texts handed to a person's own translation program. */
export const RecordedOutput = z.discriminatedUnion('kind', [
  ...ExportOutput.options,
  z.object({ kind: z.literal('packet'), media: z.enum(['none', 'audio', 'video']), transcript: z.boolean() }),
  z.object({ kind: z.literal('retimed'), format: SubtitleFormat }),
  z.object({ kind: z.literal('memory'), format: z.enum(['tmx', 'csv', 'tbx']) }),
  z.object({ kind: z.literal('drafts'), program: z.string().max(100) }),
]);
export type RecordedOutput = z.infer<typeof RecordedOutput>;

/** A file name without its folder: no separators, no control characters, not `.` or `..`. */
export const FileName = z
  .string()
  .min(1)
  .max(255)
  .regex(/^(?!\.{1,2}$)[^/\\\u0000-\u001f]+$/u);

/**
 * What a person asks for: these tracks in these outputs. The order is the order of the work.
 * `naming` is a pattern for file names: `{title}`, `{lang}`, `{output}` and `{ext}` are filled in.
 */
export const ExportPlan = z.object({
  tracks: z.array(Id).max(200),
  outputs: z.array(ExportOutput).min(1).max(100),
  naming: z.string().min(1).max(200),
  /** For videos only: the campaign's logo and card, where the picture is made anew. */
  branding: Branding.optional(),
  /** For videos only: this stretch instead of all. */
  span: Span.optional(),
});
export type ExportPlan = z.infer<typeof ExportPlan>;

/** One file to be made: an output of one track, of several in one file (soft subtitles), or of none (the transcript). */
export const ExportItem = z.object({
  id: Id,
  output: ExportOutput,
  trackIds: z.array(Id).max(200),
  /** For showing; in the order of `trackIds`. */
  languages: z.array(LanguageTag),
  name: FileName,
  /** Left out: none. */
  branding: Branding.optional(),
  /** Left out: all of the film. */
  span: Span.optional(),
});
export type ExportItem = z.infer<typeof ExportItem>;

/** Where a listed name stands in what was to leave the machine. `place` is a sentence part ready to show: `subtitle 12 (ru)`. */
export const NameFinding = z.object({
  kind: z.enum(['cue', 'speaker', 'paragraph', 'file-name', 'metadata', 'label', 'text']),
  place: z.string().max(500),
  /** The list's entry it was found by. */
  name: z.string().max(200),
  /** As it stands there. */
  found: z.string().max(500),
  /** The cue or paragraph, where it is one of the project's. */
  recordId: Id.nullable(),
});
export type NameFinding = z.infer<typeof NameFinding>;

/** A person's typed decision to let listed names through, with the reason that goes into the manifest. */
export const NameOverride = z.object({ reason: z.string().trim().min(8).max(500) });
export type NameOverride = z.infer<typeof NameOverride>;

/** Something that was looked at after a file was made. `note` tells what a person should know though nothing failed. */
export const ExportCheck = z.object({
  code: z.string().max(64),
  result: z.enum(['passed', 'failed', 'note']),
  message: z.string().max(2000),
});
export type ExportCheck = z.infer<typeof ExportCheck>;

/** A piece of metadata a finished file still holds. */
export const MetadataItem = z.object({
  /** Where in the file, e.g. `moov/udta/©too`, `stream 0 tag encoder`, `docProps/core.xml dc:creator`. */
  place: z.string().max(300),
  /** As text, cut to a length that can be shown. */
  value: z.string().max(1000),
  /** Where its bytes begin; null where it has no single place (compressed, computed). */
  offset: z.number().int().min(0).nullable(),
  /** `expected`: the format or the codec cannot do without, and it says nothing of people, places or devices. */
  kind: z.enum(['expected', 'left']),
});
export type MetadataItem = z.infer<typeof MetadataItem>;

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What is known of one file that was made. Holds no name of a person and no folder. */
export const ExportRecord = z.object({
  file: FileName,
  sizeBytes: z.number().int().min(0),
  sha256: Sha256,
  output: RecordedOutput,
  languages: z.array(LanguageTag),
  /** Digest of everything the file was made from (subtitles, style, footage, settings): the same again needs no work. */
  inputs: Sha256,
  media: Fingerprint.nullable(),
  /** By program: `outspoken`, `ffmpeg`. */
  tools: z.record(z.string(), z.string()),
  checks: z.array(ExportCheck),
  metadata: z.array(MetadataItem),
  /** Where listed names were let through, and why. */
  overrides: z.array(z.object({ place: z.string().max(500), reason: z.string().max(500) })),
});
export type ExportRecord = z.infer<typeof ExportRecord>;

/** The record of a folder of exports: one entry a file, by file name. */
export const ExportManifest = z.object({ outspokenManifest: z.literal(1), files: z.array(ExportRecord) });
export type ExportManifest = z.infer<typeof ExportManifest>;
