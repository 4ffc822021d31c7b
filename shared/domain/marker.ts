import { z } from 'zod';
import { Extra, Id, Time } from './common';

/** Colours a marker can have; what each means is the person's own affair. */
export const MarkerColour = z.enum(['red', 'orange', 'green', 'blue', 'purple']);
export type MarkerColour = z.infer<typeof MarkerColour>;

/** A place in the film that somebody wants to find again. Never exported. */
export const Marker = z.object({
  id: Id,
  atMs: Time,
  /** May be empty. */
  name: z.string().max(200),
  colour: MarkerColour,
  extra: Extra,
});
export type Marker = z.infer<typeof Marker>;
