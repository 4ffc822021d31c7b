import { describe, expect, it } from 'vitest';
import type { Project } from '../../../../shared/domain/project';
import { replaceTexts } from '../../../../shared/edits/replace-texts';
import { makeRoughCues, tapCue } from '../../../../shared/edits/tap';
import { idMaker, sampleProject } from '../../../support/sample-project';

const times = (project: Project, ...ids: string[]) =>
  ids.map((id) => project.cues.find((one) => one.id === id)).map((one) => [one?.startMs, one?.endMs]);

describe('cue.tap', () => {
  it('pushes those that wait out of the way, together', () => {
    const after = tapCue.apply(sampleProject(), {
      id: 'c1',
      startMs: 1000,
      endMs: 2500,
      waiting: ['c2', 'c3'],
    });
    expect(times(after, 'c1', 'c2', 'c3')).toEqual([
      [1000, 2500],
      [2500, 3900],
      [4000, 5900],
    ]);
    expect(after.cues.find(({ id }) => id === 'c1')?.timedByHand).toBe(true);
    expect(after.cues.find(({ id }) => id === 'c2')?.timedByHand).toBe(false);
  });
  it('leaves those that begin later', () => {
    const after = tapCue.apply(sampleProject(), {
      id: 'c1',
      startMs: 100,
      endMs: 900,
      waiting: ['c2', 'c3'],
    });
    expect(times(after, 'c2', 'c3')).toEqual(times(sampleProject(), 'c2', 'c3'));
  });
});

it('makes rough cues of a transcript without times, in its order and with its words', () => {
  const before = sampleProject();
  const paragraphs = before.paragraphs.map((paragraph) => ({
    ...paragraph,
    words: paragraph.words.map((word) => ({ ...word, startMs: null, endMs: null, confidence: null })),
  }));
  const after = makeRoughCues.apply({ ...before, paragraphs, tracks: [], cues: [] }, { newId: idMaker() });
  const words = paragraphs.flatMap((paragraph) => paragraph.words);
  expect(after.cues.flatMap(({ wordIds }) => wordIds)).toEqual(words.map(({ id }) => id));
  expect(after.paragraphs).toBe(paragraphs);
});

it('replaces in cues and transcript as one step', () => {
  const after = replaceTexts.apply(sampleProject(), {
    newId: idMaker(),
    cues: new Map([['c3', 'This is our country.']]),
    paragraphs: new Map([['p2', 'This is our country.']]),
  });
  expect(after.cues.find(({ id }) => id === 'c3')?.text).toBe('This is our country.');
  expect(after.paragraphs[1]?.words.at(-1)).toMatchObject({ id: 'w9', text: 'country.', startMs: 4500 });
});
