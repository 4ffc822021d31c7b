import { z } from 'zod';
import { Handle } from './contract';
import { WordTiming } from '../domain/alignment';
import { Id } from '../domain/common';
import { Job } from '../domain/job';
import { ExportQueue } from '../domain/queue';

/** What services tell every screen unasked. */
export const events = {
  /** A job was added, moved on or ended. At most ten a second for one job. */
  'job.changed': Job,
  /** The export queue, whenever anything but progress changed. */
  'queue.changed': ExportQueue,
  /** How far the running export is, at most twice a second; time left for the whole queue where it can be told. */
  'queue.progress': z.object({ entry: Id, progress: z.number(), etaMs: z.number().nullable() }),
  /** Where an alignment under way believes the words of an open project to be: to be shown, not to be kept. */
  'align.draft': z.object({ session: Id, words: z.array(WordTiming) }),
  /** A command chosen in the system's menu (window host); a name from the renderer's command registry. */
  'menu.command': z.object({ command: z.string().max(100) }),
  /** A project file opened from outside (double-click, second start). */
  'project.requested': z.object({ file: Handle }),
} as const;

export type Events = typeof events;
export type EventName = keyof Events;
export type EventPayload<E extends EventName> = z.infer<Events[E]>;
