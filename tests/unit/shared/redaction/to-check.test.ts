import { expect, test } from 'vitest';
import type { CoverRedaction } from '../../../../shared/domain/redaction';
import { picturesToCheck, stretchesToCheck } from '../../../../shared/redaction/to-check';

const TIMES = Array.from({ length: 100 }, (_, n) => n * 40);
const cover = (startMs: number, endMs: number): CoverRedaction => ({
  ...{ id: `c${startMs}`, order: startMs, kind: 'cover', fill: 'solid', startMs, endMs },
  keys: [{ atMs: 0, x: 0, y: 0, width: 1, height: 1 }],
});
const WHOLE = { startMs: 0, endMs: Infinity };

test('first, middle and last picture of one cover, within the clip', () => {
  expect(picturesToCheck([cover(400, 1200)], TIMES, WHOLE)).toEqual([10, 19, 29]);
  expect(picturesToCheck([cover(400, 1200)], TIMES, { startMs: 800, endMs: 2000 })).toEqual([20, 24, 29]);
  expect(picturesToCheck([cover(400, 1200)], TIMES, { startMs: 2000, endMs: 3000 })).toEqual([]);
});

test('both ends of the first, the last and one half-way of many', () => {
  const covers = [0, 400, 800, 1200, 1600].map((startMs) => cover(startMs, startMs + 80));
  expect(picturesToCheck(covers, TIMES, WHOLE)).toEqual([0, 1, 20, 21, 40, 41]);
});

test('sound away from its edges, a second at most; none where too little is left', () => {
  const spans = [
    { startMs: 100, endMs: 5000 },
    { startMs: 6000, endMs: 6100 },
  ];
  expect(stretchesToCheck(spans, WHOLE)).toEqual([{ startMs: 170, endMs: 1170 }]);
  expect(stretchesToCheck(spans, { startMs: 4000, endMs: 4500 })).toEqual([{ startMs: 4070, endMs: 4430 }]);
});
