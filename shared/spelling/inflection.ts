import { primaryLanguage } from '../text/locale';
import { isKazakhForm } from './kazakh';

/** Whether a word is a regular form of one that `spells` knows. */
export type Inflection = (word: string, spells: (word: string) => boolean) => boolean;

const nothing: Inflection = () => false;

/** What is known of a language's forms beyond its dictionary's: Kazakh's lists no forms of two endings and more. */
export function inflectionFor(language: string): Inflection {
  return primaryLanguage(language) === 'kk' ? isKazakhForm : nothing;
}
