import { z } from 'zod';

/** Where a dictionary's two files are. */
export const DictionaryFiles = z.object({ name: z.string(), aff: z.string(), dic: z.string() });
export type DictionaryFiles = z.infer<typeof DictionaryFiles>;

/** What the spelling worker is asked: which words none of the dictionaries knows, or what one was meant to be. */
export const SpellingQuestion = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('check'),
    language: z.string(),
    dictionaries: z.array(DictionaryFiles),
    words: z.array(z.string()),
  }),
  z.object({
    kind: z.literal('suggest'),
    language: z.string(),
    dictionaries: z.array(DictionaryFiles),
    word: z.string(),
  }),
]);
export type SpellingQuestion = z.infer<typeof SpellingQuestion>;

/** Its answer: the wrong words, or suggestions, best first. */
export const SpellingAnswer = z.array(z.string());
