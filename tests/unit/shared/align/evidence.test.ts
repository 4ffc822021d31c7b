import { expect, test } from 'vitest';
import { evidenceOf } from '../../../../shared/align/evidence';
import type { FineMatch } from '../../../../shared/align/gains';
import { Kind } from '../../../../shared/align/sound-chain';

const RUNS = [
  [Kind.Silence, 100],
  [Kind.Sound, 100],
  [Kind.Other, 50],
  [Kind.Silence, 100],
] as const;

/** A second of text, then half a second of what is taken for other speech, in silence. */
function match(): FineMatch {
  const kinds = RUNS.map(([kind]) => kind);
  return {
    chain: {
      chain: {
        states: kinds.length,
        stay: new Float32Array(0),
        enter: new Float32Array(0),
        hub: new Int32Array(0),
        hubStart: new Int32Array(0),
        skip: new Float32Array(0),
        looseEnds: 1,
      },
      kind: Uint8Array.from(kinds),
      sound: Int32Array.from(kinds, (kind) => (kind === Kind.Sound ? 0 : -1)),
      utterance: new Int32Array(kinds.length),
      word: Int32Array.from(kinds, (kind) => (kind === Kind.Sound ? 0 : -1)),
      bound: [],
      soundNames: [],
      classOf: [],
      stateAt: () => 0,
    },
    states: Int32Array.from(perRow((_, state) => state)),
    gain: Float32Array.from(perRow((kind) => (kind === Kind.Sound ? 3 : 0))),
    speech: Float32Array.from(perRow((kind) => (kind === Kind.Silence ? -5 : 5))),
  };
}

function perRow(value: (kind: number, state: number) => number): number[] {
  return RUNS.flatMap(([kind, rows], state) => Array.from({ length: rows }, () => value(kind, state)));
}

const cepstra = { rows: 0, width: 0, values: new Float32Array(0), levelDb: new Float32Array(0) };
const phones = [{ phone: 'a', startMs: 0, endMs: 1000, word: 0, opensWord: true }];
const reference = {
  utterances: [{ wordIds: ['w'], phones, cepstra, sounding: new Uint8Array(0), bound: null }],
  spread: { mean: new Float64Array(0), deviation: new Float64Array(0) },
  soundingMs: 1000,
};

test.each([
  ['a voice as loud as the text', 68, 1],
  ['music hardly louder than the silences', 54, 0],
])('%s behind a sentence', (_, levelDb, beside) => {
  const levels = new Map<number, number>([
    [Kind.Silence, 50],
    [Kind.Sound, 70],
    [Kind.Other, levelDb],
  ]);
  const [evidence] = evidenceOf(
    reference,
    match(),
    Float32Array.from(perRow((kind) => levels.get(kind) ?? 0)),
  );
  expect(evidence?.beside).toBe(beside);
});
