import { expect, test } from 'vitest';
import type { Emission } from '../../../../shared/align/chain';
import { cheapestPath } from '../../../../shared/align/cheapest-path';
import { Kind, layOutSounds } from '../../../../shared/align/sound-chain';

const cepstra = { rows: 0, width: 0, values: new Float32Array(0), levelDb: new Float32Array(0) };
/** Words of one sound each, of 0.1 s. */
const utterance = (...words: string[]) => ({
  wordIds: words,
  phones: words.map((phone, word) => ({
    ...{ phone, word, opensWord: true },
    ...{ startMs: 100 * word, endMs: 100 * (word + 1) },
  })),
  cepstra,
  sounding: new Uint8Array(0),
  bound: null,
});
const twoSentences = [utterance('a'), utterance('b')];
const oneSentence = [utterance('a', 'b')];

/**
 * What is heard: `a`, `b`, silence, a voice (`?`) that fits any speech a little and the text before it rather badly, or what is
 * a little like `a` (`!`).
 */
function rowsOfA(utterances: readonly ReturnType<typeof utterance>[], heard: string): number[] {
  const spread = { mean: new Float64Array(0), deviation: new Float64Array(0) };
  const laidOut = layOutSounds({ utterances, spread, soundingMs: 200 }, 1);
  const { chain, kind, utterance: of, word } = laidOut;
  const isA = (state: number) => of[state] === 0 && word[state] === 0;
  const emission: Emission = (row, first, count, costs) => {
    for (let w = 0; w < count; w++) {
      const state = first + w;
      const what = heard[row];
      if (kind[state] === Kind.Sound) {
        const isOwn = what === (isA(state) ? 'a' : 'b');
        costs[w] = isOwn ? -5 : !isA(state) ? 10 : what === '!' ? -2 : what === '?' ? 2 : 10;
      } else if (kind[state] === Kind.Silence) costs[w] = what === '_' ? -5 : 10;
      else costs[w] = what === '_' ? -5 : -0.5;
    }
  };
  const rows = heard.length;
  const everywhere = { low: new Int32Array(rows), high: new Int32Array(rows).fill(chain.states) };
  const way = cheapestPath(chain, everywhere, emission, () => {});
  return [...way.keys()].filter((row) => kind[way[row] ?? 0] === Kind.Sound && isA(way[row] ?? 0));
}

/** Each sign so many rows: `_10 a10` is 10 rows of silence and 10 of `a`. */
const rowsOf = (runs: string) =>
  runs.replace(/(.)(\d+) ?/gu, (_, sign: string, rows: string) => sign.repeat(Number(rows)));

test.each([
  ['that runs on from a word without a silence is that word, drawn out', '_10 a10 ?20 _20 b10 _10', 39],
  ['behind a silence is somebody else’s', '_10 a10 _10 ?20 _20 b10 _10', 19],
  ['that runs on for long is somebody else’s', '_10 a10 ?60 _20 b10 _10', 19],
])('speech %s', (_, runs, last) => {
  expect(rowsOfA(twoSentences, rowsOf(runs)).at(-1)).toBe(last);
});

test.each([
  ['behind a long pause, not before it', '_10 !60 _250 !5 b10 _10', 320],
  ['before a pause where it is said there', '_10 a10 _250 b10 _10', 10],
])('the first word of a sentence is looked for %s', (_, runs, first) => {
  expect(rowsOfA(oneSentence, rowsOf(runs))[0]).toBe(first);
});
