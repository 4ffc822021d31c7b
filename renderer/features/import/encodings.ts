import type { EncodingGuess } from '../../../shared/api/contract';
import type { Option } from '../../ui/field';
import { t } from '../../app/messages';

/** Encodings that subtitle and transcript files of our languages come in, besides what the guess names. */
const COMMON = [
  'utf8',
  'utf-16le',
  'utf-16be',
  'windows-1251',
  'windows-1252',
  'windows-1256',
  'koi8-r',
  'cp866',
  'rk1048',
  'pt154',
  'iso-8859-5',
  'iso-8859-1',
] as const;

const sameName = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** What can be chosen: the guess first, its alternatives, then the common ones; each once. */
export function encodingOptions(guess: EncodingGuess): readonly Option<string>[] {
  const seen = new Set<string>();
  const options: Option<string>[] = [];
  for (const value of [guess.encoding, ...guess.alternatives, ...COMMON]) {
    if (seen.has(sameName(value))) continue;
    seen.add(sameName(value));
    const isGuess = options.length === 0;
    options.push({ value, label: isGuess ? t('import.encodingGuess', { encoding: value }) : value });
  }
  return options;
}
