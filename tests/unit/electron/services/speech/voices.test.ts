import { expect, test } from 'vitest';
import { pronounceable } from '../../../../../electron/services/speech/pronounceable';
import { voiceFor } from '../../../../../electron/services/speech/voices';

test.each([
  ['kk', 'kk'],
  ['kk-KZ', 'kk'],
  ['kaz', 'kk'],
  ['ru', 'ru'],
  ['en', 'en-us'],
  ['en-GB', 'en'],
  ['EN-gb', 'en'],
  ['es', 'es'],
  ['es-MX', 'es-419'],
  ['fr', 'fr'],
  ['ar', 'ar'],
  ['ar-EG', 'ar'],
  ['uk', 'uk'],
  ['tr', 'tr'],
  ['zh', 'cmn'],
  ['zh-Hans-CN', 'cmn'],
  ['cmn', 'cmn'],
  ['no', 'nb'],
  ['xx', null],
  ['', null],
  ['en_US', null],
])('%s is spoken by %s', (tag, voice) => {
  expect(voiceFor(tag)).toBe(voice);
});

test.each([
  ['<break time="9s"/> a & b | c', ' break time "9s"/  a   b   c'],
  ['[[h@l0U]] x', '  h@l0U   x'],
  ['a\u0000b\u200bc', 'a b c'],
  ['қадір‐қасиеті', 'қадір-қасиеті'],
  ['Women’s “rights” — 25 %…', 'Women’s “rights” — 25 %…'],
])('%j becomes %j', (text, expected) => {
  expect(pronounceable(text)).toBe(expected);
});

test('what is taken out keeps its place', () => {
  const text = 'a 😀<b> 👩‍⚖️ c';
  expect([...pronounceable(text)]).toHaveLength([...text].length);
  expect([...pronounceable(text)].at(-1)).toBe('c');
});
