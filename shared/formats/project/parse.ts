import type { z } from 'zod';
import { AppError } from '../../api/errors';
import { Project } from '../../domain/project';
import { sortedProject } from '../../history/tables';
import { migrate, PROJECT_VERSION } from './migrations';
import { FIELDS, FileHead, LATER_TABLES, TABLES, type ProjectFile } from './schema';
import {
  INNER_MEDIA,
  INNER_WORDS,
  isRecord,
  isShallow,
  splitUnknown,
  type JsonRecord,
} from './unknown-fields';

/**
 * Reads a project file. `name` is the file's name, for the messages. Unknown fields are kept (`extra`), tables come sorted.
 * Throws `not-a-project` (not JSON, or JSON of something else), `newer-version` (`found`, `known`), `damaged-project`
 * (`reason`, `kept` is empty: the caller knows where it keeps the file).
 */
export function parseProjectFile(text: string, name: string): ProjectFile {
  const raw = readJson(text, name);
  if (!isRecord(raw) || raw.format !== 'outspoken') throw new AppError('not-a-project', { name });
  const version = raw.version;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    throw damaged(name, 'its version is not a number');
  if (version > PROJECT_VERSION)
    throw new AppError('newer-version', { name, found: version, known: PROJECT_VERSION });
  const file = migrate(raw, version);
  const head = checked(FileHead, file, name);
  const project = sortedProject(checked(Project, projectOf(file, name), name));
  refuseTangles(project, name);
  const { extra } = splitUnknown(file, FIELDS.file);
  refuseAbyss([extra, project.meta.extra], name);
  for (const table of TABLES)
    refuseAbyss(
      (project[table] ?? []).map((record) => record.extra),
      name,
    );
  return { project, savedSeq: head.savedSeq, savedEntry: head.savedEntry, extra: extra ?? {} };
}

function readJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch (error) {
    // What begins like one of ours was one of ours; so was a file of nothing, as a power cut leaves it.
    const ours = /^\uFEFF?\s*\{\s*"format"\s*:\s*"outspoken"/.test(text);
    const blank = !/[^\s\0]/.test(text.slice(0, 4096));
    if (!ours && !blank) throw new AppError('not-a-project', { name });
    const reason = blank ? 'it is empty' : error instanceof Error ? error.message : 'it is not JSON';
    throw damaged(name, reason.slice(0, 200));
  }
}

function damaged(name: string, reason: string): AppError {
  return new AppError('damaged-project', { name, reason, kept: '' });
}

function checked<S extends z.ZodType>(schema: S, value: unknown, name: string): z.infer<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw damaged(name, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`.slice(0, 300));
}

/** The tables with unknown fields moved into `extra`; what is not of the right shape is left for the schema to name. */
function projectOf(file: JsonRecord, name: string): JsonRecord {
  const tables: Record<string, unknown> = { meta: metaOf(file.meta) };
  for (const table of TABLES) {
    const records = file[table];
    if (records === undefined && LATER_TABLES.has(table)) continue;
    if (!Array.isArray(records)) throw damaged(name, `the table ${table} is missing`);
    tables[table] = records.map((record: unknown) =>
      table === 'paragraphs' ? paragraphOf(record) : recordOf(record, FIELDS[table]),
    );
  }
  return tables;
}

function recordOf(record: unknown, known: ReadonlySet<string>, inner: JsonRecord | null = null): unknown {
  if (!isRecord(record)) return record;
  const { fields, extra } = splitUnknown(record, known);
  return extra || inner ? { ...fields, extra: { ...extra, ...inner } } : fields;
}

function metaOf(meta: unknown): unknown {
  if (!isRecord(meta) || !isRecord(meta.media)) return recordOf(meta, FIELDS.meta);
  const { fields, extra } = splitUnknown(meta.media, FIELDS.media);
  return recordOf({ ...meta, media: fields }, FIELDS.meta, extra && { [INNER_MEDIA]: extra });
}

function paragraphOf(paragraph: unknown): unknown {
  if (!isRecord(paragraph) || !Array.isArray(paragraph.words)) return recordOf(paragraph, FIELDS.paragraphs);
  const extras: [string, JsonRecord][] = [];
  const words = paragraph.words.map((word: unknown) => {
    if (!isRecord(word)) return word;
    const { fields, extra } = splitUnknown(word, FIELDS.words);
    if (extra && typeof word.id === 'string') extras.push([word.id, extra]);
    return fields;
  });
  const inner = extras.length > 0 ? { [INNER_WORDS]: Object.fromEntries(extras) } : null;
  return recordOf(inner ? { ...paragraph, words } : paragraph, FIELDS.paragraphs, inner);
}

/** The known fields have the depth of their schema; unknown ones could overflow the stack when they are written again. */
function refuseAbyss(extras: readonly unknown[], name: string): void {
  if (!extras.every((extra) => extra === undefined || isShallow(extra)))
    throw damaged(name, 'it is nested too deeply');
}

/** Ids must be unique, or undo would meet the wrong record; a cue without a track would be shown nowhere. */
function refuseTangles(project: Project, name: string): void {
  for (const table of TABLES) {
    const ids = new Set<string>();
    for (const { id } of project[table] ?? []) {
      if (ids.has(id)) throw damaged(name, `the id ${id} is used twice in ${table}`);
      ids.add(id);
    }
  }
  const tracks = new Set(project.tracks.map(({ id }) => id));
  const stray = project.cues.find(({ trackId }) => !tracks.has(trackId));
  if (stray) throw damaged(name, `the cue ${stray.id} belongs to no track`);
}
