import { expect, test } from 'vitest';
import { languageName, scriptName } from '../../../../shared/text/names';

test.each([
  ['kk', 'en', 'Kazakh'],
  ['kk', 'kk', 'қазақ тілі'],
  ['und', 'en', 'und'],
  ['not a tag', 'en', 'not a tag'],
])('the language %s is called in %s: %s', (tag, locale, name) => {
  expect(languageName(tag, locale)).toBe(name);
});

test('scripts have names too', () => {
  expect(scriptName('Cyrl')).toBe('Cyrillic');
});
