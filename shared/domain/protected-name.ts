import { z } from 'zod';

/** A name, alias or place that must not leave with any export. */
export const ProtectedName = z.object({
  name: z.string().min(1).max(200),
  /** Other spellings, nicknames, the name in other scripts that transliteration would not find. */
  aliases: z.array(z.string().min(1).max(200)).max(50),
});
export type ProtectedName = z.infer<typeof ProtectedName>;
