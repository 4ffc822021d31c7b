import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FrameIndexBuilder, isVariable, usualGap } from '../../../../shared/frames/build';
import type { Packet } from '../../../../shared/frames/packets';

const packet = (ptsUs: number | null, more: Partial<Packet> = {}): Packet => ({
  ptsUs,
  durationUs: 40_000,
  isKey: false,
  isDiscarded: false,
  ...more,
});
function build(packets: Packet[], originMs = 0) {
  const builder = new FrameIndexBuilder();
  for (const each of packets) builder.add(each);
  return builder.finish(originMs);
}
const at = (...ms: number[]) => build(ms.map((each) => packet(each * 1000)));

describe('FrameIndexBuilder', () => {
  it('sorts decode order into presentation order and keeps key flags with their frames', () => {
    const index = build([
      packet(0, { isKey: true }),
      packet(120_000),
      packet(40_000),
      packet(80_000, { isKey: true }),
    ]);
    expect([...index.timesMs]).toEqual([0, 40, 80, 120]);
    expect([...index.keyFrames]).toEqual([1, 0, 1, 0]);
    expect(index.endMs).toBe(160);
  });

  it('leaves out what is never shown or has no time', () => {
    const index = build([packet(-80_000, { isDiscarded: true, isKey: true }), packet(null), packet(0)]);
    expect([...index.timesMs]).toEqual([0]);
    expect([...index.keyFrames]).toEqual([0]);
  });

  it('counts one time once, as key frame if either is', () => {
    const index = build([packet(40_000, { isKey: true }), packet(40_000), packet(0)]);
    expect([...index.timesMs]).toEqual([0, 40]);
    expect([...index.keyFrames]).toEqual([0, 1]);
  });

  it('moves to the model’s timeline', () => {
    const index = build([packet(1_480_000), packet(1_520_000)], 1480);
    expect([...index.timesMs]).toEqual([0, 40]);
    expect(index.endMs).toBe(80);
  });

  it('takes the usual gap where the last packet has no duration', () => {
    expect(build([packet(0), packet(20_000), packet(40_000, { durationUs: null })]).endMs).toBe(60);
  });

  it('makes an empty index of nothing', () => {
    expect(build([])).toMatchObject({ endMs: 40, timesMs: new Float64Array(0) });
  });

  it('gives the same index for packets in any order', () => {
    const times = fc.uniqueArray(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(times, (list) => {
        const shuffled = build(list.map((pts) => packet(pts, { isKey: pts % 3 === 0 })));
        const sorted = [...list].sort((a, b) => a - b);
        expect([...shuffled.timesMs]).toEqual(sorted.map((pts) => pts / 1000));
        expect([...shuffled.keyFrames]).toEqual(sorted.map((pts) => (pts % 3 === 0 ? 1 : 0)));
      }),
    );
  });
});

it.each([
  ['constant', [0, 40, 80, 120, 160, 200], false],
  ['Matroska’s whole ms of 29.97', [0, 33, 67, 100, 133, 167, 200, 234], false],
  ['one hole', [0, 40, 80, 160, 200, 240], false],
  ['holes', [0, 40, 120, 160, 240, 280], true],
  ['drifting', [0, 30, 70, 100, 155, 180], true],
  ['one frame', [0], false],
  ['none', [], false],
])('%s: variable %s', (_, times, variable) => {
  expect(isVariable(at(...times))).toBe(variable);
});

it('finds the usual gap', () => {
  expect(usualGap(Float64Array.of(0, 40, 80, 160))).toBe(40);
  expect(usualGap(Float64Array.of(5))).toBe(40);
});
