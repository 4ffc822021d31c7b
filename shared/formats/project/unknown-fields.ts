export type JsonRecord = Readonly<Record<string, unknown>>;

/** Whether a value is a JSON object (not an array). */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Splits a record as read into the fields this version knows and the rest. `extra` is null where there is no rest. Cost: one
 * look at each field; the record itself comes back where nothing was unknown.
 */
export function splitUnknown(
  record: JsonRecord,
  known: ReadonlySet<string>,
): { fields: JsonRecord; extra: JsonRecord | null } {
  const unknown = Object.keys(record).filter((name) => !known.has(name));
  if (unknown.length === 0) return { fields: record, extra: null };
  // fromEntries defines own properties, so that a field named __proto__ stays a field.
  const pick = (wanted: (name: string) => boolean) =>
    Object.fromEntries(Object.entries(record).filter(([name]) => wanted(name)));
  return { fields: pick((name) => known.has(name)), extra: pick((name) => !known.has(name)) };
}

/** The known fields in the order of `known`, then the unknown ones; a known name is never taken over by an unknown field. */
export function joinUnknown(record: JsonRecord, known: ReadonlySet<string>, extra: unknown): JsonRecord {
  const fields = [...known].filter((name) => record[name] !== undefined).map((name) => [name, record[name]]);
  const rest = isRecord(extra) ? Object.entries(extra).filter(([name]) => !known.has(name)) : [];
  return Object.fromEntries([...fields, ...rest]) as JsonRecord;
}

/**
 * Where unknown fields of things inside a record are kept, which have no `extra` of their own: words (by id) in their
 * paragraph's, the media reference's in the meta's. No field of a file begins with `~`.
 */
export const INNER_WORDS = '~words';
export const INNER_MEDIA = '~media';

/** Deepest nesting of unknown fields that is kept: enough for any honest file, shallow enough to be written again. */
export const MAX_DEPTH = 64;

/** Whether plain data nests at most `MAX_DEPTH` levels. Looks at one level after the other, so that no stack overflows. */
export function isShallow(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return false;
    level = level.flatMap((item): unknown[] =>
      typeof item === 'object' && item !== null ? Object.values(item) : [],
    );
  }
  return true;
}
