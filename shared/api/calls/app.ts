/** The app itself: settings, recent projects, files, the sample. */
import { z } from 'zod';
import { ErrorData, Job } from '../../domain/job';
import { Translator } from '../../domain/translator';
import { Handle, FileInfo, nothing, method } from './common';

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
  /** What is heard of subtitles while the film plays: tones where they come and go, their text by the screen reader. */
  listening: z.object({ tones: z.boolean(), spoken: z.boolean() }),
  /** The program that translates; null (the default): none. */
  translator: Translator.nullable(),
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

/** See `contract.ts`. */
export const appCalls = {
  'app.info': method(
    nothing,
    z.object({
      version: z.string(),
      host: z.enum(['window', 'web', 'cli']),
      /** True: `files.pick` shows the system's dialogs. False: the screen shows its own, made of `files.list`. */
      nativeDialogs: z.boolean(),
      /** False: settings that name programs are changed elsewhere than on a page. */
      setsPrograms: z.boolean(),
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
        'picture',
        'names',
        'folder',
        'save-project',
        'save-subtitles',
        'save-transcript',
        'review',
        'save-packet',
        'save-memory',
      ]),
      suggestedName: z.string().max(255).nullable(),
    }),
    FileInfo.nullable(),
  ),
  /** Makes the sample interview in the app's own folder; job result `sample`. */
  'sample.make': method(nothing, Job),
};

export type Tool = z.infer<typeof Tool>;
export type KeyChoice = z.infer<typeof KeyChoice>;
export type Settings = z.infer<typeof Settings>;
export type RecentProject = z.infer<typeof RecentProject>;
