/**
 * THE contract between screens and services: every method with the schemas of what goes in and comes out.
 * Hosts validate both ways; types are inferred. A new call touches this file and one handler in `electron/compose.ts`.
 * Payloads are plain JSON: no undefined, NaN, dates or bytes (binary travels as base64).
 */
import { z } from 'zod';
import { Alignment, Span } from '../domain/alignment';
import { JournalEntry } from '../domain/change';
import { Id, LanguageTag, Time } from '../domain/common';
import { CampaignFont } from '../domain/font';
import { ErrorData, Job } from '../domain/job';
import { MediaInfo } from '../domain/media';
import { PlacedText } from '../domain/placement';
import { Retiming } from '../domain/retiming';
import {
  ExportCheck,
  ExportItem,
  ExportPlan,
  ExportRecord,
  NameFinding,
  NameOverride,
} from '../domain/export';
import { ExportQueue } from '../domain/queue';
import { MediaReference, Project } from '../domain/project';
import { VideoOutput } from '../domain/video-output';
import { Initials, Note } from '../domain/review';
import { SubtitleFormat, TextOutput, TranscriptFormat } from '../domain/text-formats';

export { SubtitleFormat, TextOutput, TranscriptFormat };

/** Stands for a file or folder that the person opened in this session; paths stay with the services. */
export const Handle = z.string().regex(/^file_[A-Za-z0-9_-]{22,64}$/);

export const FileInfo = z.object({
  handle: Handle,
  /** File name without its folder. */
  name: z.string(),
  kind: z.enum(['file', 'folder']),
  sizeBytes: z.number().int().min(0).nullable(),
});

/** Something odd in an imported text: 1-based line (0: the whole file), a code, and a sentence. */
export const TextIssue = z.object({ line: z.number().int().min(0), code: z.string(), message: z.string() });

export const EncodingGuess = z.object({
  /** Name iconv-lite knows, e.g. `utf8`, `windows-1251`, `rk1048`. */
  encoding: z.string(),
  bom: z.boolean(),
  /** 0 to 1; under 0.1 the person should choose from a preview. */
  confidence: z.number().min(0).max(1),
  alternatives: z.array(z.string()),
});

export const TranscriptDraft = z.object({
  speakers: z.array(z.object({ name: z.string() })),
  paragraphs: z.array(
    z.object({
      /** Index into `speakers`; null where nobody is named. */
      speaker: z.number().int().min(0).nullable(),
      hintMs: Time.nullable(),
      text: z.string(),
    }),
  ),
  /** The timed cues, where the source was a subtitle file. Text as in `Cue.text`. */
  cues: z.array(z.object({ startMs: Time, endMs: Time, text: z.string() })).nullable(),
  /** Null for pasted text and documents that carry their own encoding. */
  encoding: EncodingGuess.nullable(),
  issues: z.array(TextIssue),
});

/** Where a transcript comes from: a file the person opened, dropped bytes, or pasted text. */
export const TextSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('file'), file: Handle }),
  z.object({ kind: z.literal('bytes'), name: z.string().max(255), base64: z.string().max(72_000_000) }),
  z.object({ kind: z.literal('text'), text: z.string().max(52_428_800) }),
]);

export const MediaState = z.object({
  /** `missing`: not where the project says. `changed`: there, but another file. `none`: the project has no footage yet. */
  state: z.enum(['ok', 'missing', 'changed', 'none']),
  file: FileInfo.nullable(),
  info: MediaInfo.nullable(),
  /** Address for the media element (`media://…` or the loopback media port). */
  url: z.string().nullable(),
  problem: ErrorData.nullable(),
});

export const OpenedProject = z.object({
  /** Names the open project in later calls. */
  session: Id,
  /** Null while it is a draft that the person has not saved anywhere yet (it is kept safe all the same). */
  file: FileInfo.nullable(),
  project: Project,
  /** Every step still known, oldest first, for undo and redo across restarts. */
  history: z.array(JournalEntry),
  /** Seq of the last entry that the project file on disk holds. */
  savedSeq: z.number().int().min(0),
  /** Why it cannot be changed here; null when it can. */
  readOnly: z.string().nullable(),
  media: MediaState,
  /** What had to be said on opening: a damaged journal tail, a recovered state… */
  notices: z.array(ErrorData),
});

export const Tool = z.object({
  name: z.enum(['ffmpeg', 'ffprobe']),
  path: z.string().nullable(),
  version: z.string().nullable(),
  /** Filters and encoders the app needs and this one lacks. */
  missing: z.array(z.string()),
  problem: ErrorData.nullable(),
});

/** Which keys a person works with: a preset, and what they changed of it. */
export const KeyChoice = z.object({
  preset: z.enum(['outspoken', 'subtitle-edit', 'aegisub']),
  /** By command: its shortcuts, e.g. `Mod+Shift+S`, the shown one first; none takes its keys away. */
  changed: z.record(z.string().max(100), z.array(z.string().min(1).max(40)).max(6)),
});

export const Settings = z.object({
  theme: z.enum(['system', 'dark', 'light', 'contrast']),
  /** How the interface is laid out, whatever the languages of the subtitles. */
  direction: z.enum(['ltr', 'rtl']),
  ffmpegPath: z.string().max(4096).nullable(),
  keys: KeyChoice,
  /** Sizes and visibility of panels, as the screens last left them. Plain data of the renderer's own. */
  layout: z.record(z.string(), z.union([z.number(), z.boolean(), z.string()])),
});

export const RecentProject = z.object({
  file: FileInfo,
  title: z.string(),
  openedAt: z.number(),
  /** True for a draft that was never saved under a name. */
  draft: z.boolean(),
  missing: z.boolean(),
  /** A draft that the person took off the list: it is still there, and shown only to whoever asks. */
  takenOff: z.boolean(),
});

export const JobResult = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('align'),
    alignment: Alignment,
    /** The stretch that was listened to; null: all of the sound. */
    range: Span.nullable(),
  }),
  z.object({
    kind: z.literal('waveform'),
    /** Buckets per second at level 0; each level has a quarter of the buckets of the one before. */
    bucketsPerSecond: z.number(),
    levels: z.array(z.object({ buckets: z.number().int() })),
    durationMs: Time,
  }),
  z.object({ kind: z.literal('frames'), count: z.number().int(), variable: z.boolean() }),
  /** When shots begin, ms with fractions. */
  z.object({
    kind: z.literal('spectrogram'),
    columnsPerSecond: z.number(),
    bands: z.number().int(),
    levels: z.array(z.object({ columns: z.number().int() })),
  }),
  z.object({ kind: z.literal('shots'), shotsMs: z.array(z.number()) }),
  z.object({ kind: z.literal('proxy'), url: z.string() }),
  z.object({
    kind: z.literal('export-video'),
    file: FileInfo,
    durationMs: Time,
    checks: z.array(ExportCheck),
  }),
  z.object({ kind: z.literal('export'), state: z.enum(['done', 'kept']), record: ExportRecord }),
  z.object({ kind: z.literal('export-subtitles'), file: FileInfo, cues: z.number().int() }),
  /** `cues` are the ids that `retiming.times` belong to, in that order. */
  z.object({ kind: z.literal('retime'), cues: z.array(Id), retiming: Retiming }),
  z.object({ kind: z.literal('packet'), file: FileInfo }),
  z.object({ kind: z.literal('sample'), media: FileInfo, transcript: FileInfo }),
]);

/** What a person may choose about a subtitle file. Left out: nobody named, UTF-8, LF, no byte order mark. */
export const SubtitleOptions = z.object({
  /** Names speakers (by pseudonym where one is set) in formats that can. */
  speakers: z.boolean(),
  output: TextOutput,
});

/** Of every call that writes something for others: a person's typed decision to let listed names through. */
const mayOverride = { override: NameOverride.nullable().optional() };

/** Pictures of the campaign that go into a video: a logo over it, a card after its end. */
export const VideoBranding = z.object({
  logo: z
    .object({ file: Handle, corner: z.enum(['top-left', 'top-right', 'bottom-left', 'bottom-right']) })
    .nullable(),
  endCard: z.object({ file: Handle, durationMs: z.number().int().min(500).max(30_000) }).nullable(),
});

/** What goes into a review packet. */
export const PacketChoice = z.object({
  trackIds: z.array(Id).max(200),
  /** Of the packet's own page. */
  language: z.enum(['en', 'ru', 'kk', 'es', 'fr', 'ar']),
  transcript: z.boolean(),
  media: z.enum(['none', 'audio', 'video']),
  /** Of the small video, in lines. */
  height: z.number().int().min(64).max(720),
});

/** One file that should be a review, as read. */
export const ReviewFile = z.object({
  name: z.string(),
  /** Why nothing of it can be merged; null where something can. */
  problem: ErrorData.nullable(),
  initials: Initials,
  notes: z.array(Note),
  /** Entries that could not be read. */
  unreadable: z.number().int().min(0),
  /** It ends before its end; what could be read stands. */
  isCut: z.boolean(),
});

/** A sentence and its translation. */
const MemoryUnit = z.object({ source: z.string(), target: z.string() });

const nothing = z.object({});
const inSession = z.object({ session: Id });
const method = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output });

/** A file, heard with its main sound or another of its own (index of the stream). */
const heardFile = z.object({ file: Handle, sound: z.number().int().min(0).optional() });

export const contract = {
  'app.info': method(
    nothing,
    z.object({
      version: z.string(),
      host: z.enum(['window', 'web', 'cli']),
      /** True: `files.pick` shows the system's dialogs. False: the screen shows its own, made of `files.list`. */
      nativeDialogs: z.boolean(),
      tools: z.array(Tool),
    }),
  ),
  'settings.get': method(nothing, Settings),
  'settings.set': method(Settings.partial(), Settings),
  'recent.list': method(nothing, z.array(RecentProject)),
  'recent.forget': method(z.object({ file: Handle }), nothing),

  /** Entries of a folder (null: the person's home), folders first, by name; `parent` null at a root. */
  'files.list': method(
    z.object({ folder: Handle.nullable() }),
    z.object({ folder: FileInfo, parent: FileInfo.nullable(), path: z.string(), entries: z.array(FileInfo) }),
  ),
  /** A handle for a path the person typed or pasted. */
  'files.find': method(z.object({ path: z.string().min(1).max(4096) }), FileInfo),
  /** A handle to write a new file `name` in `folder`; `exists` asks for a confirmation. */
  'files.target': method(
    z.object({ folder: Handle, name: z.string().min(1).max(255) }),
    z.object({ file: FileInfo, exists: z.boolean() }),
  ),
  /** The system's own dialog (window host only); null when the person cancelled. */
  'files.pick': method(
    z.object({
      purpose: z.enum([
        'media',
        'transcript',
        'project',
        'font',
        'folder',
        'save-project',
        'save-subtitles',
        'save-transcript',
        'save-video',
        'review',
        'save-packet',
      ]),
      suggestedName: z.string().max(255).nullable(),
    }),
    FileInfo.nullable(),
  ),

  /** A new project as a draft, with or without footage. */
  'project.create': method(
    z.object({ media: Handle.nullable(), language: LanguageTag, title: z.string().max(500) }),
    OpenedProject,
  ),
  /** `readOnly`: only to look; takes no lock and writes nothing, so it disturbs nobody who has it open. */
  'project.open': method(z.object({ file: Handle, readOnly: z.boolean().optional() }), OpenedProject),
  /** Adds steps to the journal. Answered once they are safe on disk. Refused whole if a seq is not the next one. */
  'project.append': method(
    inSession.extend({ entries: z.array(JournalEntry).min(1) }),
    z.object({ seq: z.number().int() }),
  ),
  /** Writes the project file. Fails with `bad-request` for a draft: those take `project.saveAs`. */
  'project.save': method(inSession, z.object({ savedSeq: z.number().int() })),
  'project.saveAs': method(
    inSession.extend({ file: Handle }),
    z.object({ savedSeq: z.number().int(), file: FileInfo }),
  ),
  'project.close': method(inSession, nothing),
  /** Looks at a file to become the project's footage; the caller records `reference` as an edit. With `sameAs` set, another file is refused (`media-changed`). */
  'project.useMedia': method(
    inSession.extend({ file: Handle, sameAs: MediaReference.nullable() }),
    z.object({ reference: MediaReference, media: MediaState }),
  ),

  'media.probe': method(z.object({ file: Handle }), MediaInfo),
  /** Starts (or finds cached) the peak pyramid; job result `waveform`. */
  'media.waveform': method(heardFile, Job),
  /** Interleaved int8 min, max of buckets `[from, to)` of one level. */
  'media.peaks': method(
    heardFile.extend({
      level: z.number().int().min(0),
      from: z.number().int().min(0),
      to: z.number().int().min(0),
    }),
    z.object({ base64: z.string() }),
  ),
  /** Starts (or finds cached) the spectrogram; job result `spectrogram`. */
  'media.spectrogram': method(heardFile, Job),
  /** Columns `[from, to)` of one level: `bands` bytes each, lowest pitch first, 0 silent to 255 full scale. */
  'media.spectrogramColumns': method(
    heardFile.extend({
      level: z.number().int().min(0),
      from: z.number().int().min(0),
      to: z.number().int().min(0),
    }),
    z.object({ base64: z.string() }),
  ),
  /** Starts (or finds cached) the frame index; job result `frames`. */
  'media.frames': method(z.object({ file: Handle }), Job),
  /** Presentation times in ms (fractions kept) of frames `[from, to)`. */
  'media.frameTimes': method(
    z.object({ file: Handle, from: z.number().int().min(0), to: z.number().int().min(0) }),
    z.object({ timesMs: z.array(z.number()) }),
  ),
  /** Starts (or finds cached) the search for shot changes; job result `shots`. */
  'media.shots': method(z.object({ file: Handle }), Job),
  /** The shot changes of footage that was looked through before; null otherwise. */
  'media.knownShots': method(
    z.object({ file: Handle }),
    z.object({ shotsMs: z.array(z.number()).nullable() }),
  ),
  /** Makes a preview that Chromium can show; job result `proxy`. */
  'media.proxy': method(heardFile, Job),

  'transcript.read': method(
    z.object({ source: TextSource, language: LanguageTag, encoding: z.string().max(40).nullable() }),
    TranscriptDraft,
  ),
  /**
   * Times the open project's transcript against its footage, around the words that a person fixed; job result `align`. The
   * caller records it as an edit. `words`: only from one word to another, with the doubtful ones around them; null: all.
   * Told meanwhile: `align.draft`.
   */
  'align.start': method(inSession.extend({ words: z.object({ from: Id, to: Id }).nullable() }), Job),

  /** What memories and glossaries beside the project, and the project itself, have for a translated cue. */
  'translation.help': method(
    inSession.extend({ cue: Id }),
    z.object({
      matches: z.array(MemoryUnit.extend({ score: z.number().min(0).max(1) })),
      terms: z.array(
        z.object({
          source: z.string(),
          target: z.string(),
          forbidden: z.array(z.string()),
          /** Whether the translation has it; null where there is nothing to look for. */
          isUsed: z.boolean().nullable(),
          wrong: z.array(z.string()),
        }),
      ),
      unreadable: z.array(z.string()),
    }),
  ),
  /** Where a phrase stands in memories and project, on either side. */
  'translation.search': method(
    inSession.extend({ track: Id, phrase: z.string().max(500) }),
    z.object({ units: z.array(MemoryUnit) }),
  ),
  /** Adds what is translated in a track to the memory file beside the project. */
  'translation.keep': method(
    inSession.extend({ track: Id }),
    z.object({ file: z.string(), units: z.number().int() }),
  ),
  /**
   * Places a whole translation (text, Word, a table) on the source's cues; nothing is changed: the caller shows it and records
   * it as an edit. `profileId` null: the language's own.
   */
  'translation.place': method(
    inSession.extend({
      language: LanguageTag,
      profileId: z.string().max(64).nullable(),
      source: TextSource,
      encoding: z.string().max(40).nullable(),
    }),
    z.object({
      placed: PlacedText,
      /** True where the rows of a table said what belongs to what. */
      isTable: z.boolean(),
      encoding: EncodingGuess.nullable(),
      issues: z.array(TextIssue),
    }),
  ),

  /** What a format cannot hold of a track, before it is written: the same issues that writing gives. */
  'export.limits': method(
    inSession.extend({ track: Id, format: SubtitleFormat, options: SubtitleOptions.optional() }),
    z.object({ issues: z.array(TextIssue) }),
  ),
  /** Looks where a track's cues belong: by the footage's sound (`other` null) or by another track; job result `retime`. The caller records it as an edit. */
  'retime.start': method(inSession.extend({ track: Id, other: Id.nullable() }), Job),

  'export.subtitles': method(
    inSession.extend({
      track: Id,
      format: SubtitleFormat,
      target: Handle,
      options: SubtitleOptions.optional(),
      ...mayOverride,
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
      ...mayOverride,
    }),
    z.object({ file: FileInfo, paragraphs: z.number().int() }),
  ),
  /**
   * Makes one video: `tracks` is the one that is drawn, those a player can switch on, or none, as `output.delivery` says.
   * `span`: only that stretch, widened to whole pictures. Job result `export-video`.
   */
  'export.video': method(
    inSession.extend({
      output: VideoOutput,
      tracks: z.array(Id).max(200),
      target: Handle,
      span: Span.nullable(),
      branding: VideoBranding.optional(),
      ...mayOverride,
    }),
    Job,
  ),

  /** The font files of the project's campaign. */
  'fonts.list': method(inSession, z.object({ fonts: z.array(CampaignFont) })),
  /** Copies a font file to the campaign's others; answers all. Throws `bad-font`. */
  'fonts.add': method(inSession.extend({ file: Handle }), z.object({ fonts: z.array(CampaignFont) })),
  /** A font of the campaign as it is drawn with. */
  'fonts.read': method(
    inSession.extend({ file: z.string().max(100) }),
    z.object({ base64: z.string().max(72_000_000) }),
  ),

  /** Which of these words (`shared/spelling/words.ts`) no dictionary of a language knows; none where there is no dictionary. */
  'spelling.check': method(
    z.object({ language: LanguageTag, words: z.array(z.string().min(1).max(100)).max(200_000) }),
    z.object({ hasDictionary: z.boolean(), wrong: z.array(z.string()) }),
  ),
  /** What a word was meant to be, best first. */
  'spelling.suggest': method(
    z.object({ language: LanguageTag, word: z.string().min(1).max(100) }),
    z.object({ words: z.array(z.string()) }),
  ),
  /** The words the project's campaign has learnt in a language; a draft belongs to none and cannot learn. */
  'spelling.learnt': method(
    inSession.extend({ language: LanguageTag }),
    z.object({ words: z.array(z.string()), canLearn: z.boolean() }),
  ),
  /** Adds a word to them or takes it out; answers all. */
  'spelling.learn': method(
    inSession.extend({
      language: LanguageTag,
      word: z.string().trim().min(1).max(100),
      isLearnt: z.boolean(),
    }),
    z.object({ words: z.array(z.string()) }),
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
          replaced: z.number().int(),
          problem: ErrorData.nullable(),
        }),
      ),
      /** How many names are looked for, and why they cannot be where a list is unreadable. */
      protectedNames: z.number().int(),
      problem: ErrorData.nullable(),
      neededBytes: z.number(),
      freeBytes: z.number().nullable(),
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

  /** Writes a review packet: one web page for any browser; job result `packet`. */
  'review.packet': method(
    inSession.extend({ choice: PacketChoice, target: Handle }).extend(mayOverride),
    Job,
  ),
  /** Reads reviews of the open project, each by itself; of a folder, those in it. The caller records them as an edit. */
  'review.read': method(
    inSession.extend({ sources: z.array(TextSource).min(1).max(1000) }),
    z.object({ reviews: z.array(ReviewFile) }),
  ),

  /** Makes the sample interview in the app's own folder; job result `sample`. */
  'sample.make': method(nothing, Job),

  'jobs.list': method(nothing, z.array(Job)),
  'jobs.cancel': method(z.object({ job: Id }), nothing),
  /** The result of a job that is done; `not-found` for any other. */
  'jobs.result': method(z.object({ job: Id }), JobResult),
} as const;

export type Contract = typeof contract;
export type MethodName = keyof Contract;
export type Input<M extends MethodName> = z.infer<Contract[M]['input']>;
export type Output<M extends MethodName> = z.infer<Contract[M]['output']>;

export type Handle = z.infer<typeof Handle>;
export type FileInfo = z.infer<typeof FileInfo>;
export type TextIssue = z.infer<typeof TextIssue>;
export type EncodingGuess = z.infer<typeof EncodingGuess>;
export type TranscriptDraft = z.infer<typeof TranscriptDraft>;
export type TextSource = z.infer<typeof TextSource>;
export type MediaState = z.infer<typeof MediaState>;
export type OpenedProject = z.infer<typeof OpenedProject>;
export type Tool = z.infer<typeof Tool>;
export type KeyChoice = z.infer<typeof KeyChoice>;
export type Settings = z.infer<typeof Settings>;
export type RecentProject = z.infer<typeof RecentProject>;
export type JobResult = z.infer<typeof JobResult>;
export type PacketChoice = z.infer<typeof PacketChoice>;
export type ReviewFile = z.infer<typeof ReviewFile>;
export type SubtitleOptions = z.infer<typeof SubtitleOptions>;
