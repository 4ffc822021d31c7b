import { createHunspellFromStrings, type Hunspell } from 'hunspell-wasm';
import { decode, encodingExists } from 'iconv-lite';
import { AppError } from '../../../shared/api/errors';
import { affixEncoding, asUtf8Affixes } from '../../../shared/spelling/affix-file';
import { dominantScript } from '../../../shared/text/scripts';
import { readFileCapped } from '../../platform/files';
import type { DictionaryFiles } from './question';

/** Far above any dictionary known (Hungarian has 12 MB). */
const MAX_BYTES = 64 * 1024 * 1024;
/** So much of a dictionary shows its letters. */
const SAMPLE = 64 * 1024;

export interface Dictionary {
  readonly hunspell: Hunspell;
  /** ISO 15924 code of the letters it is written in: words in others are not its business. */
  readonly script: string | null;
}

/** Reads a dictionary of any encoding. Throws as `readFileCapped`, and `bad-dictionary` where Hunspell cannot use it. */
export async function loadDictionary({ name, aff, dic }: DictionaryFiles): Promise<Dictionary> {
  const affBytes = await readFileCapped(aff, MAX_BYTES);
  const dicBytes = await readFileCapped(dic, MAX_BYTES);
  const encoding = affixEncoding(affBytes.toString('latin1'));
  if (!encodingExists(encoding)) throw new AppError('bad-dictionary', { name });
  const words = decode(dicBytes, encoding);
  try {
    const hunspell = await createHunspellFromStrings(asUtf8Affixes(decode(affBytes, encoding)), words);
    return { hunspell, script: dominantScript(middleOf(words)) };
  } catch (error) {
    throw new AppError('bad-dictionary', { name }, { cause: error });
  }
}

/** A dictionary may begin with numerals and foreign abbreviations. Flags and grammar behind the word are no words. */
function middleOf(words: string): string {
  const from = words.indexOf('\n', words.length >> 1) + 1;
  return words.slice(from, from + SAMPLE).replaceAll(/[/\t ].*/g, '');
}
