import type { MediaInfo } from '../domain/media';

/** Frames a second of footage whose pictures come evenly; null where they do not, or where there are none. */
export function constantFrameRate(info: MediaInfo | null): number | null {
  const video = info?.video ?? null;
  if (!video?.frameRate || video.variableFrameRate) return null;
  return video.frameRate.num / video.frameRate.den;
}
