import { z } from 'zod';

/**
 * A video to be made. `delivery` says how its subtitles go along: drawn into the picture of one track's copy (`burn-in`),
 * as switchable tracks of all languages in one file (`mux`), or as a transparent picture for an editor (`overlay`).
 * New fields are optional: a queue written by an earlier version must still be read.
 */
export const VideoOutput = z.object({
  kind: z.literal('video'),
  delivery: z.enum(['burn-in', 'mux', 'overlay']),
  /** Container, and with it the ending of the file. */
  container: z.enum(['mp4', 'mkv', 'webm', 'mov']),
  /** Id of the platform preset it was made from; null where everything was chosen by hand. */
  preset: z.string().max(64).nullable(),
  /** Height of the new picture in pixels; null keeps the footage's. */
  height: z.number().int().min(64).max(4320).nullable(),
});
export type VideoOutput = z.infer<typeof VideoOutput>;
