import type { JsonRecord } from './unknown-fields';

/** Turns the file of one version into that of the next. Pure; may throw `AppError` for what cannot be carried over. */
export type Migration = (file: JsonRecord) => JsonRecord;

/** The version this app writes. */
export const PROJECT_VERSION = 1;

/** `MIGRATIONS[n]` turns version n + 1 into n + 2; a new version adds one line and a fixture of the old version to the tests. */
export const MIGRATIONS: readonly Migration[] = [];

/** A file of `version` (1 to `migrations.length + 1`) as one of the newest version. */
export function migrate(
  file: JsonRecord,
  version: number,
  migrations: readonly Migration[] = MIGRATIONS,
): JsonRecord {
  return migrations.slice(version - 1).reduce((current, step) => step(current), file);
}
