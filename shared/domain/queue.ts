/** The export queue: files still to be made and those made lately. */
import { z } from 'zod';
import { Id } from './common';
import { ExportItem, ExportRecord } from './export';
import { ErrorData } from './job';

export const QueueState = z.enum([
  'waiting',
  'running',
  'done',
  /** Nothing had to be made: the file was there, made from the very same. */
  'kept',
  'failed',
  'cancelled',
]);
export type QueueState = z.infer<typeof QueueState>;

export const QueueEntry = z.object({
  id: Id,
  item: ExportItem,
  /** Project and folder it belongs to, for showing: names, no paths. */
  project: z.string().max(500),
  folder: z.string().max(500),
  state: QueueState,
  /** The job that makes it; null unless it runs. */
  job: Id.nullable(),
  error: ErrorData.nullable(),
  /** What was made; null until then. */
  record: ExportRecord.nullable(),
});
export type QueueEntry = z.infer<typeof QueueEntry>;

export const ExportQueue = z.object({
  /** In the order of the work; ended ones keep their place. */
  entries: z.array(QueueEntry),
  /** Why nothing more is begun: `person` pressed pause, `restart` the app was closed in between; null while it works. */
  paused: z.enum(['person', 'restart']).nullable(),
  /** Time left in ms for all that waits or runs; null while it cannot honestly be told. */
  etaMs: z.number().int().min(0).nullable(),
  /** Whether the computer is kept from sleeping meanwhile; null where nothing is being made. */
  awake: z.boolean().nullable(),
});
export type ExportQueue = z.infer<typeof ExportQueue>;

/** Whether there is still something to do for an entry. */
export function isOpen({ state }: Pick<QueueEntry, 'state'>): boolean {
  return state === 'waiting' || state === 'running';
}
