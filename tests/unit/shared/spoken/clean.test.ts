import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanWord } from '../../../../shared/spoken/clean';

test.each([
  ['soft hyphen and zero-width space', 'объ\u00adяв\u200bил', 'объявил'],
  ['a letter in two parts', 'мои\u0306', 'мой'],
  ['a stress mark', 'за\u0301мок', 'замок'],
  ['Latin letters in a Russian word', 'cвoбoдa', 'свобода'],
  ['a Latin i in a Kazakh word', 'бiз', 'біз'],
  ['a Cyrillic letter in an English word', 'huмan', 'huмan'],
  ['look-alikes in an English word', 'freеdom', 'freedom'],
  ['italics', '<i>word</i>', 'word'],
  ['Arabic digits', '٢٥٪', '25%'],
  ['Persian digits', '۲۰۲۶', '2026'],
  ['a word with an accent', 'naïve', 'naïve'],
  ['nothing else', '\u200b', ''],
])('%s', (_, written, clean) => {
  expect(cleanWord(written)).toBe(clean);
});

test('is done after one go', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
      const once = cleanWord(text);
      expect(cleanWord(once)).toBe(once);
    }),
  );
});
