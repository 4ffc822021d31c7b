import { describe, expect, it } from 'vitest';
import { BLANK_PROJECT } from '../../../../renderer/state/blank-project';
import { cueById, cuesOfTrack, timedWords } from '../../../../renderer/state/selectors';
import { cue as sampleCue } from '../../../support/sample-project';

const cue = (id: string, trackId: string, startMs: number) =>
  sampleCue(id, startMs, startMs + 1000, id, { trackId });

const project = { ...BLANK_PROJECT, cues: [cue('a', 't1', 0), cue('b', 't2', 0), cue('c', 't1', 2000)] };

describe('cuesOfTrack', () => {
  it('gives the cues of one track in order', () => {
    expect(cuesOfTrack(project, 't1').map(({ id }) => id)).toEqual(['a', 'c']);
    expect(cuesOfTrack(project, 't9')).toEqual([]);
    expect(cuesOfTrack(project, null)).toEqual([]);
  });

  it('gives the same array until a cue changes', () => {
    const renamed = { ...project, meta: { ...project.meta, title: 'x' } };
    expect(cuesOfTrack(renamed, 't1')).toBe(cuesOfTrack(project, 't1'));
    const changed = { ...project, cues: [...project.cues] };
    expect(cuesOfTrack(changed, 't1')).not.toBe(cuesOfTrack(project, 't1'));
  });
});

describe('cueById', () => {
  it('finds a cue, or nothing', () => {
    expect(cueById(project, 'c')?.startMs).toBe(2000);
    expect(cueById(project, 'z')).toBeNull();
    expect(cueById(project, null)).toBeNull();
  });

  it('finds it in every version, wherever it came to stand', () => {
    const versions = [
      project,
      { ...project, cues: [cue('c', 't1', 0), cue('a', 't1', 500), cue('b', 't2', 900)] },
      { ...project, cues: [cue('b', 't2', 900)] },
      { ...project, cues: [] },
    ];
    for (const version of [...versions, ...versions.toReversed()])
      for (const id of ['a', 'b', 'c'])
        expect(cueById(version, id)).toBe(version.cues.find((each) => each.id === id) ?? null);
  });
});

describe('timedWords', () => {
  it('leaves out words without a time and sorts the others', () => {
    const word = (id: string, startMs: number | null) => ({
      id,
      text: id,
      startMs,
      endMs: startMs === null ? null : startMs + 100,
      confidence: null,
    });
    const paragraph = (id: string, words: ReturnType<typeof word>[]) => ({
      id,
      order: 0,
      speakerId: null,
      language: null,
      hintMs: null,
      words,
    });
    const paragraphs = [
      paragraph('p', [word('late', 500), word('none', null)]),
      paragraph('q', [word('early', 10)]),
    ];
    expect(timedWords({ ...project, paragraphs }).map(({ id }) => id)).toEqual(['early', 'late']);
  });
});
