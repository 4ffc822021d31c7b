import { z } from 'zod';

/** An opaque record identity: 1 to 64 characters of a safe alphabet, unique in its project. */
export const Id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
export type Id = z.infer<typeof Id>;

/** A time in integer milliseconds; 0 is the start of the media's timeline. At most 1,000 hours. */
export const Time = z.number().int().min(0).max(3_600_000_000);

/** BCP 47 language tag, e.g. `kk`, `ru`, `en-GB`, `zh-Hans`. */
export const LanguageTag = z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);
export type LanguageTag = z.infer<typeof LanguageTag>;

/** Where records of one table stand; any finite number, new records go between two others by their mean. */
export const Order = z.number();

/** Fields a newer version wrote and this one does not know: kept, and written back beside the known ones. */
export const Extra = z.record(z.string(), z.unknown()).optional();
