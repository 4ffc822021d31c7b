import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignedView, changeBetween, isSameStrip } from '../../../../../renderer/features/timeline/dirty';
import { layOutBands } from '../../../../../renderer/features/timeline/geometry';
import type { Colours, Scene } from '../../../../../renderer/features/timeline/scene';
import type { Cue } from '../../../../../shared/domain/track';
import { cue as sampleCue } from '../../../../support/sample-project';

const cue = (id: string, startMs: number, endMs: number) => sampleCue(id, startMs, endMs, id);

const COLOURS: Colours = {
  text: '',
  quiet: '',
  line: '',
  strongLine: '',
  surface: '',
  sunken: '',
  waveform: '',
  waveformSpeech: '',
  cue: '',
  cueLine: '',
  cueSelected: '',
  warning: '',
  warningSoft: '',
  danger: '',
  success: '',
  secondary: '',
  shot: '',
  font: '',
  markers: { red: '', orange: '', green: '', blue: '', purple: '' },
  onMarker: '',
};

/** Ten seconds in 1,000 px. */
const SCENE: Scene = {
  view: { startMs: 0, msPerPx: 10, widthPx: 1000 },
  bands: layOutBands(200),
  durationMs: 60_000,
  cues: [cue('a', 1000, 2000), cue('b', 3000, 4000), cue('c', 5000, 6000), cue('d', 8000, 9000)],
  words: [],
  unfound: [],
  lanes: [],
  shots: [],
  markers: [],
  redactions: [],
  hearing: null,
  frames: null,
  countsFrames: false,
  findings: new Map(),
  mostSpeed: 17,
  nowMs: Infinity,
  selected: new Set(),
  direction: 'ltr',
  waveform: null,
  spectrogram: null,
  colours: COLOURS,
};
const ALL = { shiftPx: 0, parts: [{ fromPx: 0, toPx: 1000 }] };
const at = (startMs: number): Scene => ({ ...SCENE, view: { ...SCENE.view, startMs } });
const change = (after: Scene, before: Scene | null = SCENE) => changeBetween(before, after, 1);

describe('changeBetween', () => {
  it('is nothing for the same, and everything at first', () => {
    expect(change({ ...SCENE })).toEqual({ shiftPx: 0, parts: [] });
    expect(change(SCENE, null)).toEqual(ALL);
  });
  it('is everything where zoom, size, colours or the sound change', () => {
    expect(change({ ...SCENE, view: { ...SCENE.view, msPerPx: 11 } })).toEqual(ALL);
    expect(change({ ...SCENE, bands: layOutBands(200) })).toEqual(ALL);
    expect(change({ ...SCENE, colours: { ...COLOURS } })).toEqual(ALL);
    expect(change({ ...SCENE, words: [] })).toEqual(ALL);
    expect(change({ ...SCENE, shots: [4000] })).toEqual(ALL);
  });
  it('while scrolling is what comes into view', () => {
    expect(change(at(200))).toEqual({ shiftPx: 20, parts: [{ fromPx: 980, toPx: 1000 }] });
    expect(change(SCENE, at(200))).toEqual({ shiftPx: -20, parts: [{ fromPx: 0, toPx: 20 }] });
  });
  it('while scrolling is also a cue at the edge, whose text sticks to it', () => {
    expect(change(at(1600), at(1500)).parts).toContainEqual({ fromPx: 0, toPx: 43 });
    // Just left behind the right edge: its text was cut there.
    expect(change(at(-900), at(-1100)).parts).toContainEqual({ fromPx: 887, toPx: 1000 });
  });
  it('far away is everything', () => {
    expect(change(at(9000))).toEqual({ shiftPx: 0, parts: ALL.parts });
  });
  it('is the cue that was selected or let go', () => {
    const selected = { ...SCENE, selected: new Set(['b']) };
    expect(change(selected)).toEqual({ shiftPx: 0, parts: [{ fromPx: 297, toPx: 403 }] });
    expect(change({ ...SCENE, selected: new Set(['c']) }, selected).parts).toHaveLength(2);
  });
  it('is where a cue was and is, and its neighbours', () => {
    const [a, b, c, d] = SCENE.cues;
    if (!a || !b || !c || !d) throw new Error('four cues');
    const moved = { ...SCENE, cues: [a, b, { ...c, startMs: 5200 }, d] };
    expect(change(moved).parts).toEqual([
      { fromPx: 297, toPx: 403 },
      { fromPx: 497, toPx: 603 },
      { fromPx: 797, toPx: 903 },
    ]);
  });
  it('is everything where many cues moved, and only the place of one among many that moved', () => {
    const many = Array.from({ length: 900 }, (_, n) => cue(`m${n}`, n * 10, n * 10 + 9));
    const shifted = many.map((each) => ({ ...each, startMs: each.startMs + 1, endMs: each.endMs + 1 }));
    expect(change({ ...SCENE, cues: shifted }, { ...SCENE, cues: many })).toEqual(ALL);
    const [first] = many;
    if (!first) throw new Error('there are many');
    const late = { ...first, startMs: 8000, endMs: 8009 };
    const moved = [...many.slice(1, 800), late, ...many.slice(800)];
    const { parts } = change({ ...SCENE, cues: moved }, { ...SCENE, cues: many });
    expect(parts.some(({ fromPx, toPx }) => fromPx <= 0 && toPx >= 1)).toBe(true);
    expect(parts.some(({ fromPx, toPx }) => fromPx <= 800 && toPx >= 801)).toBe(true);
    expect(parts.reduce((sum, { fromPx, toPx }) => sum + toPx - fromPx, 0)).toBeLessThan(40);
  });
  it('is a cue of which checks say something else, not all that were checked again', () => {
    const finding = { rule: 'speed', severity: 'error' as const, cueId: 'd' };
    const findings = new Map([['d', [finding]]]) as unknown as Scene['findings'];
    expect(change({ ...SCENE, findings }).parts).toEqual([{ fromPx: 797, toPx: 903 }]);
    expect(change({ ...SCENE, findings: new Map(findings) }, { ...SCENE, findings }).parts).toEqual([]);
  });
});

it('the strip of the whole film is the same while only texts and the view change', () => {
  const [a, ...rest] = SCENE.cues;
  if (!a) throw new Error('there are cues');
  const starting = (first: Cue): Scene => ({ ...SCENE, cues: [first, ...rest] });
  expect(isSameStrip(SCENE, { ...starting({ ...a, text: 'other' }), selected: new Set(['a']) })).toBe(true);
  expect(isSameStrip(SCENE, at(200))).toBe(true);
  expect(isSameStrip(SCENE, starting({ ...a, endMs: a.endMs + 1 }))).toBe(false);
  expect(isSameStrip(SCENE, { ...SCENE, cues: rest })).toBe(false);
  expect(isSameStrip(SCENE, { ...SCENE, findings: new Map() })).toBe(false);
  expect(isSameStrip(SCENE, { ...SCENE, shots: [1] })).toBe(false);
});

it('an aligned view is less than a pixel off, and two of them are whole screen pixels apart', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1e7, noNaN: true }),
      fc.double({ min: 0, max: 1e7, noNaN: true }),
      fc.double({ min: 0.25, max: 8000, noNaN: true }),
      fc.constantFrom(1, 1.25, 1.5, 2),
      (one, other, msPerPx, ratio) => {
        const [a, b] = [one, other].map((startMs) => alignedView({ startMs, msPerPx, widthPx: 1000 }, ratio));
        if (!a || !b) throw new Error('two views');
        expect(Math.abs(a.startMs - one) / msPerPx).toBeLessThanOrEqual(0.51 / ratio);
        const apart = ((a.startMs - b.startMs) / msPerPx) * ratio;
        expect(Math.abs(apart - Math.round(apart))).toBeLessThan(1e-3);
      },
    ),
  );
});
