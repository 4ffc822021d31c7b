import { describe, expect, it } from 'vitest';
import { layOutBands, type View } from '../../../../../renderer/features/timeline/geometry';
import {
  hitLane,
  hitTest,
  hitWord,
  hitWordEdge,
  type Hit,
} from '../../../../../renderer/features/timeline/hit-test';

const VIEW: View = { startMs: 0, msPerPx: 10, widthPx: 1000 };
const BANDS = layOutBands(200);
const NONE: ReadonlySet<string> = new Set();
const CUES = [
  { id: 'a', startMs: 1000, endMs: 3000 },
  { id: 'b', startMs: 3000, endMs: 5000 },
  { id: 'tiny', startMs: 6000, endMs: 6100 },
];
const ROW = BANDS.cues.top + 10;

const at = (x: number, y = ROW, selected = NONE, cues = CUES) => hitTest(VIEW, BANDS, cues, selected, x, y);

describe('hitTest on cues', () => {
  const cases: readonly [string, number, Hit][] = [
    ['middle', 200, { kind: 'body', cueId: 'a' }],
    ['start', 101, { kind: 'start', cueId: 'a' }],
    ['just before the start', 95, { kind: 'start', cueId: 'a' }],
    ['end of b', 498, { kind: 'end', cueId: 'b' }],
    ['just after the end', 505, { kind: 'end', cueId: 'b' }],
    ['between', 560, { kind: 'empty' }],
    ['body of a tiny cue', 605, { kind: 'body', cueId: 'tiny' }],
    ['before a tiny cue', 597, { kind: 'start', cueId: 'tiny' }],
    ['after a tiny cue', 613, { kind: 'end', cueId: 'tiny' }],
    ['left of everything', 10, { kind: 'empty' }],
  ];
  it.each(cases)('%s', (_, x, hit) => {
    expect(at(x)).toEqual(hit);
  });
  it('where two cues touch, the nearer side and the later cue win', () => {
    expect(at(298)).toEqual({ kind: 'end', cueId: 'a' });
    expect(at(302)).toEqual({ kind: 'start', cueId: 'b' });
    expect(at(300)).toEqual({ kind: 'start', cueId: 'b' });
  });
  it('where two cues touch, the selected one wins', () => {
    expect(at(300, ROW, new Set(['a']))).toEqual({ kind: 'end', cueId: 'a' });
  });
  it('of overlapping bodies the later one is on top, unless the other is selected', () => {
    const cues = [
      { id: 'under', startMs: 0, endMs: 9000 },
      { id: 'over', startMs: 2000, endMs: 6000 },
    ];
    expect(at(400, ROW, NONE, cues)).toEqual({ kind: 'body', cueId: 'over' });
    expect(at(400, ROW, new Set(['under']), cues)).toEqual({ kind: 'body', cueId: 'under' });
    expect(at(700, ROW, NONE, cues)).toEqual({ kind: 'body', cueId: 'under' });
  });
});

describe('hitTest on bands', () => {
  it.each([
    [BANDS.ruler.top, 'ruler'],
    [BANDS.waveform.top + 5, 'waveform'],
    [BANDS.words.top + 2, 'words'],
    [500, 'outside'],
    [-1, 'outside'],
  ] as const)('row %d is %s', (y, kind) => {
    expect(at(200, y)).toEqual({ kind });
  });
  it('left and right of the canvas is outside', () => {
    expect(at(-1)).toEqual({ kind: 'outside' });
    expect(at(1001)).toEqual({ kind: 'outside' });
  });
});

it('hitWord finds the word at a pixel, not the gap after it', () => {
  const words = [
    { id: 'w1', startMs: 0, endMs: 400 },
    { id: 'w2', startMs: 500, endMs: 900 },
  ];
  expect(hitWord(VIEW, words, 20)?.id).toBe('w1');
  expect(hitWord(VIEW, words, 45)).toBeNull();
  expect(hitWord(VIEW, words, 50)?.id).toBe('w2');
});

it('hitWordEdge takes edges of words wide enough, and of two in one place the one inside', () => {
  const words = [
    { id: 'w1', startMs: 0, endMs: 400 },
    { id: 'w2', startMs: 400, endMs: 900 },
    { id: 'short', startMs: 1200, endMs: 1300 },
  ];
  expect(hitWordEdge(VIEW, words, 38)).toEqual({ kind: 'wordEnd', wordId: 'w1' });
  expect(hitWordEdge(VIEW, words, 42)).toEqual({ kind: 'wordStart', wordId: 'w2' });
  expect(hitWordEdge(VIEW, words, 92)).toEqual({ kind: 'wordEnd', wordId: 'w2' });
  expect(hitWordEdge(VIEW, words, 20)).toBeNull();
  expect(hitWordEdge(VIEW, words, 121)).toBeNull();
});

it('other tracks lie in lanes of their own, in their order', () => {
  const bands = layOutBands(300, 1, 1);
  const [above, below] = bands.others;
  expect([(above?.top ?? 0) < bands.cues.top, (below?.top ?? 0) > bands.cues.top]).toEqual([true, true]);
  const lanes = bands.others.map((band, n) => ({ trackId: `t${n}`, band, cues: n === 0 ? CUES : [] }));
  expect(hitLane(VIEW, lanes, 200, (above?.top ?? 0) + 5)).toEqual({
    kind: 'lane',
    trackId: 't0',
    laneCueId: 'a',
  });
  expect(hitLane(VIEW, lanes, 200, (below?.top ?? 0) + 5)).toMatchObject({ trackId: 't1', laneCueId: null });
  expect(hitLane(VIEW, lanes, 200, ROW)).toBeNull();
  // A low panel has no room for them.
  expect(layOutBands(150, 2, 2).others).toEqual([]);
});
