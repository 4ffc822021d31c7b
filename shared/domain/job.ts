import { z } from 'zod';
import { Id } from './common';

export const JobKind = z.enum([
  'align',
  'waveform',
  'spectrogram',
  'frames',
  'shots',
  'contrast',
  'proxy',
  'export-video',
  'export-subtitles',
  'export',
  'sample',
  'retime',
  'packet',
  'translate',
  'place',
  'brand',
]);
export type JobKind = z.infer<typeof JobKind>;

/** An error as it crosses every boundary: plain data. `message` is ready to show, `detail` is for logs and tests. */
export const ErrorData = z.object({
  code: z.string(),
  message: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type ErrorData = z.infer<typeof ErrorData>;

/** Long work: runs in a worker or a child process, can be cancelled, never blocks anyone. */
export const Job = z.object({
  id: Id,
  kind: JobKind,
  /** What it works on, for the tray: a file name without its folder. */
  subject: z.string(),
  /** 0 to 1. */
  progress: z.number().min(0).max(1),
  /** Time left in ms; null while it cannot be told. */
  etaMs: z.number().int().min(0).nullable(),
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  error: ErrorData.nullable(),
});
export type Job = z.infer<typeof Job>;
