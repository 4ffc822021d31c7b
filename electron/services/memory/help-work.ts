import { z } from 'zod';

/** Files for the worker to read, and the pair of languages that is wanted of them. */
export const HelpWork = z.object({
  files: z.array(z.object({ path: z.string(), kind: z.enum(['tmx', 'tbx', 'csv']) })),
  source: z.string(),
  target: z.string(),
});
export type HelpWork = z.infer<typeof HelpWork>;

export const HelpRead = z.object({
  units: z.array(z.object({ source: z.string(), target: z.string() })),
  terms: z.array(
    z.object({
      source: z.string(),
      target: z.string(),
      also: z.array(z.string()).optional(),
      forbidden: z.array(z.string()),
    }),
  ),
  /** Names of files that could not be read to the end. */
  unreadable: z.array(z.string()),
});
export type HelpRead = z.infer<typeof HelpRead>;
