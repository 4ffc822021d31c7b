import { stemsOf, type Stem } from '../safety/endings';
import { dictionaryForm } from './words';

/** Longest file of learnt words that is read: names, not a library. */
export const MAX_LEARNT = 20_000;

/** The words of a campaign's file: one a line, `#` begins a remark. Never throws. */
export function parseLearnt(text: string): string[] {
  const lines = text
    .replace('\ufeff', '')
    .split(/\r\n?|\n/u, MAX_LEARNT)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  return [...new Set(lines.map(dictionaryForm))];
}

/** The file with a word added at its end or taken out; what else is in it stays as it is. */
export function withLearnt(text: string, word: string, isLearnt: boolean): string {
  const form = dictionaryForm(word.trim());
  const lines = text.split('\n');
  const isIt = (line: string) => dictionaryForm(line.trim()) === form;
  if (!isLearnt) return lines.filter((line) => !isIt(line)).join('\n');
  if (lines.some(isIt)) return text;
  return `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${form}\n`;
}

/**
 * Whether a word is one of those learnt: in small or capital letters, and with the endings that names take in Russian, Kazakh and
 * Arabic or an English ’s.
 */
export function learntMatcher(learnt: Iterable<string>): (word: string) => boolean {
  const exact = new Set<string>();
  const stems = new Map<string, Stem[]>();
  for (const word of learnt) {
    const form = dictionaryForm(word);
    exact.add(plain(form));
    for (const stem of stemsOf(plain(form), form)) {
      const key = stem.stem.slice(0, KEY);
      stems.set(key, [...(stems.get(key) ?? []), stem]);
    }
  }
  return (word) => {
    const form = plain(dictionaryForm(word).replace(/'s$/u, ''));
    if (exact.has(form)) return true;
    const near = stems.get(form.slice(0, KEY)) ?? [];
    return near.some(({ stem, accepts }) => form.startsWith(stem) && accepts(form.slice(stem.length)));
  };
}

/** Stems are kept by their first letters; the shortest has two. */
const KEY = 2;

/** As `stemsOf` wants its words. */
function plain(word: string): string {
  return word.toLowerCase().replaceAll('й', 'и').replaceAll('ё', 'е');
}
