import { describe, expect, it } from 'vitest';
import type { Project } from '../../../../../shared/domain/project';
import type { Cue } from '../../../../../shared/domain/track';
import { writeAss } from '../../../../../shared/formats/ass/write';
import { defaultStyles } from '../../../../../shared/style/styles';
import {
  blockOf,
  isSameScript,
  scriptParts,
  writeScript,
} from '../../../../../renderer/features/player/subtitle-script';
import { cue as sampleCue } from '../../../../support/sample-project';

const SIZE = { width: 1920, height: 1080 };
const AROUND = { size: SIZE, frameTimes: null, fonts: [], fittedTo: null };

const cue = (id: string, startMs: number, endMs: number, trackId = 'en') =>
  sampleCue(id, startMs, endMs, `Text of ${id}`, { trackId });

const [style] = defaultStyles();

const project = (cues: Cue[]): Project => ({
  meta: { id: 'p', title: '', language: 'en', media: null },
  speakers: [],
  paragraphs: [],
  tracks: [
    {
      id: 'en',
      order: 1,
      kind: 'source',
      language: 'en',
      name: '',
      direction: 'ltr',
      profileId: '',
      styleId: style.id,
    },
  ],
  cues,
  styles: [style],
  notes: [],
  versions: [],
});

describe('the preview’s script', () => {
  it('is the export’s own for a film that fits one stretch', () => {
    const cues = [cue('a', 0, 1000), cue('b', 20_000, 22_000)];
    const parts = scriptParts(project(cues), 'en', AROUND, 0);
    const track = project([]).tracks[0];
    if (!parts || !track) throw new Error('no script');
    expect(writeScript(parts)).toBe(
      writeAss({ cues, track, style, video: SIZE, title: null, frameTimes: null }),
    );
  });
  it('holds every cue that can be on screen in its stretch, and none from hours away', () => {
    const cues = Array.from({ length: 4000 }, (_, n) => cue(`c${n}`, n * 2000, n * 2000 + 1900));
    const long = cue('long', 10, 7_000_000);
    const ms = 4_000_000;
    const parts = scriptParts(project([long, ...cues]), 'en', AROUND, ms);
    const script = parts ? writeScript(parts) : '';
    for (let at = blockOf(ms) * 30_000; at < (blockOf(ms) + 1) * 30_000; at += 2000)
      expect(script).toContain(`Text of c${at / 2000}\n`);
    expect(script).toContain('Text of long');
    expect(script).not.toContain('Text of c1\n');
    expect(script.split('Dialogue:').length).toBeLessThan(40);
  });
  it('stays as it is while cues far from the playhead move', () => {
    const cues = [cue('a', 0, 1000), cue('far', 600_000, 602_000)];
    const still = project(cues);
    const moved = (id: string) => ({
      ...still,
      cues: cues.map((each) => (each.id === id ? { ...each, endMs: each.endMs + 40 } : each)),
    });
    const partsOf = (of: Project) => scriptParts(of, 'en', AROUND, 0);
    expect(isSameScript(partsOf(still), partsOf(moved('far')))).toBe(true);
    expect(isSameScript(partsOf(still), partsOf(moved('a')))).toBe(false);
  });
  it('says who speaks as the whole film would, not anew in each stretch', () => {
    const labelled = { ...style, speakerLabels: 'changes' as const };
    const said = [cue('a', 0, 1000), cue('b', 300_000, 301_000)].map((one) => ({ ...one, speakerId: 's' }));
    const speakers = [{ id: 's', order: 1, name: 'Aya', pseudonym: null }];
    const film = { ...project(said), styles: [labelled], speakers };
    const scripts = [0, 300_000].map((ms) => scriptParts(film, 'en', AROUND, ms));
    expect(scripts.map((parts) => parts && writeScript(parts).includes('Aya: '))).toEqual([true, false]);
  });
  it('gives speakers their colours', () => {
    const coloured = { ...style, speakerColours: true };
    const speakers = ['s', 't'].map((id, order) => ({ id, order, name: id, pseudonym: null }));
    const film = { ...project([{ ...cue('a', 0, 1000), speakerId: 't' }]), styles: [coloured], speakers };
    const parts = scriptParts(film, 'en', AROUND, 0);
    // Yellow, as ASS writes it: blue, green, red.
    expect(parts && writeScript(parts)).toMatch(/Dialogue:.*00FFFF/);
  });
  it('shows the asked track only, and nothing for an unknown one', () => {
    const both = project([cue('a', 0, 1000), cue('other', 0, 1000, 'ru')]);
    const parts = scriptParts(both, 'en', AROUND, 0);
    expect(parts && writeScript(parts)).not.toContain('other');
    expect(scriptParts(both, 'xx', AROUND, 0)).toBeNull();
    expect(scriptParts(both, null, AROUND, 0)).toBeNull();
  });
});

describe('isSameScript', () => {
  const one = project([cue('a', 0, 1000)]);
  const at = (ms: number, of = one, size = SIZE) => scriptParts(of, 'en', { ...AROUND, size }, ms);
  it('stays the same while the playhead stays in its stretch', () => {
    expect(isSameScript(at(0), at(29_999))).toBe(true);
    expect(isSameScript(at(0), at(30_000))).toBe(false);
  });
  it('changes with cues, size and track', () => {
    expect(isSameScript(at(0), at(0, { ...one, cues: [cue('a', 0, 999)] }))).toBe(false);
    expect(isSameScript(at(0), at(0, one, { width: 10, height: 10 }))).toBe(false);
    expect(isSameScript(at(0), null)).toBe(false);
    expect(isSameScript(null, null)).toBe(true);
  });
});
