/** What somebody with a name of several words may be called. */
import { otherwiseJoined } from './articles';

/** Father's names in Russian and Kazakh, in either script: left out as often as said. */
const PATRONYMIC =
  /(?:[ое]вич|ьич|[ое]вна|ична|улы|ұлы|кызы|қызы|оглы|ovich|evich|ovna|evna|[uū]ly|k[yi]zy|q[yi]zy|ogly)$/iu;

/** A father's name in the cases of Russian and Kazakh. */
const PATRONYMIC_DECLINED =
  /(?:[ое]вич|ьич|[ое]вн|ичн|улы|ұлы|кызы|қызы|оглы|ovich|evich|ovn|evn|[uū]ly|k[yi]zy|q[yi]zy|ogly)\p{L}{0,5}$/iu;
/** Small words inside names. */
const PARTICLE =
  /^(?:al|el|bin|bint|ibn|ben|a[dnrstz]|ash|ul|da|de|del|della|di|do|dos|du|la|le|van|von|der|den|ter|y|бен|бин|ибн|аль|эль|بن|ابن|بنت|آل)$/iu;
const INITIAL = /^\p{Cf}*\p{Lu}\p{M}*$/u;
const CAPITALISED = /^\p{Lu}[\p{Ll}\p{M}’'-]+$/u;
/** Letters that a first or family name has at the least to be looked for alone. */
const SHORTEST_PART = 4;

/** Whether a word (as written, behind `gap`) may stand inside a name that does not have it: an initial, a father's or middle name. */
export function mayStandBetween(word: string, gap: string): boolean {
  if (INITIAL.test(word) || PATRONYMIC_DECLINED.test(word) || PARTICLE.test(word)) return true;
  // Another name: in one breath, or it is somebody else's.
  return CAPITALISED.test(word) && /^\s+$/u.test(gap);
}

/** Whether a word of a name tells who is meant even alone. */
export function isNamePart(word: string): boolean {
  const letters = word.match(/\p{L}/gu)?.length ?? 0;
  return letters >= SHORTEST_PART && !PATRONYMIC.test(word) && !PARTICLE.test(word);
}

/**
 * A name's words as they stand, surname first or last (of three words in any order), without a patronymic, with an Arabic article
 * otherwise or without (`articles.ts`), and written as one word (a handle, an address, a hashtag). Each is a list of words.
 */
export function waysToSay(words: readonly string[]): string[][] {
  if (words.length < 2) return words.length === 0 ? [] : [[...words]];
  const said = [words, ...(words.length === 3 ? withoutFathers(words) : []), ...otherwiseJoined(words)];
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
