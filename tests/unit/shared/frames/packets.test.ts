import { expect, it } from 'vitest';
import { packetArguments, parsePacket } from '../../../../shared/frames/packets';

it.each([
  ['0.080000,0.040000,K_', { ptsUs: 80_000, durationUs: 40_000, isKey: true, isDiscarded: false }],
  ['-0.520000,0.040000,KD', { ptsUs: -520_000, durationUs: 40_000, isKey: true, isDiscarded: true }],
  ['N/A,N/A,__', { ptsUs: null, durationUs: null, isKey: false, isDiscarded: false }],
  // ffprobe 7: a third flag, and side data behind.
  [
    '1.001000,0.033367,___,Skip Samples',
    { ptsUs: 1_001_000, durationUs: 33_367, isKey: false, isDiscarded: false },
  ],
  ['', null],
  ['1.0,2.0', null],
])('%j', (line, packet) => {
  expect(parsePacket(line)).toEqual(packet);
});

it('lists one stream, and no more packets than asked for', () => {
  const args = packetArguments(['-i', 'file:a'], 3, 600);
  expect(args[args.indexOf('-select_streams') + 1]).toBe('3');
  expect(args[args.indexOf('-read_intervals') + 1]).toBe('%+#600');
  expect(args.slice(-2)).toEqual(['-i', 'file:a']);
  expect(packetArguments([], 0)).not.toContain('-read_intervals');
});
