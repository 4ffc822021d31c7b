import { z } from 'zod';
import { Id } from './common';

/** How well a cue's letters stand out from the picture around them. */
export const MeasuredContrast = z.object({
  /** The cue. */
  id: Id,
  /** What was measured (`cueLooks`): of no use once the cue has another one. */
  look: z.string().max(1000),
  /** WCAG contrast ratio; null where no letter of it was in any picture. */
  ratio: z.number().min(1).max(21).nullable(),
});
export type MeasuredContrast = z.infer<typeof MeasuredContrast>;

/** How the subtitles of a file that is to be made stand out from its own picture. */
export const OutputContrast = z.object({
  /** The least ratio its letters need. */
  needed: z.number().min(1).max(21),
  /** Numbers (from 1, by time) of subtitles that have less. */
  low: z.array(z.number().int().min(1)),
  /** The least of theirs; null where there are none. */
  least: z.number().min(1).max(21).nullable(),
  /** Subtitles under which nobody has looked at the picture. */
  unmeasured: z.number().int().min(0),
});
export type OutputContrast = z.infer<typeof OutputContrast>;

/** Code of the remark that nobody has looked at (some of) a file's picture. */
export const CONTRAST_UNMEASURED = 'contrast-unmeasured';
