import { expect, test } from 'vitest';
import { featuresOf } from '../../../../../shared/translation/place/features';

test.each([
  ['el', 'Τι κάνεις;', '?'],
  ['el', '«Τι κάνεις;»', '?'],
  ['en', 'He said so;', ''],
  ['en', '“He said so;”', ''],
  ['en', '“Did he?” ', '?'],
  ['ar', 'من أنت؟', '?'],
  ['zh', '你好！', '!'],
  ['en', '', ''],
] as const)('how a sentence ends: %s %s', (language, text, end) => {
  expect(featuresOf(text, language, 0).end).toBe(end);
});
