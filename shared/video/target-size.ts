/** What a file of at most so many bytes can hold: bits a second for picture and sound, and the lines they suffice for. */
import type { VideoStream } from '../domain/media';
import { evenBelow, type PictureSize } from './picture-size';

export interface SizePlan {
  readonly videoBits: number;
  /** 0 where there is no sound. */
  readonly soundBits: number;
  /** As asked for, or smaller where its pixels could not be paid for. */
  readonly size: PictureSize;
}

/** Containers and rate control need some of the room: share of the bytes that streams may take. */
const USABLE = 0.97;
/** Sound gets a tenth, between what AAC speech needs and what it can use. */
const SOUND_SHARE = 0.1;
const LEAST_SOUND = 48_000;
const MOST_SOUND = 128_000;
/** Bits a pixel of people talking under x264 in two passes: below the first the picture shrinks; below the second, at the fewest lines, there is no use. */
const GOOD_BITS = 0.045;
const LEAST_BITS = 0.015;
const HEIGHTS = [1920, 1440, 1280, 1080, 960, 720, 640, 540, 480, 360, 240];

/** Null where even the smallest picture would be mush. `durationMs` > 0. */
export function planSize(
  maxBytes: number,
  durationMs: number,
  size: PictureSize,
  { frameRate }: Pick<VideoStream, 'frameRate'>,
  hasSound: boolean,
): SizePlan | null {
  const total = (maxBytes * 8 * USABLE * 1000) / durationMs;
  const soundBits = hasSound ? Math.min(MOST_SOUND, Math.max(LEAST_SOUND, total * SOUND_SHARE)) : 0;
  const videoBits = total - soundBits;
  const rate = frameRate ? frameRate.num / frameRate.den : 25;
  const sizes = [
    size,
    ...HEIGHTS.filter((height) => height < size.height).map((height) => scaledTo(size, height)),
  ];
  const bitsPerPixel = ({ width, height }: PictureSize) => videoBits / (width * height * rate);
  const fitting = sizes.find((candidate) => bitsPerPixel(candidate) >= GOOD_BITS) ?? sizes.at(-1) ?? size;
  return bitsPerPixel(fitting) < LEAST_BITS
    ? null
    : { videoBits: Math.floor(videoBits), soundBits: Math.floor(soundBits), size: fitting };
}

function scaledTo(size: PictureSize, height: number): PictureSize {
  return { width: evenBelow(Math.round((size.width * height) / size.height)), height };
}
