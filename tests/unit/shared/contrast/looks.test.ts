import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coversWithin, cueLooks, drawnTrack, looksInSteps } from '../../../../shared/contrast/looks';
import { coverRuns } from '../../../../shared/redaction/cover';
import type { CoverRedaction } from '../../../../shared/domain/redaction';
import type { Cue, Style, Track } from '../../../../shared/domain/track';
import type { Speaker } from '../../../../shared/domain/transcript';
import { PLAIN_LOOK } from '../../../../shared/style/presets';
import { cue as sampleCue } from '../../../support/sample-project';

const style: Style = { ...PLAIN_LOOK, id: 's', order: 1, name: 'One', fontSizePct: 5 };
const track: Track = {
  ...{ id: 't', order: 1, language: 'en', name: '', profileId: 'x', styleId: 's' },
  kind: 'source',
  direction: 'ltr',
};
const speakers: Speaker[] = [{ id: 'anna', order: 1, name: 'Anna', pseudonym: null }];

const cue = (id: string, changes: Partial<Cue> = {}) =>
  sampleCue(id, 1000, 3000, 'We came.', { trackId: 't', ...changes });

function looks(
  cues: readonly Cue[],
  changes: Partial<Style> = {},
  families: readonly string[] = [],
): string[] {
  return cueLooks(drawnTrack({ styles: [{ ...style, ...changes }], speakers }, track, cues, families));
}

const before = [cue('a'), cue('b', { startMs: 4000, endMs: 6000 })];

describe('cueLooks', () => {
  it('comes in steps that give the same, one for each cue at least', () => {
    const drawn = drawnTrack({ styles: [style], speakers }, track, before, []);
    const steps = looksInSteps(drawn);
    let [rests, step] = [0, steps.next()];
    for (; !step.done; step = steps.next()) rests++;
    expect(step.value).toEqual(cueLooks(drawn));
    expect(rests).toBeGreaterThanOrEqual(before.length);
  });

  it.each<[string, Partial<Cue>]>([
    ['text', { text: 'We came!' }],
    ['start', { startMs: 1001 }],
    ['end', { endMs: 3001 }],
    ['place', { position: 'top' }],
  ])('another %s is another look, of that cue alone', (_, changes) => {
    const [a, b] = looks(before);
    const [changed, same] = looks([cue('a', changes), ...before.slice(1)]);
    expect(changed).not.toBe(a);
    expect(same).toBe(b);
  });

  it.each<[string, Partial<Style>]>([
    ['colour', { colour: '#FFFF00' }],
    ['size', { fontSizePct: 5.2 }],
    ['box', { box: true }],
    ['font for the language', { languages: { en: { fontFamily: 'Other' } } }],
    ['names', { speakerLabels: 'always' }],
    ['colours of speakers', { speakerColours: true }],
  ])('another %s of the style is another look of what it changes', (_, changes) => {
    const spoken = [cue('a', { speakerId: 'anna' })];
    expect(looks(spoken, changes)).not.toEqual(looks(spoken));
  });

  it('what nobody sees changes nothing: its name, its id, another language, what is said of the cue', () => {
    const same = looks([cue('x', { status: 'approved', stale: true }), ...before.slice(1)], {
      name: 'Two',
      languages: { kk: { bold: true } },
    });
    expect(same).toEqual(looks(before));
  });

  it('cues shown together change each other’s, neighbours in time do not; so do the campaign’s fonts', () => {
    const together = [
      cue('a'),
      cue('b', { startMs: 2000, endMs: 4000 }),
      cue('c', { startMs: 4000, endMs: 5000 }),
    ];
    const [a, , c] = looks(together);
    const [otherA, , otherC] = looks(together.with(1, cue('b', { startMs: 2000, endMs: 4000, text: 'No.' })));
    expect(otherA).not.toBe(a);
    expect(otherC).toBe(c);
    expect(looks(before, {}, ['Own'])).not.toEqual(looks(before));
  });

  it('what covers the picture meanwhile is seen, what covers another moment is not', () => {
    const cover: CoverRedaction = {
      ...{ id: 'r', order: 1, kind: 'cover', startMs: 2000, endMs: 3500, fill: 'solid' },
      keys: [{ atMs: 0, x: 0, y: 0.5, width: 1, height: 0.5 }],
    };
    const covered = (redactions: CoverRedaction[]) =>
      cueLooks(drawnTrack({ styles: [style], speakers, redactions }, track, before, []));
    const [a, b] = looks(before);
    const [under, beside] = covered([cover]);
    expect(under).not.toBe(a);
    expect(beside).toBe(b);
    expect(covered([{ ...cover, fill: 'blur' }])[0]).not.toBe(under);
    expect(covered([])).toEqual([a, b]);
  });

  it('is one short text a cue, alike for alike tracks', () => {
    const any = fc.record({ startMs: fc.nat(10_000), length: fc.nat(3000), text: fc.string() });
    fc.assert(
      fc.property(fc.array(any), (list) => {
        const cues = list
          .map(({ startMs, length, text }, n) => cue(String(n), { startMs, endMs: startMs + length, text }))
          .sort((a, b) => a.startMs - b.startMs);
        const found = looks(cues);
        expect(found).toHaveLength(cues.length);
        expect(found.every((look) => look.length <= 100)).toBe(true);
        expect(looks(structuredClone(cues))).toEqual(found);
      }),
    );
  });
});

it('hides in a stretch what the covers of the whole film hide there', () => {
  const size = { width: 64, height: 36 };
  const time = fc.nat(40_000);
  const span = fc.tuple(time, time).map(([a, b]) => ({ startMs: Math.min(a, b), endMs: Math.max(a, b) + 1 }));
  const key = fc.record({ atMs: time, x: fc.double({ min: 0, max: 0.5, noNaN: true }) });
  const boxes = (cover: CoverRedaction, timesMs: readonly number[]) =>
    coverRuns(cover, timesMs, size).flatMap(({ first, after, box }) =>
      Array.from({ length: after - first }, (_, n) => [first + n, box] as const),
    );
  fc.assert(
    fc.property(
      span,
      span,
      fc.uniqueArray(key, { minLength: 1, selector: ({ atMs }) => atMs }),
      (of, stretch, keys) => {
        const timesMs = Array.from({ length: 1000 }, (_, n) => n * 40.04);
        const cover: CoverRedaction = {
          ...{ id: 'c', order: 0, kind: 'cover', fill: 'solid', ...of },
          keys: keys
            .toSorted((a, b) => a.atMs - b.atMs)
            .map(({ atMs, x }) => ({ atMs, x, y: 0, width: 0.4, height: 0.4 })),
        };
        const seen = (all: ReturnType<typeof boxes>) =>
          all.filter(([frame]) => {
            const ms = Math.round(timesMs[frame] ?? 0);
            return ms >= stretch.startMs && ms < stretch.endMs;
          });
        expect(seen(coversWithin([cover], stretch).flatMap((one) => boxes(one, timesMs)))).toEqual(
          seen(boxes(cover, timesMs)),
        );
      },
    ),
    { examples: [[{ startMs: 1, endMs: 2 }, { startMs: 0, endMs: 1 }, [{ atMs: 0, x: 0 }]]] },
  );
});
