import { likelyLocale } from './locale';

/** Scripts written right to left and in living use (ours, checked by no table). */
const RIGHT_TO_LEFT = new Set([
  'Adlm',
  'Arab',
  'Hebr',
  'Mand',
  'Mend',
  'Nkoo',
  'Rohg',
  'Samr',
  'Syrc',
  'Thaa',
  'Yezi',
]);

/** The direction a language is written in; an unknown or broken tag counts as left to right. */
export function directionOf(languageTag: string): 'ltr' | 'rtl' {
  const { script } = likelyLocale(languageTag);
  return script !== null && RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr';
}
