import { z } from 'zod';
import { Time } from '../../../shared/domain/common';

/** Times as files have them: a cue may begin before 0 or end before it starts. */
export const LooseSpan = z.object({ startMs: z.number().int(), endMs: z.number().int() });

/** What the retime worker is given. */
export const RetimeWork = z.object({
  cues: z.array(LooseSpan),
  target: z.discriminatedUnion('kind', [
    /** Fed to it: mono, 16-bit. */
    z.object({ kind: z.literal('audio'), rateHz: z.number().int().min(8000), name: z.string() }),
    z.object({ kind: z.literal('cues'), spans: z.array(LooseSpan), durationMs: Time.nullable() }),
  ]),
});
export type RetimeWork = z.infer<typeof RetimeWork>;
