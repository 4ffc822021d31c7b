import { expect, test } from 'vitest';
import { note, recall } from '../../../../../electron/services/speech/said';
import type { SpokenUtterance } from '../../../../../shared/align/spoken';
import type { Utterance } from '../../../../../shared/spoken/token';

const cepstra = { rows: 3, width: 1, values: new Float32Array(3), levelDb: new Float32Array(3) };
const utterance = (said: string): Utterance => ({
  words: [
    { id: 'a', text: 'At' },
    { id: 'b', text: '5' },
  ],
  language: 'en',
  tokens: [
    { text: 'At', language: 'en', from: 0, to: 1 },
    { text: said, language: 'en', from: 1, to: 2 },
  ],
});
const spoken: SpokenUtterance = {
  wordIds: ['a', 'b'],
  cepstra,
  phones: [
    { phone: 'æ', startMs: 0, endMs: 80.5, word: 0, opensWord: true },
    { phone: '', startMs: 80.5, endMs: 200, word: 0, opensWord: false },
    { phone: 'f', startMs: 200, endMs: 300, word: 1, opensWord: true },
  ],
};

test('what was said is recalled without its sound while it would be said alike, and only then', () => {
  const said = new Map([note(utterance('five'), spoken)]);
  expect(recall(said, utterance('five'))).toMatchObject({
    wordIds: spoken.wordIds,
    phones: spoken.phones,
    cepstra: { rows: 0, width: 0 },
  });
  expect(recall(said, utterance('fifth'))).toBeNull();
  expect(recall(new Map(), utterance('five'))).toBeNull();
});
