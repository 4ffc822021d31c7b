import { z } from 'zod';
import type { Analyse, Morpheme } from '../../../shared/spoken/japanese/morpheme';

/** What this app uses of a token of lindera-wasm 2.0.0; a word no dictionary has lacks all but its place. */
const Token = z.object({
  /** `[byteStart, byteEnd)` in UTF-8. */
  byteStart: z.number().int(),
  byteEnd: z.number().int(),
  partOfSpeech: z.string(),
  partOfSpeechSubcategory1: z.string().optional(),
  baseForm: z.string().optional(),
  pronunciation: z.string().optional(),
});
const Tokens = z.array(Token);

/** IPADIC's names: 助動詞 (auxiliary), 数 (numeral). */
const AUXILIARY = '助動詞';
const NUMBER = '数';

/**
 * Loads the Japanese dictionary (IPADIC inside Lindera's WASM): about 0.3 s and 110 MB, in a worker only. It says where words
 * are and how they are pronounced.
 */
export async function loadJapanese(): Promise<Analyse> {
  const { TokenizerBuilder } = await import('lindera-wasm-nodejs-ipadic');
  const builder = new TokenizerBuilder();
  builder.setDictionary('embedded://ipadic');
  builder.setMode('normal');
  const tokenizer = builder.build();
  return (text) => {
    const tokens = Tokens.parse(tokenizer.tokenize(text));
    const offsets = utf16Offsets(text);
    return tokens.map((token) => morphemeOf(token, offsets));
  };
}

function morphemeOf(token: z.infer<typeof Token>, offsets: readonly number[]): Morpheme {
  const { partOfSpeech, partOfSpeechSubcategory1, baseForm, pronunciation = '' } = token;
  const isVolition = partOfSpeech === AUXILIARY && baseForm === 'う';
  const kind = partOfSpeechSubcategory1 === NUMBER ? 'number' : isVolition ? 'volition' : 'other';
  return {
    start: offsets[token.byteStart] ?? 0,
    end: offsets[token.byteEnd] ?? 0,
    // Stops are pronounced as themselves there.
    reading: /^[\u30a1-\u30fa\u30fc]+$/u.test(pronunciation) ? pronunciation : '',
    kind,
  };
}

/** For each byte of a text in UTF-8 at which a character begins, and its end: how many UTF-16 units are before it. */
function utf16Offsets(text: string): number[] {
  const offsets: number[] = [];
  let [bytes, units] = [0, 0];
  for (const character of text) {
    offsets[bytes] = units;
    bytes += Buffer.byteLength(character);
    units += character.length;
  }
  offsets[bytes] = units;
  return offsets;
}
