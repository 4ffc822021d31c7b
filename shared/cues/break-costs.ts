/**
 * What a break after a word costs the reader: 0 at a sentence's end, 10 between any two words, up to 60 where it hurts.
 * The figures are ours. Where to break and what never to part: Netflix Timed Text Style Guide, General Requirements
 * (215758617), “Line Treatment”: after punctuation, before conjunctions and prepositions; not article and noun, first and
 * last name, pronoun and verb. Numbers and enclitics are our additions; adjectives are not told from nouns.
 */
export const COST = {
  sentence: 0,
  clause: 2,
  comma: 3,
  opening: 5,
  quote: 5,
  phrase: 8,
  plain: 10,
  number: 20,
  name: 22,
  leaning: 26,
  attached: 40,
  punctuation: 60,
  /** A line would begin or end with what never may in writing without spaces: only what fits nowhere else is broken here. */
  never: 1_000,
} as const;
