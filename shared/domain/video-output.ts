import { z } from 'zod';
import { LanguageTag } from './common';

/** `copy`: the picture as it is in the footage, bit by bit; only where nothing is drawn into it. */
export const VideoCodec = z.enum(['h264', 'hevc', 'vp9', 'prores', 'copy']);
export type VideoCodec = z.infer<typeof VideoCodec>;

export const Aspect = z.enum(['16:9', '9:16', '1:1', '4:5']);
export type Aspect = z.infer<typeof Aspect>;

/** A new shape of the picture. Footage of another shape is cut off, gets bars, or lies on a blurred copy of itself. */
export const Framing = z.object({
  aspect: Aspect,
  fit: z.enum(['crop', 'pad', 'blur']),
  /** What a crop keeps in its middle, as a share of the footage's width and height, as far as the picture reaches. */
  focusX: z.number().min(0).max(1),
  focusY: z.number().min(0).max(1),
});
export type Framing = z.infer<typeof Framing>;

/** How footage is fitted into pictures of other shapes, whichever they are. */
export const Fitting = Framing.omit({ aspect: true });
export type Fitting = z.infer<typeof Fitting>;

/** `ebu-r128`: -23 LUFS, broadcasting. `streaming`: -14 LUFS, what most platforms play at. */
export const LoudnessTarget = z.enum(['keep', 'ebu-r128', 'streaming']);
export type LoudnessTarget = z.infer<typeof LoudnessTarget>;

/**
 * A video to be made. `delivery` says how its subtitles go along: drawn into the picture of one track's copy (`burn-in`),
 * as switchable tracks of all languages in one file (`mux`), as a transparent picture for an editor (`overlay`), or not
 * at all (`none`). New fields are optional: a queue written by an earlier version must still be read. What they mean left
 * out: `completeVideo` in `shared/video/complete.ts`.
 */
export const VideoOutput = z.object({
  kind: z.literal('video'),
  delivery: z.enum(['burn-in', 'mux', 'overlay', 'none']),
  /** Container, and with it the ending of the file. */
  container: z.enum(['mp4', 'mkv', 'webm', 'mov']),
  /** Id of the platform preset it was made from; null where everything was chosen by hand. Its interface is kept clear. */
  preset: z.string().max(64).nullable(),
  /** Height of the new picture in pixels; null keeps the footage's. */
  height: z.number().int().min(64).max(4320).nullable(),
  /** Left out: what the container usually holds; for `mux` a copy wherever the container takes it. */
  codec: VideoCodec.optional(),
  /** Left out: the footage's shape. */
  framing: Framing.optional(),
  /** Most bytes the file may have. */
  maxBytes: z.number().int().min(100_000).optional(),
  loudness: LoudnessTarget.optional(),
  /** Encode by the graphics card where there is one that passes a trial. */
  hardware: z.boolean().optional(),
  /** Encode only around the subtitles and copy the rest, where the footage allows it. */
  smart: z.boolean().optional(),
  /** `mux` into MKV: subtitles with their style (ASS) instead of plain ones. */
  styled: z.boolean().optional(),
  /** `mux` into MKV or WebM: languages whose track is shown even to those who want no subtitles (signs, foreign words). */
  forced: z.array(LanguageTag).max(200).optional(),
});
export type VideoOutput = z.infer<typeof VideoOutput>;

/** What of an output decides how its picture and its subtitles look. */
export const PictureShape = VideoOutput.pick({ preset: true, height: true, framing: true });
export type PictureShape = z.infer<typeof PictureShape>;
export type VideoContainer = VideoOutput['container'];
