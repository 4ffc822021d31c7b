import { z } from 'zod';
import { Handle } from './contract';
import { Job } from '../domain/job';

/** What services tell every screen unasked. */
export const events = {
  /** A job was added, moved on or ended. At most ten a second for one job. */
  'job.changed': Job,
  /** A command chosen in the system's menu (window host); a name from the renderer's command registry. */
  'menu.command': z.object({ command: z.string().max(100) }),
  /** A project file opened from outside (double-click, second start). */
  'project.requested': z.object({ file: Handle }),
} as const;

export type Events = typeof events;
export type EventName = keyof Events;
export type EventPayload<E extends EventName> = z.infer<Events[E]>;
