import { primaryLanguage } from '../../text/locale';
import { setOf, type Reader } from '../reader';
import { ar } from './ar';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { kk } from './kk';
import { ru } from './ru';

const READERS: Readonly<Record<string, Reader>> = { en, ru, kk, es, fr, ar };

/** Languages without a table: Unicode's names of units, months and currencies, and espeak-ng for the rest. */
const PLAIN: Reader = {
  abbreviations: {},
  spelled: setOf(''),
  asWords: setOf(''),
  symbols: { and: '', at: '', dot: '', number: '', hash: '', plus: '+', to: '', hours: '' },
  decimalSign: ',',
  beforeRoman: setOf(''),
  afterRoman: setOf(''),
};

/** How a language (BCP 47) is read aloud. */
export function readerOf(language: string): Reader {
  return READERS[primaryLanguage(language)] ?? PLAIN;
}

/** Whether the app has a table of its own for a language. */
export function hasReader(language: string): boolean {
  return primaryLanguage(language) in READERS;
}
