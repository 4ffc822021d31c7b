import { z } from 'zod';
import { Id } from './common';
import { Marker } from './marker';
import { ProjectMeta, type TableName } from './project';
import { Redaction } from './redaction';
import { Note, Version } from './review';
import { Paragraph, Speaker } from './transcript';
import { Cue, Style, Track } from './track';

const of = <T extends TableName, R extends z.ZodType>(table: T, record: R) =>
  z.object({ table: z.literal(table), id: Id, before: record.nullable(), after: record.nullable() });

/** What happened to one record: `before` null means added, `after` null removed, both set changed. */
export const RecordChange = z.discriminatedUnion('table', [
  of('meta', ProjectMeta),
  of('speakers', Speaker),
  of('paragraphs', Paragraph),
  of('tracks', Track),
  of('cues', Cue),
  of('styles', Style),
  of('markers', Marker),
  of('redactions', Redaction),
  of('notes', Note),
  of('versions', Version),
]);
export type RecordChange = z.infer<typeof RecordChange>;

/**
 * One step of a project's history and one line of its journal. `seq` grows by one from 1.
 * `do` carries an edit; `undo` and `redo` name in `target` the `do` they take back or bring again.
 */
export const JournalEntry = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('do'),
    seq: z.number().int().min(1),
    /** Name of the edit, e.g. `cue.setText`. */
    command: z.string().min(1).max(100),
    /** A message key that names the step in the undo menu. */
    label: z.string().min(1).max(100),
    changes: z.array(RecordChange),
  }),
  z.object({
    kind: z.enum(['undo', 'redo']),
    seq: z.number().int().min(1),
    target: z.number().int().min(1),
  }),
]);
export type JournalEntry = z.infer<typeof JournalEntry>;
