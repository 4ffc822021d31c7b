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
  expect(evidence?.start).toMatchObject({ flush: 0, apart: 0 });
  expect(evidence?.end).toMatchObject({ flush: beside, apart: 0 });
});

test.each([
  ['that comes near it', 30, Math.log(2), 0],
  ['that comes later', 70, 0, Math.log(2)],
])('a pause of a second %s counts for the start', (_, rowsBefore, atStart, atEnd) => {
  const kinds = [
    ...new Array<number>(rowsBefore).fill(1),
    ...new Array<number>(100).fill(0),
    ...new Array<number>(100 - rowsBefore).fill(1),
    ...new Array<number>(200).fill(0),
  ];
  const paused = { ...match(), states: Int32Array.from([...kinds, ...new Array<number>(50).fill(3)]) };
  const [evidence] = evidenceOf(reference, paused, new Float32Array(kinds.length + 50).fill(60));
  expect(evidence?.start.nearGap).toBeCloseTo(atStart);
  expect(evidence?.end.nearGap).toBeCloseTo(atEnd);
});

test.each([
  ['nobody looked', undefined, 0],
  ['it was there', [{ from: 100, to: 200 }], 0],
  ['it was two seconds earlier', [{ from: 0, to: 1 }], Math.log(2) - 0.2],
  ['it was not found', [undefined], 1],
])('where the coarse match had an edge: %s', (_, coarse, moved) => {
  const [evidence] = evidenceOf(reference, { ...match(), coarse }, new Float32Array(350).fill(60));
  expect(evidence?.start.moved).toBeCloseTo(moved);
});
