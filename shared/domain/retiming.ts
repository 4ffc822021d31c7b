import { z } from 'zod';
import { Span } from './alignment';

/** Neighbouring cues that keep their distances: an old time t goes to `rate * t + offsetMs`. Cues by index, both in. */
export const RetimedSegment = z.object({
  firstCue: z.number().int().min(0),
  lastCue: z.number().int().min(0),
  offsetMs: z.number().int(),
  /** How probable it is that the segment belongs there. */
  confidence: z.number().min(0).max(1),
});
export type RetimedSegment = z.infer<typeof RetimedSegment>;

/** Cues put in step with a recording or with other cues. */
export const Retiming = z.object({
  /** How much longer they were made; 1 where only moved. */
  rate: z.number().positive(),
  /** In the order of time. Cues in none of them went with their neighbours, or have no place. */
  segments: z.array(RetimedSegment),
  /** New times of every cue in the order given; null for one whose piece is not in the recording. */
  times: z.array(Span.nullable()),
});
export type Retiming = z.infer<typeof Retiming>;
