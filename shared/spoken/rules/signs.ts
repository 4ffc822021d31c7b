import { coreAt, said, type Place, type Reading } from '../place';

/** Signs that stand alone or inside a word: `&`, `+`, `№`, `@`, a slash between words. */
export function signs(place: Place): Reading | null {
  const word = coreAt(place);
  const { and, plus, number, at, hash } = place.reader.symbols;
  const alone = {
    '&': and,
    '+': plus,
    '№': number,
    '#': /^\d/u.test(coreAt(place, 1).core) ? number : hash,
    '@': at,
  }[word.core];
  if (alone !== undefined) return said(alone, word);
  const marked = /^([№#])(\d.*)$/u.exec(word.core);
  if (marked) return said(`${number} ${marked[2] ?? ''}`, word);
  if (!/\p{L}[&/\\|]\p{L}|\d\/\d/u.test(word.core)) return null;
  return said(
    word.core
      .replaceAll('&', ` ${and} `)
      .replace(/[/\\|]/gu, ' ')
      .replace(/ {2,}/gu, ' '),
    word,
  );
}

/** The word as it is written; nothing for one without letters, digits and spoken signs. */
export function plain(place: Place): Reading {
  const { text, core } = coreAt(place);
  return [{ text: core === '' || !/[\p{L}\p{N}%°+$€£₸₽]/u.test(core) ? '' : text, words: 1 }];
}
