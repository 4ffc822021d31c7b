import { describe, expect, it } from 'vitest';
import { dictionariesFor } from '../../../../shared/spelling/dictionary-names';

const OURS = ['ar', 'en_GB', 'en_US', 'es_ES', 'fr_FR', 'kk_KZ', 'ru_RU'];

describe('dictionariesFor', () => {
  it.each([
    ['ru', ['ru_RU']],
    ['ru-KZ', ['ru_RU']],
    ['en', ['en_GB', 'en_US']],
    ['en-US', ['en_US']],
    ['en-AU', ['en_GB', 'en_US']],
    ['ar-EG', ['ar']],
    ['kk', ['kk_KZ']],
    ['uk', []],
    ['und', []],
    ['not a tag', []],
  ])('%s', (tag, names) => expect(dictionariesFor(tag, OURS)).toEqual(names));

  it('prefers the region of the language', () => {
    expect(dictionariesFor('de', ['de_AT', 'de_CH', 'de_DE'])).toEqual(['de_DE']);
    expect(dictionariesFor('sr-Latn', ['sr_Cyrl', 'sr_Latn'])).toEqual(['sr_Latn']);
  });
});
