/** Arabic articles and first halves of names, which are written apart, with a hyphen or as one word: al-Khatib, el Khatib, Alkhatib. */

const ARTICLE = /^(?:al|el|аль|эль)$/iu;
/** Before some letters it sounds as they do: as-Sadat, ash-Shahri. */
const AGREEING = /^a(d|n|r|s|sh|t|z)$/iu;
/** As part of a word, if enough stays to be a name. */
const GLUED_ARTICLE = /^(?:(?:al|el|аль|эль)(?=\p{L}{4})|ال(?=\p{L}{3}))/iu;
const HALF = /^(?:abd[aeu]l|abu|abou|عبد|أبو|ابو)$/iu;
const GLUED_HALF = /^(?:abd[aeu]l|عبد)(?=\p{L}{3})/iu;

/** One name of somebody, whether or how its article is written. */
interface Part {
  readonly word: string;
  readonly hasArticle: boolean;
}

function isArticle(word: string, next: string): boolean {
  const letter = AGREEING.exec(word)?.[1];
  return ARTICLE.test(word) || (letter !== undefined && next.toLowerCase().startsWith(letter.toLowerCase()));
}

function partsOf(words: readonly string[]): Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < words.length; at++) {
    const [word = '', next] = [words[at], words[at + 1]];
    if (next !== undefined && isArticle(word, next)) {
      parts.push({ word: next, hasArticle: true });
      at++;
    } else parts.push({ word: word.replace(GLUED_ARTICLE, ''), hasArticle: GLUED_ARTICLE.test(word) });
  }
  return parts;
}

function articlesFor(word: string): readonly string[] {
  if (/\p{Script=Arabic}/u.test(word)) return ['ال'];
  return /\p{Script=Cyrillic}/u.test(word) ? ['Аль', 'Эль'] : ['Al', 'El'];
}

/**
 * The words of a name with its articles left out, and glued to what they stand before in either spelling; with `Abdul` and the like
 * glued or parted. Where one is left out, whichever the text has may stand in between (`ways.ts`). Nothing for names without any,
 * and for those of a single word.
 */
export function otherwiseJoined(words: readonly string[]): string[][] {
  const parts = partsOf(words);
  const found: string[][] = [];
  if (parts.length > 1 && parts.some(({ hasArticle }) => hasArticle)) {
    found.push(parts.map(({ word }) => word));
    for (const nth of [0, 1])
      found.push(
        parts.map(({ word, hasArticle }) => {
          const article = articlesFor(word)[nth];
          return hasArticle && article !== undefined ? `${article}${word}` : word;
        }),
      );
  }
  const glued = words.flatMap((word, at) => {
    if (at > 0 && HALF.test(words[at - 1] ?? '')) return [];
    return [HALF.test(word) ? `${word}${words[at + 1] ?? ''}` : word];
  });
  if (glued.length > 1 && glued.length < words.length) found.push(glued);
  const parted = words.flatMap((word) => {
    const half = GLUED_HALF.exec(word)?.[0];
    return half === undefined ? [word] : [half, word.slice(half.length)];
  });
  if (words.length > 1 && parted.length > words.length) found.push(parted);
  return found;
}
