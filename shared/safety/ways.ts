/** What somebody with a name of several words may be called. */

/** Father's names in Russian and Kazakh, in either script: left out as often as said. */
const PATRONYMIC =
  /(?:[ое]вич|ьич|[ое]вна|ична|улы|ұлы|кызы|қызы|оглы|ovich|evich|ovna|evna|[uū]ly|k[yi]zy|q[yi]zy|ogly)$/iu;

/**
 * A name's words as they stand, surname first or last (of three words in any order), without a patronymic, and written as one word
 * (a handle, an address, a hashtag). Each is a list of words.
 */
export function waysToSay(words: readonly string[]): string[][] {
  if (words.length < 2) return words.length === 0 ? [] : [[...words]];
  const said = [words, ...(words.length === 3 ? withoutFathers(words) : [])];
  const joined = said
    .flatMap((each) => (each.length === 2 ? orders(each) : [each]))
    .map((each) => [each.join('')]);
  return [...said.flatMap(orders), ...joined];
}

function withoutFathers(words: readonly string[]): string[][] {
  const others = words.filter((word) => !PATRONYMIC.test(word));
  return others.length === 2 ? [others] : [];
}

function orders(words: readonly string[]): string[][] {
  if (words.length < 2 || words.length > 3) return [[...words]];
  return words.flatMap((word, at) => orders(words.toSpliced(at, 1)).map((rest) => [word, ...rest]));
}
