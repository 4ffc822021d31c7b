import { z } from 'zod';
import { Marker } from '../../domain/marker';
import { CoverRedaction, SoundRedaction, VoiceRedaction } from '../../domain/redaction';
import { MediaReference, ProjectMeta } from '../../domain/project';
import { Cue, Style, Track } from '../../domain/track';
import { Comment, Judgement, Suggestion, Version } from '../../domain/review';
import { Paragraph, Speaker, Word } from '../../domain/transcript';
import type { Project } from '../../domain/project';

/** A project file as read. */
export interface ProjectFile {
  readonly project: Project;
  /** Seq of the last journal entry the file holds; 0 for none. */
  readonly savedSeq: number;
  /** What the journal's entry `savedSeq` must be for the journal to belong to this file: a short hash; null: unknown. */
  readonly savedEntry: string | null;
  /** Fields of the file that this version does not know. */
  readonly extra: Readonly<Record<string, unknown>>;
}

/** What stands in the file besides the tables. */
export const FileHead = z.object({
  format: z.literal('outspoken'),
  version: z.number().int().min(1),
  savedSeq: z.number().int().min(0),
  savedEntry: z.string().max(64).nullable().default(null),
});

/** Names of all tables, in the order of the file. */
export const TABLES = [
  'speakers',
  'styles',
  'tracks',
  'paragraphs',
  'cues',
  'markers',
  'redactions',
  'notes',
  'versions',
] as const;
/** Tables that files of earlier versions do not have. */
export const LATER_TABLES: ReadonlySet<string> = new Set(['markers', 'redactions', 'notes', 'versions']);

const fieldsOf = (schema: { readonly shape: object }): ReadonlySet<string> =>
  new Set(Object.keys(schema.shape).filter((name) => name !== 'extra'));

/** Field names of each kind of record, in the order they are written. */
export const FIELDS = {
  meta: fieldsOf(ProjectMeta),
  media: fieldsOf(MediaReference),
  speakers: fieldsOf(Speaker),
  paragraphs: fieldsOf(Paragraph),
  words: fieldsOf(Word),
  tracks: fieldsOf(Track),
  cues: fieldsOf(Cue),
  styles: fieldsOf(Style),
  markers: fieldsOf(Marker),
  redactions: new Set([
    ...fieldsOf(CoverRedaction),
    ...fieldsOf(SoundRedaction),
    ...fieldsOf(VoiceRedaction),
  ]),
  // One list for all kinds: a field of another kind is refused by none and kept by all.
  notes: new Set([...fieldsOf(Comment), ...fieldsOf(Suggestion), ...fieldsOf(Judgement)]),
  versions: fieldsOf(Version),
  file: new Set([...Object.keys(FileHead.shape), 'meta', ...TABLES]),
} as const;
