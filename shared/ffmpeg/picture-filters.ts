/** Filters that turn footage into the new picture: colour, shape, size. Chains for ffmpeg, without any path. */
import type { VideoStream } from '../domain/media';
import type { VideoOutput } from '../domain/video-output';
import {
  cropOf,
  effectiveFraming,
  evenBelow,
  insideOf,
  pictureSize,
  type PictureSize,
  type Rectangle,
} from '../video/picture-size';

/**
 * From HDR (PQ or HLG, BT.2020) to ordinary BT.709: linear light, the smaller gamut, Hable's curve, which keeps skin apart
 * from highlights. 100 cd/m² is the white that SDR assumes (ITU-R BT.2408).
 */
const TONE_MAPPING: readonly string[] = [
  'zscale=t=linear:npl=100',
  'format=gbrpf32le',
  'zscale=p=bt709',
  'tonemap=tonemap=hable:desat=0',
  'zscale=t=bt709:m=bt709:r=tv',
];

/** The surround is blurred at this share of its size, which costs a hundredth of blurring all of it. */
const BLUR_SHRINK = 8;
const BLUR_SIGMA = 4;
/** The surround is darkened a little, so that it does not compete with the picture. */
const BLUR_DARKER = 0.08;

/**
 * The chain from a frame of the footage, which ffmpeg has turned upright, to the new picture, in `pixelFormat`. Comma and
 * semicolon parts of one graph with one end on either side. `covers` hides places of the footage before anything else is done
 * to it (`planCovers`, for the size of `storedUpright`); null for none.
 */
export function pictureFilters(
  video: VideoStream,
  output: Pick<VideoOutput, 'height' | 'framing'>,
  pixelFormat: string,
  covers: string | null = null,
): string {
  const size = pictureSize(video, output);
  const framing = effectiveFraming(video, output.framing);
  const before = [...(video.hdr ? TONE_MAPPING : []), ...(covers === null ? [] : [covers])];
  const format = `format=${pixelFormat}`;
  if (!framing) return [...before, ...sizeFilters(video, size), format].join(',');
  const square = isSquare(video) ? [] : [scaled({ width: video.displayWidth, height: video.displayHeight })];
  const squared = [...before, ...square];
  if (framing.fit === 'crop') {
    const part = cropOf(video, framing);
    const scale = sameSize(part, size) ? [] : [scaled(size)];
    return [...squared, cropped(part), ...scale, 'setsar=1', format].join(',');
  }
  const inside = insideOf(video, size);
  if (framing.fit === 'pad') {
    const bars = `pad=${size.width}:${size.height}:${inside.x}:${inside.y}:color=black`;
    return [...squared, scaled(inside), format, bars, 'setsar=1'].join(',');
  }
  const blend = pixelFormat.endsWith('10le') ? `:format=${pixelFormat.replace('le', '')}` : '';
  return blurred([...squared, format].join(','), size, inside, blend);
}

function blurred(before: string, size: PictureSize, inside: Rectangle, blend: string): string {
  const small = {
    width: evenBelow(size.width / BLUR_SHRINK),
    height: evenBelow(size.height / BLUR_SHRINK),
  };
  const cover = `scale=${small.width}:${small.height}:force_original_aspect_ratio=increase:flags=area,crop=${small.width}:${small.height}`;
  const surround = `${cover},gblur=sigma=${BLUR_SIGMA},eq=brightness=-${BLUR_DARKER},${scaled(size, 'bicubic')},setsar=1`;
  return (
    `${before},split[near][far];[far]${surround}[surround];[near]${scaled(inside)},setsar=1[inside];` +
    `[surround][inside]overlay=${inside.x}:${inside.y}${blend}`
  );
}

/** A single odd row or column is cut off, which keeps the rest sharp. */
function sizeFilters(video: VideoStream, size: PictureSize): string[] {
  const stored = storedUpright(video);
  if (sameSize(stored, size)) return [];
  if (evenBelow(stored.width) === size.width && evenBelow(stored.height) === size.height)
    return [cropped({ ...size, x: 0, y: 0 })];
  return [scaled(size), 'setsar=1'];
}

/** The size of the footage's pixels, turned upright. */
export function storedUpright({ width, height, rotation }: VideoStream): PictureSize {
  return rotation === 90 || rotation === 270 ? { width: height, height: width } : { width, height };
}

function isSquare(video: VideoStream): boolean {
  return sameSize(storedUpright(video), { width: video.displayWidth, height: video.displayHeight });
}

function sameSize(a: PictureSize, b: PictureSize): boolean {
  return a.width === b.width && a.height === b.height;
}

function scaled({ width, height }: PictureSize, flags = 'lanczos'): string {
  return `scale=${width}:${height}:flags=${flags}`;
}

function cropped({ width, height, x, y }: Rectangle): string {
  return `crop=${width}:${height}:${x}:${y}`;
}
