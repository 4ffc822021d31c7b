/** Every output by a name that people type and scripts keep. */
import type { ExportOutput } from '../domain/export';
import { SubtitleFormat, TranscriptFormat, type TextOutput } from '../domain/text-formats';
import type { Fitting, LoudnessTarget, VideoOutput } from '../domain/video-output';
import { outputOf, platformPresets } from '../video/presets';

/** What all files of an export share. */
export interface OutputChoices {
  /** Names speakers where the format can, by pseudonym where one is set. */
  readonly speakers: boolean;
  readonly text: TextOutput;
  /** What becomes of footage of another shape than a platform's. */
  readonly fitting: Fitting;
  /** Of burned-in video that is for no platform; null keeps the footage's. */
  readonly height: number | null;
  /** Languages whose soft tracks are shown even to those who want no subtitles. */
  readonly forced: readonly string[];
  readonly loudness: LoudnessTarget;
  /** Encodes by the graphics card where one passes a trial. */
  readonly hardware: boolean;
  /** Of burned-in MP4 of the footage's own size: encodes only around the subtitles. */
  readonly smart: boolean;
}

export interface NamedOutput {
  /** Never changes: scripts and saved choices name it. */
  readonly name: string;
  readonly group: 'subtitles' | 'platform' | 'video' | 'transcript';
  /** A platform's own name; null for what the catalogue names. */
  readonly title: string | null;
  readonly make: (choices: OutputChoices) => ExportOutput;
}

/** Videos that are for no platform: container, and how subtitles go along. */
export const VIDEO_KINDS = [
  ...(['burn-in', 'burn-in-hevc', 'burn-in-webm'] as const),
  ...(['mux-mp4', 'mux-mkv', 'mux-webm', 'overlay', 'overlay-webm', 'none'] as const),
] as const;
export type VideoKind = (typeof VIDEO_KINDS)[number];

const VIDEOS: Readonly<Record<VideoKind, Pick<VideoOutput, 'container' | 'delivery' | 'codec'>>> = {
  'burn-in': { container: 'mp4', delivery: 'burn-in' },
  'burn-in-hevc': { container: 'mp4', delivery: 'burn-in', codec: 'hevc' },
  'burn-in-webm': { container: 'webm', delivery: 'burn-in' },
  'mux-mp4': { container: 'mp4', delivery: 'mux' },
  'mux-mkv': { container: 'mkv', delivery: 'mux' },
  'mux-webm': { container: 'webm', delivery: 'mux' },
  overlay: { container: 'mov', delivery: 'overlay' },
  'overlay-webm': { container: 'webm', delivery: 'overlay' },
  none: { container: 'mp4', delivery: 'none' },
};

/** All there are, in the order they are shown. */
export const NAMED_OUTPUTS: readonly NamedOutput[] = [
  ...SubtitleFormat.options.map((format): NamedOutput => ({
    ...{ name: format, group: 'subtitles', title: null },
    make: ({ speakers, text }) => ({ kind: 'subtitles', format, speakers, text }),
  })),
  ...platformPresets.map((preset): NamedOutput => ({
    ...{ name: preset.id, group: 'platform', title: preset.name },
    make: (choices) => ({ ...outputOf(preset, choices.fitting), ...encodedAs(choices) }),
  })),
  ...VIDEO_KINDS.map((kind): NamedOutput => ({
    ...{ name: kind, group: 'video', title: null },
    make: (choices) => videoOf(VIDEOS[kind], choices),
  })),
  ...TranscriptFormat.options.map((format): NamedOutput => ({
    ...{ name: `transcript-${format}`, group: 'transcript', title: null },
    make: ({ speakers }) => ({ kind: 'transcript', format, speakers, times: true }),
  })),
];

/** What is only said where it is asked for, so that the same as ever has the same digest. */
function encodedAs({ loudness, hardware }: OutputChoices): Pick<VideoOutput, 'loudness' | 'hardware'> {
  return { ...(loudness === 'keep' ? {} : { loudness }), ...(hardware ? { hardware } : {}) };
}

function videoOf(video: (typeof VIDEOS)[VideoKind], choices: OutputChoices): VideoOutput {
  const { delivery, container, codec } = video;
  const height = delivery === 'burn-in' ? choices.height : null;
  const isPlain = delivery === 'burn-in' && container === 'mp4' && codec === undefined && height === null;
  return {
    ...{ kind: 'video', preset: null, ...video, height },
    ...(delivery === 'mux' && choices.forced.length > 0 ? { forced: [...choices.forced] } : {}),
    ...(delivery === 'overlay' ? {} : encodedAs(choices)),
    ...(isPlain && choices.smart ? { smart: true } : {}),
  };
}

const byName = new Map(NAMED_OUTPUTS.map((output) => [output.name, output]));

/** An output by its name; undefined for one this version does not have. */
export function namedOutput(name: string): NamedOutput | undefined {
  return byName.get(name);
}
