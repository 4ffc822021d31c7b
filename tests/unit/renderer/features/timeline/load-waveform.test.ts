import { expect, it } from 'vitest';
import { gainFor } from '../../../../../renderer/features/timeline/load-waveform';

it.each([
  ['silence', [0, 0], 1],
  ['a loud film', [-128, 127], 1],
  ['half the height', [-61, 40], 2],
  ['near silence, which is not made to look like speech', [-2, 1], 6],
])('the gain of %s', (_, peaks, gain) => {
  expect(gainFor(Int8Array.from(peaks))).toBe(gain);
});
