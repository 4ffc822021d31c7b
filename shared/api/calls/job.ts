/** Long work: what runs and what came of it. */
import { z } from 'zod';
import { Alignment, Span } from '../../domain/alignment';
import { BrandFile } from '../../domain/branding';
import { Id, Time } from '../../domain/common';
import { MeasuredContrast } from '../../domain/contrast';
import { ExportCheck, ExportRecord } from '../../domain/export';
import { Job } from '../../domain/job';
import { PlacedText } from '../../domain/placement';
import { Retiming } from '../../domain/retiming';
import { MachineMade } from '../../domain/translator';
import { EncodingGuess, FileInfo, TextIssue, nothing, method } from './common';

export const JobResult = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('align'),
    alignment: Alignment,
    /** The stretch that was listened to; null: all of the sound. */
    range: Span.nullable(),
  }),
  z.object({
    kind: z.literal('waveform'),
    /** Buckets per second at level 0; each level has a quarter of the buckets of the one before. */
    bucketsPerSecond: z.number(),
    levels: z.array(z.object({ buckets: z.number().int() })),
    durationMs: Time,
  }),
  z.object({ kind: z.literal('frames'), count: z.number().int(), variable: z.boolean() }),
  /** When shots begin, ms with fractions. */
  z.object({
    kind: z.literal('spectrogram'),
    columnsPerSecond: z.number(),
    bands: z.number().int(),
    levels: z.array(z.object({ columns: z.number().int() })),
  }),
  z.object({ kind: z.literal('shots'), shotsMs: z.array(z.number()) }),
  z.object({ kind: z.literal('contrast'), cues: z.array(MeasuredContrast) }),
  z.object({ kind: z.literal('proxy'), url: z.string() }),
  z.object({
    kind: z.literal('export-video'),
    file: FileInfo,
    durationMs: Time,
    checks: z.array(ExportCheck),
  }),
  z.object({ kind: z.literal('export'), state: z.enum(['done', 'kept']), record: ExportRecord }),
  z.object({ kind: z.literal('export-subtitles'), file: FileInfo, cues: z.number().int() }),
  /** `cues` are the ids that `retiming.times` belong to, in that order. */
  z.object({ kind: z.literal('retime'), cues: z.array(Id), retiming: Retiming }),
  z.object({ kind: z.literal('packet'), file: FileInfo }),
  z.object({
    kind: z.literal('place'),
    placed: PlacedText,
    /** True where the rows of a table said what belongs to what. */
    isTable: z.boolean(),
    /** Null for pasted text and documents that carry their own. */
    encoding: EncodingGuess.nullable(),
    issues: z.array(TextIssue),
  }),
  z.object({
    kind: z.literal('translate'),
    made: MachineMade,
    answers: z.array(z.object({ cue: Id, before: z.string(), text: z.string() })),
    /** Texts that were asked for. */
    asked: z.number().int().min(0),
    /** Lines that answered nothing that was asked. */
    odd: z.number().int().min(0),
    /** The last lines the program wrote on stderr, oldest first. */
    said: z.array(z.string()),
  }),
  z.object({ kind: z.literal('brand'), file: BrandFile }),
  z.object({ kind: z.literal('sample'), media: FileInfo, transcript: FileInfo }),
]);

/** See `contract.ts`. */
export const jobCalls = {
  'jobs.list': method(nothing, z.array(Job)),
  'jobs.cancel': method(z.object({ job: Id }), nothing),
  /** The result of a job that is done; `not-found` for any other. */
  'jobs.result': method(z.object({ job: Id }), JobResult),
};

export type JobResult = z.infer<typeof JobResult>;
