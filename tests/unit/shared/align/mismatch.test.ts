import { expect, test } from 'vitest';
import { judge, outlasts } from '../../../../shared/align/mismatch';
import { layOutSounds } from '../../../../shared/align/sound-chain';

test.each([
  ['as long as the sound', 60_000, 60_000, false],
  ['three times as long: a part may be found', 180_000, 60_000, false],
  ['of an hour, for a clip of seven', 3_600_000, 420_000, true],
  ['of two hours, for no sound at all', 7_200_000, 0, true],
  ['of no length, for no sound', 0, 0, false],
])('a text %s', (_, spokenMs, listenedMs, isTooMuch) => {
  expect(outlasts(spokenMs, listenedMs)).toBe(isTooMuch);
});

/** Of two sentences, a second each, the first `found` were found; the typical one gains `typical`, where any text gains 2. */
function matchOf(typical: number, found = 2) {
  const none = { rows: 0, width: 0, values: new Float32Array(0), levelDb: new Float32Array(0) };
  const utterances = ['a', 'b'].map((phone) => ({
    wordIds: [phone],
    phones: [{ phone, startMs: 0, endMs: 1000, word: 0, opensWord: true }],
    ...{ cepstra: none, sounding: new Uint8Array(0), bound: null },
  }));
  const spread = { mean: new Float64Array(0), deviation: new Float64Array(0) };
  const chain = layOutSounds({ utterances, spread, soundingMs: 2000 }, 1);
  const states = Int32Array.from({ length: 200 }, (_, row) =>
    chain.stateAt(row < 100 ? 0 : 1, row < 100 || found > 1 ? 10 * (row % 100) : NaN),
  );
  return {
    chain,
    states: found > 0 ? states : states.fill(0),
    gain: new Float32Array(200).fill(typical),
    speech: new Float32Array(200),
    scale: { typical, even: 2 },
  };
}
/** Somebody speaks: syllables and what is between them. */
const LIVELY = Float32Array.from({ length: 200 }, (_, row) => (row % 20 < 10 ? -20 : -60));
const EVEN = new Float32Array(200).fill(-20);

test.each([
  ['a text that fits', {}, null],
  ['a text that fits no better than any does', { typical: 2.4 }, 'mismatch'],
  ['a text whose sounds fit nothing', { coarseGain: -0.1 }, 'no-speech'],
  ['a text of which nothing is found', { found: 0, typical: 0 }, 'mismatch'],
  ['a short text that fits as well backwards', { soundingMs: 30_000, typical: 4, turned: 4 }, 'mismatch'],
  ['a short text that fits better than backwards', { soundingMs: 30_000, typical: 4, turned: 3 }, null],
  ['a short text that fits very well, whatever it does backwards', { soundingMs: 30_000, turned: 5 }, null],
  ['a very short text that fits as well backwards: so do right ones', { soundingMs: 8000, turned: 5 }, null],
  [
    'a text on an even level that fits as well backwards',
    { soundingMs: 8000, turned: 5, levelDb: EVEN },
    'no-speech',
  ],
  ['a text on an even level that fits better than backwards', { turned: 3, levelDb: EVEN }, null],
  ['a long text on an even level, half of it found', { turned: null, found: 1, levelDb: EVEN }, 'no-speech'],
  ['a long text on an even level, all of it found', { turned: null, levelDb: EVEN }, null],
])(
  '%s',
  (
    _,
    {
      typical = 5,
      coarseGain = 0.1,
      found = 2,
      soundingMs = 120_000,
      turned = 2,
      levelDb = LIVELY,
    }: {
      typical?: number;
      coarseGain?: number;
      found?: number;
      soundingMs?: number;
      turned?: number | null;
      levelDb?: Float32Array;
    },
    expected,
  ) => {
    const code = judge({
      match: matchOf(typical, found),
      ...{ coarseGain, utterances: 2, soundingMs, levelDb },
      backwards: () => (turned === null ? null : matchOf(turned)),
    });
    expect(code).toBe(expected);
  },
);
