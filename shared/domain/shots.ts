import { z } from 'zod';
import { Time } from './common';

/** What a person said of shot changes against what was found: each the ms at which a shot begins, ascending. */
export const ShotCorrections = z.object({ added: z.array(Time), removed: z.array(Time) });
export type ShotCorrections = z.infer<typeof ShotCorrections>;
