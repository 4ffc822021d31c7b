import { z } from 'zod';
import { Hearing } from './alignment';
import { Extra, Id, LanguageTag, Time } from './common';
import { Marker } from './marker';
import { Redaction } from './redaction';
import { ShotCorrections } from './shots';
import { Note, Version } from './review';
import { Paragraph, Speaker } from './transcript';
import { Cue, Style, Track } from './track';
import { Fitting } from './video-output';

/** What tells one media file from another without reading all of it: size and SHA-256 (hex) of first and last MiB. */
export const Fingerprint = z.object({
  sizeBytes: z.number().int().min(0),
  headSha256: z.string().regex(/^[0-9a-f]{64}$/),
  tailSha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Fingerprint = z.infer<typeof Fingerprint>;

/** The project's footage: referenced, never copied or changed. */
export const MediaReference = z.object({
  /** From the project file's folder, with `/` between parts (absolute only across Windows drives). */
  path: z.string().min(1).max(4096),
  fingerprint: Fingerprint,
  durationMs: Time,
});
export type MediaReference = z.infer<typeof MediaReference>;

export const ProjectMeta = z.object({
  id: Id,
  title: z.string().max(500),
  /** Source language: what is spoken and written in the transcript, unless a paragraph says otherwise. */
  language: LanguageTag,
  media: MediaReference.nullable(),
  /** Absent until the transcript was aligned with this footage. */
  hearing: Hearing.optional(),
  /** Which of the footage's sounds is heard (index of its stream); absent for the main one. */
  sound: z.number().int().min(0).optional(),
  /** How the footage fits pictures of other shapes; absent: cut off around its middle. */
  fitting: Fitting.optional(),
  /** Absent until a person corrected the shot changes found. */
  shots: ShotCorrections.optional(),
  /** Words that are right here whatever dictionaries say, by primary language. Absent until there is one. */
  words: z.record(z.string().regex(/^[a-z]{2,8}$/), z.array(z.string().min(1).max(100))).optional(),
  extra: Extra,
});
export type ProjectMeta = z.infer<typeof ProjectMeta>;

/**
 * One interview. Immutable: every change makes a new project that shares all unchanged records.
 * Every table is an array kept sorted by `shared/history`: cues by (startMs, endMs, id), markers by (atMs, id), the others by
 * (order, id).
 */
export const Project = z.object({
  meta: ProjectMeta,
  speakers: z.array(Speaker),
  paragraphs: z.array(Paragraph),
  tracks: z.array(Track),
  cues: z.array(Cue),
  styles: z.array(Style),
  /** Absent while there are none. */
  markers: z.array(Marker).optional(),
  /** What no export may show or let be heard. Absent while there is nothing. */
  redactions: z.array(Redaction).optional(),
  /** What reviewers and colleagues said of it. */
  notes: z.array(Note).default([]),
  /** States to return to, the oldest first. */
  versions: z.array(Version).default([]),
});
export type Project = z.infer<typeof Project>;

/** Names of the tables whose records a change may touch. `meta` holds exactly one record. */
export const TableName = z.enum([
  'meta',
  'speakers',
  'paragraphs',
  'tracks',
  'cues',
  'styles',
  'markers',
  'redactions',
  'notes',
  'versions',
]);
export type TableName = z.infer<typeof TableName>;
