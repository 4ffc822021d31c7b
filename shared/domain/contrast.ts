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
