import { describe, expect, test } from 'vitest';
import { planSmart, type PicturePacket } from '../../../../shared/video/smart';

const STREAM = { tickS: 1 / 1000, fieldOrder: 'progressive' };
/** Groups of `size` pictures 40 ms apart, decoded in order of showing, `lead` ms early. */
const groups = (count: number, size = 5, lead = 0): PicturePacket[] =>
  Array.from({ length: count * size }, (_, n) => ({
    ...{ pts: n * 40, dts: n * 40 - lead, isKey: n % size === 0, isDiscarded: false },
  }));
const cue = (startMs: number, endMs: number) => ({ startMs, endMs });
const pieces = (plan: ReturnType<typeof planSmart>) =>
  typeof plan === 'string'
    ? plan
    : plan.pieces.map(({ firstPacket, packets, isEncoded }) => [firstPacket, packets, isEncoded]);

describe('planSmart', () => {
  test.each([
    ['nothing shown', [], [[0, 50, false]]],
    [
      'in one group',
      [cue(250, 300)],
      [
        [0, 5, false],
        [5, 5, true],
        [10, 40, false],
      ],
    ],
    [
      'over an edge',
      [cue(390, 410)],
      [
        [0, 5, false],
        [5, 10, true],
        [15, 35, false],
      ],
    ],
    [
      'up to an edge: the next group shows none of it',
      [cue(250, 400)],
      [
        [0, 5, false],
        [5, 5, true],
        [10, 40, false],
      ],
    ],
    [
      'two close ones',
      [cue(250, 300), cue(410, 420)],
      [
        [0, 5, false],
        [5, 10, true],
        [15, 35, false],
      ],
    ],
    [
      'a long one before a short one',
      [cue(0, 700), cue(100, 150)],
      [
        [0, 20, true],
        [20, 30, false],
      ],
    ],
    [
      'behind the end',
      [cue(9000, 9500)],
      [
        [0, 45, false],
        [45, 5, true],
      ],
    ],
  ] as const)('%s', (_, cues, expected) => {
    expect(pieces(planSmart(groups(10), STREAM, cues))).toEqual(expected);
  });

  test('the share decides whether it is worth while', () => {
    expect(planSmart(groups(10), STREAM, [cue(0, 1700)])).toBe('share');
    expect(planSmart(groups(10), STREAM, [cue(0, 1400)])).toMatchObject({ share: 0.7 });
  });

  test.each([
    ['an edit list', { isDiscarded: true }, 'edit-list'],
    ['a picture shown before its key frame', { pts: 199 }, 'open-gop'],
    ['no time', { pts: null }, 'times'],
    ['no time of decoding', { dts: null }, 'times'],
    ['decoded after it is shown', { dts: 1000 }, 'times'],
    ['times that go back', { dts: 0 }, 'times'],
  ] as const)('%s', (_, change, obstacle) => {
    const packets = groups(4, 5, 100).map((packet, n) => (n === 7 ? { ...packet, ...change } : packet));
    expect(planSmart(packets, STREAM, [])).toBe(obstacle);
  });

  test('a group that begins without a key frame, or before the last picture of the one before', () => {
    expect(planSmart(groups(2).slice(1), STREAM, [])).toBe('open-gop');
    const late = groups(2).map((packet, n) => (n === 4 ? { ...packet, pts: 205 } : packet));
    expect(planSmart(late, STREAM, [])).toBe('open-gop');
    expect(planSmart([], STREAM, [])).toBe('times');
  });

  test('interlaced footage is left to a full encode', () => {
    expect(planSmart(groups(4), { ...STREAM, fieldOrder: 'tt' }, [])).toBe('picture');
  });

  test('an encoded piece leads as the footage does', () => {
    const plan = planSmart(groups(10, 5, 80), STREAM, [cue(450, 500)]);
    expect(typeof plan === 'string' ? plan : plan.pieces.map(({ leadS }) => leadS)).toEqual([0, 0.08, 0]);
  });

  test('where the next group leads by more, so does the piece before it', () => {
    const packets = groups(3).map((packet, n) => (n >= 10 ? { ...packet, dts: n * 40 - 60 } : packet));
    packets[9] = { ...packets[9], pts: 360, dts: 335, isKey: false, isDiscarded: false };
    const plan = planSmart(packets, STREAM, [cue(250, 300)]);
    // The next is decoded at 340: the last picture of the piece, shown at 360, by 21 ms before.
    expect(typeof plan === 'string' ? plan : plan.pieces[1]?.leadS).toBe(0.021);
  });
});
