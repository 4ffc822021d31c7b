import { expect, test } from 'vitest';
import { ActivityStream, speechActivity } from '../../../../shared/retime/activity';
import { STEP_MS } from '../../../../shared/retime/reference';

const RATE_HZ = 16_000;
const SECONDS = 40;

/** Noise, the same every time: as loud as `level` says of a place in seconds. */
function noise(level: (second: number) => number, length = RATE_HZ * SECONDS): Int16Array {
  let state = 1;
  return Int16Array.from({ length }, (_, n) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return ((state >>> 16) / 32768 - 1) * level(n / RATE_HZ);
  });
}

/** Somebody speaks from the 2nd to the 5th second of every seven. */
const isSaid = (second: number) => second % 7 >= 2 && second % 7 < 5;
const talk = noise((second) => (isSaid(second) ? 6000 * (1.1 + Math.sin(second * 25)) : 60));

test('what is said stands out of a quiet room', () => {
  const { values, heard } = speechActivity(talk, RATE_HZ);
  expect(heard).toBe(true);
  expect(values).toHaveLength((SECONDS * 1000) / STEP_MS);
  // Not at the edges, where it rises and falls.
  const isInside = (second: number) => isSaid(second - 0.3) === isSaid(second + 0.3);
  const wrong = [...values.entries()].filter(([step, value]) => {
    const second = (step * STEP_MS) / 1000;
    return isInside(second) && value > 0.5 !== isSaid(second);
  });
  expect(wrong.length).toBeLessThan(values.length * 0.02);
});

test.each([
  ['silence', new Int16Array(RATE_HZ * SECONDS)],
  ['steady noise', noise(() => 3000)],
  ['no sound at all', new Int16Array(0)],
])('%s has no voice', (_, samples) => {
  expect(speechActivity(samples, RATE_HZ).heard).toBe(false);
});

test.each([0, 1, 159, 160, 161, 479, 480, 16_001, RATE_HZ * 9])(
  '%i samples in pieces are the same',
  (length) => {
    const sound = talk.subarray(0, length);
    const stream = new ActivityStream(RATE_HZ);
    for (let at = 0, size = 1; at < sound.length; at += size, size = 1 + ((size * 7) % 2311))
      stream.add(sound.subarray(at, at + size));
    expect(stream.durationMs).toBe((length * 1000) / RATE_HZ);
    expect(stream.finish()).toEqual(speechActivity(sound, RATE_HZ));
  },
);
