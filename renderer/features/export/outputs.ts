/** What can be chosen as an output, as data. Pure. */
import type { ExportOutput } from '../../../shared/domain/export';
import { SubtitleFormat, TranscriptFormat, type TextOutput } from '../../../shared/domain/text-formats';
import type { MessageKey } from '../../../shared/messages/index';
import { outputOf, platformPresets } from '../../../shared/video/presets';

/** What all chosen files share. */
export interface FileChoices {
  readonly speakers: boolean;
  readonly encoding: Encoding;
  readonly fit: 'crop' | 'pad' | 'blur';
  /** Of burned-in video that is for no platform; null keeps the footage's. */
  readonly height: number | null;
}

/** Picture heights offered, besides the footage's own. */
const HEIGHTS = [2160, 1440, 1080, 720, 480] as const;

/** Heights smaller than the footage's own; making a picture larger adds nothing. */
export function smallerHeights(own: number): readonly number[] {
  return HEIGHTS.filter((height) => height < own);
}

/** Encodings offered: what old players and editors of the campaign's languages ask for. */
export const ENCODINGS = [
  'utf8',
  'utf8-bom',
  'windows-1251',
  'rk1048',
  'windows-1252',
  'windows-1256',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

export interface OutputChoice {
  readonly id: string;
  readonly group: 'subtitles' | 'transcript' | 'platform' | 'video';
  /** Shown as it is, where it is a platform's own name; else found in the catalogue. */
  readonly name: string | null;
  readonly label: MessageKey;
  readonly make: (choices: FileChoices) => ExportOutput;
}

/** Line ends of Windows where a Windows encoding is asked for. */
function textOutput(encoding: Encoding): TextOutput {
  const bom = encoding === 'utf8-bom';
  return { encoding: bom ? 'utf8' : encoding, bom, lineEnd: encoding === 'utf8' ? 'lf' : 'crlf' };
}

/** Videos that are for no platform: what they are called here, container, how subtitles go along. */
const VIDEO_KINDS = [
  ['burn-in', 'mp4', 'burn-in'],
  ['mux-mp4', 'mp4', 'mux'],
  ['mux-mkv', 'mkv', 'mux'],
  ['overlay', 'mov', 'overlay'],
  ['none', 'mp4', 'none'],
] as const;

/** Every output a person can tick, in the order of the screen. */
export const OUTPUT_CHOICES: readonly OutputChoice[] = [
  ...SubtitleFormat.options.map((format): OutputChoice => ({
    id: format,
    group: 'subtitles',
    name: null,
    label: `export.format.${format}`,
    make: ({ speakers, encoding }) => ({ kind: 'subtitles', format, speakers, text: textOutput(encoding) }),
  })),
  ...platformPresets.map((preset): OutputChoice => ({
    id: `platform-${preset.id}`,
    group: 'platform',
    name: preset.name,
    label: 'export.output.burn-in',
    make: ({ fit }) => {
      const output = outputOf(preset);
      return output.framing ? { ...output, framing: { ...output.framing, fit } } : output;
    },
  })),
  ...VIDEO_KINDS.map(([kind, container, delivery]): OutputChoice => ({
    id: `video-${kind}`,
    group: 'video',
    name: null,
    label: `export.output.${kind}`,
    make: ({ height }) => ({
      ...{ kind: 'video', preset: null, container, delivery },
      height: delivery === 'burn-in' ? height : null,
    }),
  })),
  ...TranscriptFormat.options.map((format): OutputChoice => ({
    id: `transcript-${format}`,
    group: 'transcript',
    name: null,
    label: `export.format.transcript-${format}`,
    make: ({ speakers }) => ({ kind: 'transcript', format, speakers, times: true }),
  })),
];

export const GROUPS = ['subtitles', 'platform', 'video', 'transcript'] as const;

/** The chosen outputs with their settings, in the screen's order; ids nobody knows are passed over. */
export function chosenOutputs(ids: ReadonlySet<string>, choices: FileChoices): ExportOutput[] {
  return OUTPUT_CHOICES.filter(({ id }) => ids.has(id)).map(({ make }) => make(choices));
}
