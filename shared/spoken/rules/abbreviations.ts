import { around, coreAt, saidInFull, type Place, type Reading } from '../place';

/** Longest abbreviation in written words: `т. с. с.` */
const MOST_WORDS = 3;

/** `т. д.`, `e.g.`, `ул.`, `M.`: in full. A dot is needed, unless the abbreviation cannot be read as a word. */
export function abbreviations(place: Place): Reading | null {
  for (let words = MOST_WORDS; words >= 1; words--) {
    const parts = Array.from({ length: words }, (_, offset) => coreAt(place, offset));
    if (parts.some(({ core }) => core === '')) continue;
    const isDotted = parts.every(({ tail }) => tail.startsWith('.'));
    const written = parts.map(({ core }) => core).join('. ');
    if (!isDotted && (words > 1 || !isUnreadable(written))) continue;
    const text = inFull(written, place);
    if (text !== null) return spread(text, place, words);
  }
  return null;
}

function inFull(written: string, place: Place): string | null {
  const key = written.toLowerCase();
  // A capital with a dot is an initial, save the French “M.”; `г.` and `с.` are written small.
  const isSingle = [...written].length === 1;
  if (isSingle && key !== written && place.language.slice(0, 2) !== 'fr') return null;
  if (isSingle && key === written && place.language.slice(0, 2) === 'fr' && key !== 's') return null;
  const table = place.reader.abbreviations;
  return (
    place.reader.inflected?.(key, around(place)) ?? (Object.hasOwn(table, key) ? (table[key] ?? null) : null)
  );
}

/** No vowel and no capital, or a hyphen in the middle: nobody reads it as it is. */
function isUnreadable(word: string): boolean {
  if (word.includes('-')) return true;
  return (
    [...word].length > 1 &&
    !/[aeiouyаеёиоуыэюяәіөұү]/iu.test(word.toLowerCase()) &&
    word === word.toLowerCase()
  );
}

/** As many spoken words as written ones go one to one; otherwise they share what is said. */
function spread(text: string, place: Place, words: number): Reading {
  const spoken = text.split(' ');
  if (spoken.length !== words) return saidInFull(text, place, words);
  return spoken.flatMap((part, offset) => saidInFull(part, { ...place, at: place.at + offset }));
}
