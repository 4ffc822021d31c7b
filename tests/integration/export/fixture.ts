/** Projects, footage and pictures for the export tests. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import {
  exportVideo,
  type ExportVideoOptions,
  type VideoResult,
} from '../../../electron/services/export/export-video';
import { probeMedia } from '../../../electron/services/media/probe';
import type { Project } from '../../../shared/domain/project';
import type { Cue, Track } from '../../../shared/domain/track';
import { PLAIN_BURN_IN } from '../../../shared/video/complete';
import { DEFAULT_STYLE_ID, defaultStyles } from '../../../shared/style/styles';
import { cleared } from '../../support/cleared';
import type { VideoOutput } from '../../../shared/domain/video-output';
import { AAC, H264, temporaryFolder, testMedia, TOOLS } from '../../support/media';
import { cue as sampleCue } from '../../support/sample-project';

export const FONT_FOLDER = join(import.meta.dirname, '../../../dist/fonts');

/** A cue of the one track that `project` makes. */
export const cue = (id: string, startMs: number, endMs: number, text: string, more: Partial<Cue> = {}) =>
  sampleCue(id, startMs, endMs, text, { trackId: 'track', ...more });

export function project(cues: readonly Cue[], track: Partial<Track> = {}): Project {
  return {
    meta: { id: 'project', title: 'Secret Title', language: 'en', media: null },
    speakers: [{ id: 'aya', order: 1, name: 'Real Name', pseudonym: 'Speaker A' }],
    paragraphs: [],
    tracks: [
      {
        id: 'track',
        order: 1,
        kind: 'source',
        language: 'en',
        name: 'Track Name',
        direction: 'ltr',
        profileId: 'p',
        styleId: DEFAULT_STYLE_ID,
        ...track,
      },
    ],
    cues: [...cues],
    styles: defaultStyles(),
    notes: [],
    versions: [],
  };
}

/** Two subtitles in two seconds. */
export const TWO = project([cue('a', 200, 900, 'Hello'), cue('b', 1000, 1900, 'Біз осындамыз')]);

/** A burned-in MP4 as large as the footage; anything can be replaced. */
export const output = (changes: Partial<VideoOutput>): VideoOutput => ({
  ...{ kind: 'video', delivery: 'burn-in', container: 'mp4', preset: null, height: null, ...changes },
});

/** Gives each test of a file a new folder with an empty `tmp` in it; answers with its path, or that of a name in it. */
export function folderOfEachTest(): (name?: string) => string {
  let folder: ReturnType<typeof temporaryFolder>;
  const inFolder = (name = '') => join(folder.path, name);
  beforeEach(() => {
    folder = temporaryFolder();
    mkdirSync(inFolder('tmp'));
  });
  afterEach(() => folder.remove());
  return inFolder;
}

/** A project with a track of each language, whose id is the language. */
export function withTracks(tracks: readonly (readonly [string, readonly Cue[]])[]): Project {
  const [one] = project([]).tracks;
  if (!one) throw new Error('no track');
  return {
    ...project(tracks.flatMap(([language, cues]) => cues.map((own) => ({ ...own, trackId: language })))),
    tracks: tracks.map(([language], order) => ({ ...one, id: language, language, order })),
  };
}

/** Flat grey: whatever differs from it was drawn. */
export const greyFootage = (extension = '.mp4', rate = '25', seconds = 2, size = '640x360') =>
  testMedia(
    [
      ...['-f', 'lavfi', '-i', `color=0x808080:s=${size}:r=${rate}:d=${seconds}`],
      ...['-f', 'lavfi', '-i', `sine=440:r=48000:d=${seconds}`],
      ...[...H264, ...AAC],
    ],
    extension,
  );

/** Burns into footage with what the tests share; anything can be replaced. */
export async function burn(
  mediaPath: string,
  targetPath: string,
  from: Project,
  more: Partial<ExportVideoOptions> & { readonly height?: number } = {},
): Promise<VideoResult> {
  return exportVideo({
    cleared: cleared(from),
    output: { ...PLAIN_BURN_IN, height: more.height ?? null },
    trackIds: ['track'],
    mediaPath,
    mediaInfo: more.mediaInfo ?? (await probeMedia(mediaPath, TOOLS)),
    targetPath,
    tools: TOOLS,
    fontFolder: FONT_FOLDER,
    ...more,
  });
}

/** Every frame as grey pixels of `width`×`height`, in order, whatever its time. */
export function greyFrames(
  path: string,
  width: number,
  height: number,
  more: readonly string[] = [],
): Buffer[] {
  const filter = `scale=${width}:${height}:flags=area,format=gray`;
  const bytes = execFileSync(
    'ffmpeg',
    [
      ...['-nostdin', '-v', 'error', ...more, '-i', `file:${path}`, '-map', '0:v:0', '-vf', filter],
      ...['-fps_mode', 'passthrough', '-f', 'rawvideo', '-'],
    ],
    { maxBuffer: 1 << 30 },
  );
  const size = width * height;
  return Array.from({ length: bytes.length / size }, (_, n) => bytes.subarray(n * size, (n + 1) * size));
}

/** Numbers of the frames that show anything on the grey. */
export const inkedFrames = (path: string) =>
  greyFrames(path, 320, 180).flatMap((frame, n) =>
    frame.some((value) => Math.abs(value - 126) > 40) ? [n] : [],
  );

export interface Ink {
  readonly pixels: number;
  /** Ends in, as a share of width or height. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where a frame of flat grey (640×360) was drawn on. */
export function inkOf(frame: Buffer, width = 640, height = 360): Ink {
  const at = [...frame.entries()].filter(([, value]) => Math.abs(value - 126) > 40).map(([n]) => n);
  const xs = at.map((n) => n % width);
  const ys = at.map((n) => Math.floor(n / width));
  const least = (values: number[]) => values.reduce((a, b) => Math.min(a, b), Infinity);
  const most = (values: number[]) => values.reduce((a, b) => Math.max(a, b), -Infinity);
  return {
    pixels: at.length,
    left: least(xs) / width,
    right: most(xs) / width,
    top: least(ys) / height,
    bottom: most(ys) / height,
  };
}

/** `ffprobe -show_entries` as its plain values. */
export function probed(path: string, entries: string, stream = 'v:0'): string {
  const args = ['-v', 'error', '-select_streams', stream, '-show_entries', entries, '-of', 'csv=p=0'];
  return execFileSync('ffprobe', [...args, `file:${path}`], { encoding: 'utf8' }).trim();
}

/** Names in a folder, sorted. */
export const names = (folder: string) => readdirSync(folder).sort();
