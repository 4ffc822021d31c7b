/** Everything that leaves: subtitles, videos, plans and the queue. */
import { z } from 'zod';
import { Span } from '../../domain/alignment';
import { Branding } from '../../domain/branding';
import { Id, Time } from '../../domain/common';
import { OutputContrast } from '../../domain/contrast';
import { ExportItem, ExportPlan, NameFinding, NameOverride } from '../../domain/export';
import { ErrorData, Job } from '../../domain/job';
import { ExportQueue } from '../../domain/queue';
import { SubtitleFormat, TextOutput, TranscriptFormat } from '../../domain/text-formats';
import { VideoOutput } from '../../domain/video-output';
import { GivenBranding } from './branding';
import { Handle, FileInfo, TextIssue, nothing, inSession, method } from './common';

/** What a person may choose about a subtitle file. Left out: nobody named, UTF-8, LF, no byte order mark. */
export const SubtitleOptions = z.object({
  /** Names speakers (by pseudonym where one is set) in formats that can. */
  speakers: z.boolean(),
  output: TextOutput,
});

/** Of every call that writes something for others: a person's typed decision to let listed names through. */
const mayOverride = { override: NameOverride.nullable().optional() };

/**
 * Of every call that writes one file: also whether it gets a record of its own beside it (`FILE.manifest.json`). Where listed names
 * were let through it always does.
 */
export const writesAlone = { ...mayOverride, manifest: z.boolean().optional() };

/** See `contract.ts`. */
export const exportCalls = {
  /** What a format cannot hold of a track, before it is written: the same issues that writing gives. */
  'export.limits': method(
    inSession.extend({ track: Id, format: SubtitleFormat, options: SubtitleOptions.optional() }),
    z.object({ issues: z.array(TextIssue) }),
  ),
  'export.subtitles': method(
    inSession.extend({
      track: Id,
      format: SubtitleFormat,
      target: Handle,
      options: SubtitleOptions.optional(),
      ...writesAlone,
    }),
    z.object({ file: FileInfo, cues: z.number().int(), issues: z.array(TextIssue) }),
  ),
  /** The transcript as a document; speakers by pseudonym where one is set. */
  'export.transcript': method(
    inSession.extend({
      format: TranscriptFormat,
      target: Handle,
      speakers: z.boolean(),
      /** Start of each paragraph, where it is known. */
      times: z.boolean(),
      ...writesAlone,
    }),
    z.object({ file: FileInfo, paragraphs: z.number().int() }),
  ),
  /**
   * Makes one video: `tracks` is the one that is drawn, those a player can switch on, or none, as `output.delivery` says.
   * `span`: only that stretch, widened to whole pictures. `branding`: the campaign's pictures; `given`: a person's own instead. Job result `export-video`.
   */
  'export.video': method(
    inSession.extend({
      output: VideoOutput,
      tracks: z.array(Id).max(200),
      target: Handle,
      span: Span.nullable(),
      branding: Branding.optional(),
      given: GivenBranding.optional(),
      ...writesAlone,
    }),
    Job,
  ),
  /**
   * Looks at a plan before it is begun: every file with what its format cannot hold, listed names in it, whether it is there already.
   * `folder` null: not chosen yet. `freeBytes` null where the disk does not say.
   */
  'export.check': method(
    inSession.extend({ plan: ExportPlan, folder: Handle.nullable() }),
    z.object({
      files: z.array(
        z.object({
          item: ExportItem,
          exists: z.boolean(),
          issues: z.array(TextIssue),
          names: z.array(NameFinding),
          /** First and family names of listed people that stand alone: they stop nothing, a person has to look. */
          parts: z.array(NameFinding),
          replaced: z.number().int(),
          problem: ErrorData.nullable(),
          /** Null where nothing is drawn into the picture. */
          contrast: OutputContrast.nullable(),
        }),
      ),
      /** How many names are looked for, and why they cannot be where a list is unreadable. */
      protectedNames: z.number().int(),
      problem: ErrorData.nullable(),
      neededBytes: z.number(),
      freeBytes: z.number().nullable(),
    }),
  ),
  /**
   * One picture of a video that would be made, as small as a thumbnail: drawn by the very graph of the export. The next one that is
   * asked for of a project takes its place: throws `cancelled` then.
   */
  'export.still': method(
    inSession.extend({
      output: VideoOutput,
      track: Id,
      branding: Branding,
      atMs: Time,
      /** The end card in place of the film. */
      card: z.boolean(),
    }),
    z.object({
      /** JPEG. */
      base64: z.string().max(8_000_000),
      /** Of the video itself. */
      width: z.number().int(),
      height: z.number().int(),
    }),
  ),
  /** Makes one file of a plan at once, beside the queue: for the command line. Idempotent; job result `export`. */
  'export.run': method(inSession.extend({ item: ExportItem, folder: Handle, ...mayOverride }), Job),
  'queue.get': method(nothing, ExportQueue),
  /** Adds the files of a plan, made from the project as it is now. */
  'queue.add': method(inSession.extend({ plan: ExportPlan, folder: Handle, ...mayOverride }), ExportQueue),
  'queue.move': method(z.object({ entry: Id, before: Id.nullable() }), ExportQueue),
  'queue.pause': method(z.object({ paused: z.boolean() }), ExportQueue),
  /** One entry, or (null) all that are open. */
  'queue.cancel': method(z.object({ entry: Id.nullable() }), ExportQueue),
  'queue.retry': method(z.object({ entry: Id }), ExportQueue),
  /** Takes ended entries off the list; their files stay. */
  'queue.clear': method(nothing, ExportQueue),
};

export type SubtitleOptions = z.infer<typeof SubtitleOptions>;
