import { expect, test } from 'vitest';
import type { Emission } from '../../../../shared/align/chain';
import { cheapestPath } from '../../../../shared/align/cheapest-path';
import { Kind, layOutSounds } from '../../../../shared/align/sound-chain';

const cepstra = { rows: 0, width: 0, values: new Float32Array(0), levelDb: new Float32Array(0) };
const utterance = (phone: string) => ({
  wordIds: [phone],
  phones: [{ phone, startMs: 0, endMs: 100, word: 0, opensWord: true }],
  cepstra,
  sounding: new Uint8Array(0),
  bound: null,
});
const reference = {
  utterances: [utterance('a'), utterance('b')],
  spread: { mean: new Float64Array(0), deviation: new Float64Array(0) },
  soundingMs: 200,
};

/** What is heard: `a`, `b`, silence, or a voice (`?`) that fits any speech a little and the text before it rather badly. */
function lastRowOfA(heard: string): number {
  const laidOut = layOutSounds(reference, 1);
  const { chain, kind, utterance: of } = laidOut;
  const emission: Emission = (row, first, count, costs) => {
    for (let w = 0; w < count; w++) {
      const state = first + w;
      const what = heard[row];
      if (kind[state] === Kind.Sound) {
        const isOwn = what === (of[state] === 0 ? 'a' : 'b');
        costs[w] = isOwn ? -5 : what === '?' && of[state] === 0 ? 2 : 10;
      } else if (kind[state] === Kind.Silence) costs[w] = what === '_' ? -5 : 10;
      else costs[w] = what === '_' ? -5 : -0.5;
    }
  };
  const rows = heard.length;
  const everywhere = { low: new Int32Array(rows), high: new Int32Array(rows).fill(chain.states) };
  const way = cheapestPath(chain, everywhere, emission, () => {});
  return way.findLastIndex((state) => kind[state] === Kind.Sound && of[state] === 0);
}

/** Each sign so many rows: `_10 a10` is 10 rows of silence and 10 of `a`. */
const rowsOf = (runs: string) =>
  runs.replace(/(.)(\d+) ?/gu, (_, sign: string, rows: string) => sign.repeat(Number(rows)));

test.each([
  ['that runs on from a word without a silence is that word, drawn out', '_10 a10 ?20 _20 b10 _10', 39],
  ['behind a silence is somebody else’s', '_10 a10 _10 ?20 _20 b10 _10', 19],
  ['that runs on for long is somebody else’s', '_10 a10 ?60 _20 b10 _10', 19],
])('speech %s', (_, runs, last) => {
  expect(lastRowOfA(rowsOf(runs))).toBe(last);
});
