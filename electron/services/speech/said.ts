import { z } from 'zod';
import type { SpokenPhone, SpokenUtterance } from '../../../shared/align/spoken';
import type { SpokenToken, Utterance } from '../../../shared/spoken/token';

/**
 * The sounds that were said for utterances before, as text, by the id of their first word: so that a piece of a transcript need
 * not be said again, which takes most of the time that it takes. Some 5 MB for an hour.
 */
export type Said = ReadonlyMap<string, string>;

const Noted = z.object({
  tokens: z.array(z.tuple([z.string(), z.string(), z.number(), z.number()])),
  phones: z.array(z.tuple([z.string(), z.number(), z.number(), z.number(), z.boolean()])),
});
type Noted = z.infer<typeof Noted>;

/** What is to be kept of an utterance that was said: an entry of `Said`. */
export function note({ words, tokens }: Utterance, { phones }: SpokenUtterance): [string, string] {
  const noted: Noted = {
    tokens: tokens.map(partsOfToken),
    phones: phones.map(({ phone, startMs, endMs, word, opensWord }) => [
      phone,
      startMs,
      endMs,
      word,
      opensWord,
    ]),
  };
  return [words[0]?.id ?? '', JSON.stringify(noted)];
}

/** An utterance as it was said before, without its sound; null where it was not, or is to be said otherwise now. */
export function recall(said: Said, { words, tokens }: Utterance): SpokenUtterance | null {
  const text = said.get(words[0]?.id ?? '');
  if (text === undefined) return null;
  const noted = Noted.parse(JSON.parse(text));
  if (JSON.stringify(noted.tokens) !== JSON.stringify(tokens.map(partsOfToken))) return null;
  return {
    wordIds: words.map(({ id }) => id),
    cepstra: { rows: 0, width: 0, values: new Float32Array(0), levelDb: new Float32Array(0) },
    phones: noted.phones.map(([phone, startMs, endMs, word, opensWord]): SpokenPhone => ({
      phone,
      startMs,
      endMs,
      word,
      opensWord,
    })),
  };
}

function partsOfToken({ text, language, from, to }: SpokenToken): Noted['tokens'][number] {
  return [text, language, from, to];
}
