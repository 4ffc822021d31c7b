import { describe, expect, it } from 'vitest';
import type { Project } from '../../../../shared/domain/project';
import { setTrackCues } from '../../../../shared/edits/track-cues';
import { setCueTimes } from '../../../../shared/edits/cue';
import { addTrack, removeTrack } from '../../../../shared/edits/track';
import { applyAlignment } from '../../../../shared/edits/apply-alignment';
import { replaceTranscript, setParagraphText } from '../../../../shared/edits/transcript';
import { idMaker, sampleProject, track } from '../../../support/sample-project';

const get = (project: Project, id: string) => project.cues.find((one) => one.id === id);
const words = (project: Project) =>
  project.paragraphs
    .flatMap((p) => p.words)
    .map(({ id, text, startMs }) => `${id}:${text}@${startMs ?? '-'}`);
const reword = (text: string, id = 'p1') =>
  setParagraphText.apply(sampleProject(), { newId: idMaker('n'), id, text });

describe('transcript.setParagraphText', () => {
  it('keeps ids and times of what stays, marks the cue and its translation stale', () => {
    const after = reword('We are deeply engaged in human rights.');
    expect(words(after).slice(0, 4)).toEqual(['w0:We@0', 'w1:are@500', 'n1:deeply@-', 'w2:engaged@1000']);
    expect(get(after, 'c1')).toMatchObject({
      stale: true,
      wordIds: ['w0', 'w1', 'n1', 'w2'],
      text: 'We are engaged',
    });
    expect(get(after, 'r1')?.stale).toBe(true);
    expect(get(after, 'c2')?.stale).toBe(false);
    expect(get(after, 'r2')?.stale).toBe(false);
  });
  it('takes a corrected word for the same word', () => {
    const after = reword('We are engaged in human rites.');
    expect(words(after)[5]).toBe('w5:rites.@2500');
    expect(get(after, 'c2')).toMatchObject({ stale: true, wordIds: ['w3', 'w4', 'w5'] });
  });
  it('takes words out of their cues', () => {
    const after = reword('We engaged in rights.');
    expect(get(after, 'c1')?.wordIds).toEqual(['w0', 'w2']);
    expect(get(after, 'c2')?.wordIds).toEqual(['w3', 'w5']);
  });
  it('gives words put in at the start to the cue that follows', () => {
    expect(get(reword('And so We are engaged in human rights.'), 'c1')?.wordIds).toEqual([
      'n1',
      'n2',
      'w0',
      'w1',
      'w2',
    ]);
  });
  it('gives reworded places to the cue they were in', () => {
    const after = reword('We are engaged in the rights of every human being.');
    expect(get(after, 'c1')?.wordIds).toEqual(['w0', 'w1', 'w2']);
    expect(get(after, 'c2')?.wordIds).toHaveLength(7);
  });
  it('gives a rewritten paragraph to the cues it was in', () => {
    expect(get(reword('Kazakhstan!', 'p2'), 'c3')).toMatchObject({ stale: true, wordIds: ['n1'] });
  });
  it('gives the same project for the same words', () => {
    const before = sampleProject();
    const args = { newId: idMaker(), id: 'p1', text: ' We are  engaged in\nhuman rights. ' };
    expect(setParagraphText.apply(before, args)).toBe(before);
  });
});

describe('transcript.replace', () => {
  const replace = (paragraphs: [number | null, string][], before = sampleProject()) =>
    replaceTranscript.apply(before, {
      newId: idMaker('n'),
      language: 'en',
      draft: {
        speakers: [{ name: 'Gulzada' }, { name: 'Zhanar' }, { name: 'New' }],
        paragraphs: paragraphs.map(([speaker, text]) => ({ speaker, text, hintMs: null })),
      },
    });

  it('keeps times of unchanged words over moved paragraph borders', () => {
    const after = replace([
      [1, 'We are engaged'],
      [0, 'in human rights. This is our beloved land.'],
      [null, '  '],
    ]);
    expect(words(after)).toEqual([
      ...['w0:We@0', 'w1:are@500', 'w2:engaged@1000', 'w3:in@1500', 'w4:human@2000', 'w5:rights.@2500'],
      ...['w6:This@3000', 'w7:is@3500', 'w8:our@4000', 'n1:beloved@-', 'w9:land.@4500'],
    ]);
    expect(after.paragraphs.map(({ id, speakerId }) => [id, speakerId])).toEqual([
      ['p1', 's1'],
      ['p2', 's2'],
    ]);
    expect(get(after, 'c3')).toMatchObject({ stale: true });
    expect(get(after, 'c3')?.wordIds).toHaveLength(5);
    expect(get(after, 'c1')?.stale).toBe(false);
  });
  it('drops speakers nobody refers to, but none with a pseudonym', () => {
    const after = replace([[2, 'Hello there']]);
    expect(after.speakers.map(({ name }) => name)).toEqual(['Gulzada', 'New']);
  });
  it('makes cues of a wholly different transcript stale, without words', () => {
    const after = replace([
      [2, 'Something else was said by other people on another day altogether, at length'],
    ]);
    expect(get(after, 'c1')).toMatchObject({ stale: true, wordIds: [] });
    expect(after.paragraphs[0]?.words.every(({ startMs }) => startMs === null)).toBe(true);
  });
});

describe('transcript.applyAlignment', () => {
  it('times the words it names and passes over words that are gone', () => {
    const after = applyAlignment.apply(sampleProject(), {
      alignment: {
        words: [
          { wordId: 'w0', startMs: 40, endMs: 90, confidence: 0.3 },
          { wordId: 'w1', startMs: null, endMs: null, confidence: 0 },
          { wordId: 'gone', startMs: 1, endMs: 2, confidence: 1 },
        ],
      },
    });
    expect(after.paragraphs[0]?.words[0]).toMatchObject({ startMs: 40, endMs: 90, confidence: 0.3 });
    expect(after.paragraphs[0]?.words[1]).toMatchObject({ startMs: null, endMs: null, confidence: 0 });
    expect(after.paragraphs[0]?.words[2]).toMatchObject({ startMs: 1000 });
  });
  it('refuses a word that ends before it begins', () => {
    const words = [{ wordId: 'w0', startMs: 9, endMs: 3, confidence: 1 }];
    expect(() => applyAlignment.apply(sampleProject(), { alignment: { words } })).toThrow(
      expect.objectContaining({ code: 'bad-request' }),
    );
  });
});

describe('tracks', () => {
  const en = () => sampleProject().cues.filter(({ trackId }) => trackId === 'en');
  const setCues = (cues: Parameters<typeof setTrackCues.apply>[1]['cues'], before = sampleProject()) =>
    setTrackCues.apply(before, { newId: idMaker('n'), trackId: 'en', cues });

  it('keeps cues of the same words: id, hand-set times, approval, translations', () => {
    const before = setCueTimes.apply(sampleProject(), { id: 'c1', startMs: 77 });
    const drafts = en().map(({ startMs, endMs, text, wordIds }) => ({
      startMs: startMs + 10,
      endMs,
      text,
      wordIds,
    }));
    const after = setCues(drafts, before);
    expect(get(after, 'c1')).toMatchObject({ startMs: 77, endMs: 1400, status: 'approved' });
    expect(get(after, 'c2')).toMatchObject({ startMs: 1510 });
    expect(get(after, 'r1')).toMatchObject({ sourceCueId: 'c1', stale: false });
  });
  it('moves translations to the cue that holds the first word now', () => {
    const after = setCues([
      {
        startMs: 0,
        endMs: 2900,
        text: 'We are engaged in human rights.',
        wordIds: ['w0', 'w1', 'w2', 'w3', 'w4', 'w5'],
      },
    ]);
    expect(get(after, 'r2')).toMatchObject({ sourceCueId: 'n1', stale: true });
    expect(after.cues.map(({ id }) => id).sort()).toEqual(['n1', 'r1', 'r2']);
  });
  it('takes imported cues, and makes their times valid', () => {
    const after = setCues([{ startMs: -9, endMs: -10, text: 'a' }]);
    expect(after.cues.filter(({ trackId }) => trackId === 'en')).toMatchObject([
      { startMs: 0, endMs: 1, text: 'a' },
    ]);
    expect(get(after, 'r1')).toMatchObject({ sourceCueId: null, stale: true });
  });
  it('adds and removes tracks with their cues', () => {
    const added = addTrack.apply(sampleProject(), { track: track('kk', 'translation', 'kk', 0.5) });
    expect(added.tracks.map(({ id }) => id)).toEqual(['en', 'kk', 'ru']);
    expect(() => addTrack.apply(added, { track: track('kk', 'translation', 'kk', 3) })).toThrow();
    const removed = removeTrack.apply(added, { id: 'en' });
    expect(removed.cues.map(({ id, sourceCueId, stale }) => [id, sourceCueId, stale])).toEqual([
      ['r1', null, true],
      ['r2', null, true],
    ]);
  });
});
