import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withSilentWords } from '../../../../shared/align/silent-words';

type Times = readonly [number, number] | null;

/** `null` is a word not found, `'-'` one without sound. */
function placed(...words: readonly (Times | '-')[]): Times[] {
  const timings = words.map((word, index) => {
    const [startMs, endMs] = word === '-' || word === null ? [null, null] : word;
    return { wordId: String(index), startMs, endMs, confidence: 0.5 };
  });
  return withSilentWords(timings, (index) => words[index] !== '-').map(({ startMs, endMs }) =>
    startMs === null || endMs === null ? null : [startMs, endMs],
  );
}

test.each([
  [
    'in the pause after a word',
    [[0, 100], '-', [400, 500]],
    [
      [0, 100],
      [100, 200],
      [400, 500],
    ],
  ],
  [
    'at the cost of the word before',
    [[0, 100], '-', [100, 200]],
    [
      [0, 90],
      [90, 100],
      [100, 200],
    ],
  ],
  [
    'two of them',
    [[0, 100], '-', '-', [100, 200]],
    [
      [0, 80],
      [80, 90],
      [90, 100],
      [100, 200],
    ],
  ],
  [
    'at the beginning',
    ['-', '-', [100, 200]],
    [
      [100, 110],
      [110, 120],
      [120, 200],
    ],
  ],
  [
    'at the end',
    [[0, 100], '-'],
    [
      [0, 90],
      [90, 100],
    ],
  ],
  ['more than a short word can bear', ['-', '-', '-', [0, 4]], [null, null, null, [0, 4]]],
  ['beside a word not found', [null, '-', [100, 200]], [null, null, [100, 200]]],
  ['alone', ['-', '-'], [null, null]],
] as const)('words without sound: %s', (_, words, expected) => {
  expect(placed(...words)).toEqual(expected);
});

test('times rise, none is empty, and words with sound keep a quarter of theirs', () => {
  const word = fc.oneof(
    fc.constant('-' as const),
    fc.constant(null),
    fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 60 })),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), (steps) => {
      let at = 0;
      const words = steps.map((step): Times | '-' => {
        if (step === null || step === '-') return step;
        const startMs = at + step[0];
        at = startMs + step[1];
        return [startMs, at];
      });
      let last = 0;
      for (const [index, times] of placed(...words).entries()) {
        if (times === null) continue;
        expect(times[0]).toBeGreaterThanOrEqual(last);
        expect(times[1]).toBeGreaterThan(times[0]);
        last = times[1];
        const own = words[index];
        if (own !== '-' && own) expect((times[1] - times[0]) * 4).toBeGreaterThanOrEqual(own[1] - own[0]);
      }
    }),
  );
});
