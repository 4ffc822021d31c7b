/** How each codec is asked for: encoders as data. Settings without a source were chosen by trying on interviews. */
import type { VideoStream } from '../domain/media';
import type { VideoCodec } from '../domain/video-output';
import { isDeep, type DeepFormat } from './pixel-format';

/** Constant quality, or a given number of bits a second in two passes. */
export type Rate =
  | { readonly kind: 'quality' }
  | { readonly kind: 'bits'; readonly bitsPerSecond: number; readonly pass: 1 | 2 };

export interface Encoder {
  /** As ffmpeg's `-encoders` lists it. */
  readonly name: string;
  readonly codec: Exclude<VideoCodec, 'copy'>;
  readonly pixelFormat: string;
  /** For footage of more than 8 bits, where players of this codec take it. */
  readonly deepFormat?: DeepFormat;
  /** Options that every use has; tags included. */
  readonly options: readonly string[];
  /** Options of constant quality, chosen so that it looks like the source. */
  readonly quality: readonly string[];
  /** Options of one of two passes; null where a size cannot be aimed at. */
  readonly pass: ((number: 1 | 2) => readonly string[]) | null;
  /** Options before every input; a device that must be opened. */
  readonly device: readonly string[];
  /** What must follow all filters, to bring the picture to the device; empty for none. */
  readonly upload: string;
}

/** Name of the notes between two passes, in the private folder. */
const PASS_FILE = 'passes';

const software = (
  encoder: Omit<Encoder, 'device' | 'upload' | 'pass'> & Partial<Pick<Encoder, 'pass'>>,
): Encoder => ({ device: [], upload: '', pass: null, ...encoder });

const twoPasses = (number: 1 | 2) => ['-pass', String(number), '-passlogfile', PASS_FILE];

/** x264's scale of constant quality: 18 is taken as looking like the source. Sizes and speeds: `facts.md`, "Burn-in". */
const H264 = software({
  name: 'libx264',
  codec: 'h264',
  pixelFormat: 'yuv420p',
  options: ['-preset', 'veryfast'],
  quality: ['-crf', '18'],
  pass: twoPasses,
});

/** x265's own default of 28 is meant to look like x264's 23; 22 stays close to 18. `hvc1`: Apple plays no `hev1`. */
const HEVC = software({
  name: 'libx265',
  codec: 'hevc',
  pixelFormat: 'yuv420p',
  deepFormat: 'yuv420p10le',
  options: ['-preset', 'fast', '-tag:v', 'hvc1'],
  quality: ['-crf', '22', '-x265-params', 'log-level=error:info=0'],
  pass: (number) => ['-x265-params', `log-level=error:info=0:pass=${number}:stats=${PASS_FILE}`],
});

/** Google's VP9 guide: `-b:v 0` makes crf a constant quality, 15 to 35 for this kind of picture; speed 4 is for everyday work. */
const VP9 = software({
  name: 'libvpx-vp9',
  codec: 'vp9',
  pixelFormat: 'yuv420p',
  options: ['-deadline', 'good', '-cpu-used', '4', '-row-mt', '1'],
  quality: ['-crf', '26', '-b:v', '0'],
  pass: twoPasses,
});

/** Profile 3 is ProRes 422 HQ. Apple's programs want their own vendor code. */
const PRORES = software({
  name: 'prores_ks',
  codec: 'prores',
  pixelFormat: 'yuv422p10le',
  deepFormat: 'yuv422p10le',
  options: ['-profile:v', '3', '-vendor', 'apl0'],
  quality: [],
});

/** The encoder of each codec that runs on any computer. */
export const SOFTWARE: Readonly<Record<Exclude<VideoCodec, 'copy'>, Encoder>> = {
  h264: H264,
  hevc: HEVC,
  vp9: VP9,
  prores: PRORES,
};

/** The processor's encoder of a codec for some footage: with more than 8 bits where that has more and the codec's players take it. */
export function softwareFor(
  codec: Exclude<VideoCodec, 'copy'>,
  video: Pick<VideoStream, 'pixelFormat'>,
): Encoder {
  const encoder = SOFTWARE[codec];
  const { deepFormat } = encoder;
  return deepFormat && isDeep(video) ? { ...encoder, pixelFormat: deepFormat } : encoder;
}

const VAAPI = { device: ['-vaapi_device', '/dev/dri/renderD128'], upload: 'format=nv12,hwupload' };
const NO_TAG: readonly string[] = [];
const HVC1: readonly string[] = ['-tag:v', 'hvc1'];

function cards(codec: 'h264' | 'hevc', tag: readonly string[]): Encoder[] {
  const card = (kind: string, options: readonly string[], quality: readonly string[]): Encoder =>
    software({
      name: `${codec}_${kind}`,
      codec,
      pixelFormat: 'yuv420p',
      options: [...options, ...tag],
      quality,
    });
  return [
    card('videotoolbox', [], ['-q:v', '65']),
    card('nvenc', ['-preset', 'p5'], ['-rc', 'vbr', '-cq', '20', '-b:v', '0']),
    card('qsv', [], ['-global_quality', '20']),
    card('amf', ['-quality', 'quality'], ['-rc', 'cqp', '-qp_i', '20', '-qp_p', '22']),
    { ...card('vaapi', [], ['-rc_mode', 'CQP', '-qp', '20']), ...VAAPI },
  ];
}

/** Encoders of graphics cards by codec, the surest first. None is used before it passed a trial. */
export const HARDWARE: Readonly<Partial<Record<VideoCodec, readonly Encoder[]>>> = {
  h264: cards('h264', NO_TAG),
  hevc: cards('hevc', HVC1),
};

/** Options that ask for an encoder at a rate. */
export function encoderOptions(encoder: Encoder, rate: Rate): string[] {
  const { name, options, quality, pixelFormat, pass, upload } = encoder;
  const rateOptions =
    rate.kind === 'quality' || !pass
      ? quality
      : ['-b:v', String(Math.round(rate.bitsPerSecond)), ...pass(rate.pass)];
  return ['-c:v', name, ...options, ...rateOptions, ...(upload === '' ? ['-pix_fmt', pixelFormat] : [])];
}
