import { expect, test } from 'vitest';
import type { CoarseState } from '../../../../shared/align/coarse-chain';
import { coarseCosts } from '../../../../shared/align/coarse-costs';

const speech: CoarseState = { kind: 'speech', utterance: 0, referenceMs: 0 };
const gap: CoarseState = { kind: 'gap', utterance: 1, referenceMs: NaN };
const pause: CoarseState = { kind: 'pause', utterance: 0, referenceMs: NaN };

/** One sound in the middle of the others, and four around it. */
const POINTS = [
  [0, 0],
  [2, 0],
  [-2, 0],
  [0, 2],
  [0, -2],
];
const STATES = [...POINTS.map(() => speech), pause, gap];
const PAUSE = POINTS.length;
const GAP = PAUSE + 1;

/** What each state costs in each step: all points are heard, then there is a silence, then a step that is not to be used. */
function costs(weight: number): number[][] {
  const heard = [...POINTS, [0, 0], [0, 0]];
  const silence = POINTS.length;
  const emission = coarseCosts(
    {
      features: { rows: heard.length, width: 2, values: Float32Array.from(heard.flat()) },
      activity: Float32Array.from(heard, (_, step) => (step < silence ? 1 : 0)),
      shut: Uint8Array.from(heard, (_, step) => (step > silence ? 1 : 0)),
    },
    { states: STATES, sounds: Float32Array.from([...POINTS, [0, 0], [0, 0]].flat()) },
    weight,
  );
  return heard.map((_, step) => {
    const row = new Float32Array(STATES.length);
    emission(step, 0, row.length, row);
    return [...row];
  });
}

const mean = (values: readonly (number | undefined)[]) =>
  values.reduce<number>((sum, value) => sum + (value ?? 0), 0) / values.length;
const spoken = (table: readonly number[][]) => table.slice(0, POINTS.length);

test('a random match costs the weight, whatever sound it is of', () => {
  for (const weight of [1, 2]) {
    const table = spoken(costs(weight));
    for (const state of POINTS.keys()) expect(mean(table.map((row) => row[state]))).toBeCloseTo(weight, 5);
  }
});

test('its own sound is what a step costs least in, and less than stray speech', () => {
  for (const [step, row] of spoken(costs(1)).entries()) {
    const own = row[step] ?? 0;
    expect(row.slice(0, POINTS.length).filter((cost) => cost <= own)).toEqual([own]);
    expect(own).toBeLessThan(row[GAP] ?? 0);
  }
});

test('where a step is near to every sound, stray speech is cheaper', () => {
  const [middle = [], outer = []] = costs(1);
  expect(middle[GAP]).toBeLessThan(0.9 * (outer[GAP] ?? 0));
});

test('in silence a gap is cheap and text is not; where nothing is to be placed text is out of the question', () => {
  const [silent = [], shut = []] = costs(1).slice(POINTS.length);
  expect(silent[GAP]).toBeLessThan(0.2);
  expect(silent[PAUSE]).toBeLessThan(0.2);
  expect(silent[1]).toBeGreaterThan(1);
  expect(shut[0]).toBeGreaterThan(50);
});

test('without speech there is nothing to measure by, and all costs are numbers', () => {
  const emission = coarseCosts(
    {
      features: { rows: 2, width: 1, values: new Float32Array(2) },
      activity: new Float32Array(2),
      shut: new Uint8Array(2),
    },
    { states: [speech, gap], sounds: new Float32Array(2) },
    1,
  );
  const row = new Float32Array(2);
  emission(1, 0, 2, row);
  expect([...row].every(Number.isFinite)).toBe(true);
});
