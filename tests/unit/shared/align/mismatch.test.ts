import { expect, test } from 'vitest';
import { outlasts } from '../../../../shared/align/mismatch';

test.each([
  ['as long as the sound', 60_000, 60_000, false],
  ['three times as long: a part may be found', 180_000, 60_000, false],
  ['of an hour, for a clip of seven', 3_600_000, 420_000, true],
  ['of two hours, for no sound at all', 7_200_000, 0, true],
  ['of no length, for no sound', 0, 0, false],
])('a text %s', (_, spokenMs, listenedMs, isTooMuch) => {
  expect(outlasts(spokenMs, listenedMs)).toBe(isTooMuch);
});
