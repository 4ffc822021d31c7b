import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnTrack } from '../../../../shared/contrast/looks';
import { numberColour } from '../../../../shared/contrast/meter';
import { lookedSize, momentsOf, stretchesOf, stretchScripts } from '../../../../shared/contrast/stretches';
import type { VideoStream } from '../../../../shared/domain/media';
import type { Cue, Style, Track } from '../../../../shared/domain/track';
import { PLAIN_LOOK } from '../../../../shared/style/presets';
import { cue as sampleCue } from '../../../support/sample-project';

const style: Style = {
  ...PLAIN_LOOK,
  id: 's',
  order: 1,
  name: '',
  fontSizePct: 5,
  box: true,
  outlinePct: 0.4,
};
const track: Track = {
  ...{ id: 't', order: 1, language: 'en', name: '', profileId: 'x', styleId: 's' },
  kind: 'source',
  direction: 'ltr',
};
const cue = (n: number, startMs: number, endMs: number) =>
  sampleCue(`c${n}`, startMs, endMs, `Cue ${n}`, { trackId: 't' });
const drawn = (cues: readonly Cue[]) => drawnTrack({ styles: [style], speakers: [] }, track, cues, []);
const size = { width: 640, height: 360 };

describe('momentsOf', () => {
  it.each([
    [0, 0],
    [100, 2],
    [1000, 2],
    [3000, 4],
    [60_000, 6],
  ])('a cue of %d ms is looked at %d times', (durationMs, count) => {
    expect(momentsOf({ startMs: 500, endMs: 500 + durationMs })).toHaveLength(count);
  });
});

describe('stretchesOf', () => {
  it('decodes once what is near, and anew what is far', () => {
    const cues = [cue(0, 0, 2000), cue(1, 3000, 5000), cue(2, 60_000, 62_000)];
    expect(stretchesOf(cues, [0, 1, 2]).map(({ wanted }) => wanted)).toEqual([[0, 1], [2]]);
    expect(stretchesOf(cues, [1]).map(({ startMs }) => startMs)).toEqual([3000]);
  });

  it('holds every wanted cue once, and looks at moments in which one of them is shown', () => {
    const spans = fc.record({ startMs: fc.nat(200_000), length: fc.nat(9000), isWanted: fc.boolean() });
    fc.assert(
      fc.property(fc.array(spans, { maxLength: 80 }), (list) => {
        const sorted = list.toSorted((a, b) => a.startMs - b.startMs);
        const cues = sorted.map(({ startMs, length }, n) => cue(n, startMs, startMs + length));
        const wanted = sorted.flatMap(({ isWanted }, n) => (isWanted ? [n] : []));
        const stretches = stretchesOf(cues, wanted);
        expect(stretches.flatMap((one) => one.wanted)).toEqual(wanted);
        for (const { startMs, endMs, momentsMs, wanted: own } of stretches) {
          expect(own.length).toBeLessThanOrEqual(24);
          expect(momentsMs).toEqual([...new Set(momentsMs)].sort((a, b) => a - b));
          for (const ms of momentsMs) {
            expect(ms >= startMs && ms < endMs).toBe(true);
            expect(own.some((n) => (cues[n]?.startMs ?? 0) <= ms && ms <= (cues[n]?.endMs ?? 0))).toBe(true);
          }
        }
      }),
    );
  });
});

describe('stretchScripts', () => {
  it('draws what is seen, and the letters alone in a colour for each cue, at the same places', () => {
    const cues = [cue(0, 1000, 3000), cue(1, 2000, 4000), cue(2, 90_000, 91_000)];
    const [stretch] = stretchesOf(cues, [1]);
    if (!stretch) throw new Error('no stretch');
    const { seen, letters, numbered } = stretchScripts(drawn(cues), stretch, size, []);
    // What is shown beside it moves it, and is drawn too.
    expect(numbered).toEqual([
      { place: 0, colour: '#FFFFFF' },
      { place: 1, colour: '#FFFFFF' },
    ]);
    expect(seen).toContain(',4,0,2.52,');
    expect(letters).toContain(',1,0,0,');
    expect(numberColour(1)).toBe('#08FF00');
    expect(letters).toMatch(/\{\\c&H00FF00&\}Cue 0\n.*\{\\c&H00FF08&\}Cue 1/);
    const times = (script: string) => script.match(/^Dialogue: \d,[\d:.]+,[\d:.]+/gm);
    expect(times(letters)).toEqual(times(seen));
  });

  it('more cues at once than there are colours: only the wanted ones', () => {
    const cues = Array.from({ length: 1100 }, (_, n) => cue(n, 0, 2000));
    const [stretch] = stretchesOf(cues, [5, 1099]);
    if (!stretch) throw new Error('no stretch');
    expect(stretchScripts(drawn(cues), stretch, size, []).numbered.map(({ place }) => place)).toEqual([
      5, 1099,
    ]);
  });
});

describe('lookedSize', () => {
  const video = { displayWidth: 3840, displayHeight: 2160 } as const;
  const stream: VideoStream = {
    ...{ kind: 'video', index: 0, codec: 'h264', profile: null, pixelFormat: 'yuv420p', rotation: 0 },
    ...{ width: 3840, height: 2160, ...video, frameRate: null, variableFrameRate: false, hdr: false },
    ...{ startMs: 0, durationMs: 1000, language: null },
  };
  it.each([
    [5, 480, 854],
    [1, 720, 1280],
    [30, 288, 512],
  ])('size %d is looked at in a picture %d px high', (fontSizePct, height, width) => {
    const looked = lookedSize(stream, { style: { ...style, fontSizePct }, framing: null });
    expect([looked.height, looked.width]).toEqual([height, width]);
    expect(looked.emPx).toBeCloseTo((fontSizePct / 100) * height);
  });
});
