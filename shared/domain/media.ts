import { z } from 'zod';
import { Time } from './common';

/** An exact fraction, e.g. 30000/1001. */
export const Rational = z.object({ num: z.number().int(), den: z.number().int().min(1) });
export type Rational = z.infer<typeof Rational>;

export const VideoStream = z.object({
  kind: z.literal('video'),
  index: z.number().int().min(0),
  codec: z.string(),
  profile: z.string().nullable(),
  pixelFormat: z.string().nullable(),
  /** Stored size; `displayWidth`/`displayHeight` have sample aspect and rotation applied. */
  width: z.number().int().min(1),
  height: z.number().int().min(1),
  displayWidth: z.number().int().min(1),
  displayHeight: z.number().int().min(1),
  /** Clockwise degrees the picture must be turned to stand upright: 0, 90, 180 or 270. */
  rotation: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  frameRate: Rational.nullable(),
  variableFrameRate: z.boolean(),
  hdr: z.boolean(),
  startMs: z.number(),
  durationMs: Time.nullable(),
  language: z.string().nullable(),
});
export type VideoStream = z.infer<typeof VideoStream>;

export const AudioStream = z.object({
  kind: z.literal('audio'),
  index: z.number().int().min(0),
  codec: z.string(),
  channels: z.number().int().min(1),
  sampleRateHz: z.number().int().min(1),
  startMs: z.number(),
  durationMs: Time.nullable(),
  language: z.string().nullable(),
});
export type AudioStream = z.infer<typeof AudioStream>;

export const SubtitleStream = z.object({
  kind: z.literal('subtitle'),
  index: z.number().int().min(0),
  codec: z.string(),
  language: z.string().nullable(),
});
export type SubtitleStream = z.infer<typeof SubtitleStream>;

/** What ffprobe found in a media file. Cover art and attachments are left out; `video` and `audio` are the main streams. */
export const MediaInfo = z.object({
  container: z.string(),
  durationMs: Time,
  startMs: z.number(),
  sizeBytes: z.number().int().min(0),
  bitRate: z.number().nullable(),
  video: VideoStream.nullable(),
  audio: AudioStream.nullable(),
  streams: z.array(z.discriminatedUnion('kind', [VideoStream, AudioStream, SubtitleStream])),
  /** False when Chromium is known not to show the picture (HEVC, ProRes, …): a preview proxy is needed. */
  playable: z.boolean(),
});
export type MediaInfo = z.infer<typeof MediaInfo>;

/** Presentation times of every picture: `timesMs[n]` is when frame n appears, to the microsecond, ascending. */
export interface FrameIndex {
  readonly timesMs: Float64Array;
  /** When the last frame ends. */
  readonly endMs: number;
  /** 1 where a frame is a key frame. */
  readonly keyFrames: Uint8Array;
}
