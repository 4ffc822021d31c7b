import type { Paragraph } from '../../domain/transcript';
import type { Project, ProjectMeta } from '../../domain/project';
import { sortedProject } from '../../history/tables';
import { versionFor } from './migrations';
import { FIELDS, type ProjectFile } from './schema';
import {
  INNER_MEDIA,
  INNER_WORDS,
  isRecord,
  joinUnknown,
  splitUnknown,
  type JsonRecord,
} from './unknown-fields';

/**
 * A project file as text: JSON indented by two spaces, tables sorted, fields in a fixed order, unknown fields back where they
 * came from, a line feed at the end. The same project always gives the same text.
 */
export function writeProjectFile(file: ProjectFile): string {
  const project = sortedProject(file.project);
  const known = {
    format: 'outspoken',
    version: versionFor(project),
    savedSeq: file.savedSeq,
    savedEntry: file.savedEntry,
    meta: metaOf(project.meta),
    speakers: project.speakers.map((record) => joinUnknown(record, FIELDS.speakers, record.extra)),
    styles: project.styles.map((record) => joinUnknown(record, FIELDS.styles, record.extra)),
    tracks: project.tracks.map((record) => joinUnknown(record, FIELDS.tracks, record.extra)),
    paragraphs: project.paragraphs.map(paragraphOf),
    cues: project.cues.map((record) => joinUnknown(record, FIELDS.cues, record.extra)),
    ...(project.markers && {
      markers: project.markers.map((record) => joinUnknown(record, FIELDS.markers, record.extra)),
    }),
    ...(project.redactions &&
      project.redactions.length > 0 && {
        redactions: project.redactions.map((record) => joinUnknown(record, FIELDS.redactions, record.extra)),
      }),
    ...laterTables(project),
  };
  return `${JSON.stringify(joinUnknown(known, FIELDS.file, file.extra), null, 2)}\n`;
}

/** Tables that came later stand in the file only where there is something in them: earlier files stay as they are. */
function laterTables({ notes, versions }: Project): JsonRecord {
  return {
    ...(notes.length > 0 && {
      notes: notes.map((record) => joinUnknown(record, FIELDS.notes, record.extra)),
    }),
    ...(versions.length > 0 && {
      versions: versions.map((record) => joinUnknown(record, FIELDS.versions, record.extra)),
    }),
  };
}

function metaOf(meta: ProjectMeta): JsonRecord {
  const { inner, extra } = takeInner(meta.extra, INNER_MEDIA);
  const media = meta.media && joinUnknown(meta.media, FIELDS.media, inner);
  return joinUnknown({ ...meta, media }, FIELDS.meta, extra);
}

function paragraphOf(paragraph: Paragraph): JsonRecord {
  const { inner, extra } = takeInner(paragraph.extra, INNER_WORDS);
  const words = paragraph.words.map((word) =>
    joinUnknown(word, FIELDS.words, isRecord(inner) && Object.hasOwn(inner, word.id) ? inner[word.id] : null),
  );
  return joinUnknown({ ...paragraph, words }, FIELDS.paragraphs, extra);
}

function takeInner(
  extra: JsonRecord | undefined,
  name: string,
): { inner: unknown; extra: JsonRecord | null } {
  if (!extra || !Object.hasOwn(extra, name)) return { inner: null, extra: extra ?? null };
  const { fields, extra: rest } = splitUnknown(extra, new Set([name]));
  return { inner: fields[name], extra: rest };
}
