import { z } from 'zod';
import { LanguageTag } from './common';

const Spelling = z.string().trim().min(1).max(200);

/** How a name may be written. */
export const SpeltName = z.object({
  name: Spelling,
  /** Other spellings, nicknames, the name in other scripts that transliteration would not find. */
  aliases: z.array(Spelling).max(50),
});
export type SpeltName = z.infer<typeof SpeltName>;

/** A name, alias or place that must not leave with any export. */
export const ProtectedName = SpeltName.extend({
  kind: z.enum(['person', 'place', 'other']),
  /** Looked for in these languages only; none: in all. Texts of no known language (file names, metadata) always count. */
  languages: z.array(LanguageTag).max(50),
  /** Takes the name's place in everything that leaves; null: the name stops the export. */
  pseudonym: Spelling.nullable(),
});
export type ProtectedName = z.infer<typeof ProtectedName>;
