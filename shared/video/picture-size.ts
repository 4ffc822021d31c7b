/** Size of a new picture and what part of the footage it shows: arithmetic on whole pixels. */
import type { VideoStream } from '../domain/media';
import type { Aspect, Framing, VideoOutput } from '../domain/video-output';

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** A rectangle in whole pixels from the top left; all four numbers even, as 4:2:0 colour wants them. */
export interface Rectangle extends PictureSize {
  readonly x: number;
  readonly y: number;
}

/** Shapes closer than this are the same: 1920×1080 and 1920×1088 both are 16:9. */
const SAME_SHAPE = 0.01;

/** Width over height of an aspect. */
export function ratioOf(aspect: Aspect): number {
  const [width = 1, height = 1] = aspect.split(':').map(Number);
  return width / height;
}

/** The framing that really changes the footage's shape; null where none is asked for or it has that shape already. */
export function effectiveFraming(
  { displayWidth, displayHeight }: VideoStream,
  framing: Framing | undefined,
): Framing | null {
  if (!framing) return null;
  const isSame = Math.abs(displayWidth / displayHeight / ratioOf(framing.aspect) - 1) < SAME_SHAPE;
  return isSame ? null : framing;
}

/**
 * The size of the new picture; both sides even. Without a height, a crop keeps the footage's pixels, and bars or a blurred
 * surround keep its shorter side.
 */
export function pictureSize(
  video: VideoStream,
  output: Pick<VideoOutput, 'height' | 'framing'>,
): PictureSize {
  const { displayWidth, displayHeight } = video;
  const framing = effectiveFraming(video, output.framing);
  const ratio = output.framing ? ratioOf(output.framing.aspect) : displayWidth / displayHeight;
  if (output.height !== null) {
    const height = evenBelow(output.height);
    return { width: nearestEven(height * ratio), height };
  }
  if (!framing) return { width: evenBelow(displayWidth), height: evenBelow(displayHeight) };
  if (framing.fit === 'crop') {
    const { width, height } = cropOf(video, framing);
    return { width, height };
  }
  const shorter = evenBelow(Math.min(displayWidth, displayHeight));
  return ratio < 1
    ? { width: shorter, height: nearestEven(shorter / ratio) }
    : { width: nearestEven(shorter * ratio), height: shorter };
}

/** What a crop keeps of the upright footage: the largest rectangle of the new shape, its middle as near the focus as may be. */
export function cropOf({ displayWidth, displayHeight }: VideoStream, framing: Framing): Rectangle {
  const ratio = ratioOf(framing.aspect);
  const width = evenBelow(Math.min(displayWidth, Math.round(displayHeight * ratio)));
  const height = evenBelow(Math.min(displayHeight, Math.round(displayWidth / ratio)));
  const place = (focus: number, whole: number, part: number) =>
    evenDown(Math.min(Math.max(0, focus * whole - part / 2), Math.max(0, whole - part)));
  return {
    width,
    height,
    x: place(framing.focusX, displayWidth, width),
    y: place(framing.focusY, displayHeight, height),
  };
}

/** Where the whole footage lies in a picture of another shape, centred. */
export function insideOf({ displayWidth, displayHeight }: VideoStream, size: PictureSize): Rectangle {
  const scale = Math.min(size.width / displayWidth, size.height / displayHeight);
  const width = Math.min(size.width, nearestEven(displayWidth * scale));
  const height = Math.min(size.height, nearestEven(displayHeight * scale));
  return { width, height, x: evenDown((size.width - width) / 2), y: evenDown((size.height - height) / 2) };
}

/** The next even number at or below, at least 2. */
export function evenBelow(pixels: number): number {
  return Math.max(2, evenDown(pixels));
}

function evenDown(pixels: number): number {
  return Math.floor(pixels / 2) * 2;
}

function nearestEven(pixels: number): number {
  return Math.max(2, Math.round(pixels / 2) * 2);
}
