import { readerOf } from './languages/index';
import { coreOf, type Place, type Reading, type Rule } from './place';
import { abbreviations } from './rules/abbreviations';
import { acronyms } from './rules/acronyms';
import { clock } from './rules/clock';
import { dates } from './rules/dates';
import { fractions } from './rules/fractions';
import { hesitations } from './rules/hesitations';
import { numbers } from './rules/numbers';
import { phones } from './rules/phones';
import { roman } from './rules/roman';
import { plain, signs } from './rules/signs';
import { units } from './rules/units';
import { web } from './rules/web';

/** In this order: the first rule that has a reading wins. The last one always has. */
const RULES: readonly Rule[] = [
  web,
  phones,
  dates,
  clock,
  fractions,
  numbers,
  units,
  roman,
  abbreviations,
  acronyms,
  hesitations,
  signs,
];

/**
 * What is said for the clean words of one sentence in a language (BCP 47), in order: each part with its text (empty:
 * nothing is said) and for how many words it stands. The counts sum up to the words. Never throws. Linear.
 */
export function readWords(words: readonly string[], language: string): Reading {
  const cores = words.map(coreOf);
  const reader = readerOf(language);
  const reading: { text: string; words: number }[] = [];
  for (let at = 0; at < cores.length;) {
    const place: Place = { words: cores, at, language, reader };
    const found = RULES.reduce<Reading | null>((done, rule) => done ?? rule(place), null) ?? plain(place);
    reading.push(...found);
    at += found.reduce((sum, part) => sum + part.words, 0);
  }
  return reading;
}
