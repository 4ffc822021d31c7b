import type { Project } from '../../domain/project';
import type { JsonRecord } from './unknown-fields';

/** Turns the file of one version into that of the next. Pure; may throw `AppError` for what cannot be carried over. */
export type Migration = (file: JsonRecord) => JsonRecord;

/** The newest version this app writes and reads. */
export const PROJECT_VERSION = 3;

/** The first that has redactions: an app that does not know them would export what they hide, so it must refuse the file. */
const WITH_REDACTIONS = 2;

/** The first whose words need not stand apart: an app that does not know that would write spaces between the words of Chinese. */
const WITH_GAPS = 3;

/** The version to write a project as: the earliest whose apps do all of it justice. */
export function versionFor({ redactions, paragraphs }: Pick<Project, 'redactions' | 'paragraphs'>): number {
  if (paragraphs.some(({ words }) => words.some(({ gap }) => gap !== undefined))) return WITH_GAPS;
  return redactions && redactions.length > 0 ? WITH_REDACTIONS : 1;
}

/** `MIGRATIONS[n]` turns version n + 1 into n + 2; a new version adds one line and a fixture of the old version to the tests. */
export const MIGRATIONS: readonly Migration[] = [
  // 2 adds a table, and nothing of 1 means anything else in it.
  (file) => file,
  // 3 adds a field of words; without it a space stands before a word, as ever.
  (file) => file,
];

/** A file of `version` (1 to `migrations.length + 1`) as one of the newest version. */
export function migrate(
  file: JsonRecord,
  version: number,
  migrations: readonly Migration[] = MIGRATIONS,
): JsonRecord {
  return migrations.slice(version - 1).reduce((current, step) => step(current), file);
}
