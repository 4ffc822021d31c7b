import { describe, expect, it } from 'vitest';
import type { Project } from '../../../../shared/domain/project';
import { applyAlignment } from '../../../../shared/edits/apply-alignment';
import { setCueTimes } from '../../../../shared/edits/cue';
import { keepCueTimes, takeWordTimes } from '../../../../shared/edits/cue-word-times';
import { leaveOutSpeech, markUncovered } from '../../../../shared/edits/hearing';
import { makeSubtitles } from '../../../../shared/edits/make-subtitles';
import {
  addParagraph,
  mergeParagraphs,
  removeParagraph,
  splitParagraph,
} from '../../../../shared/edits/paragraph';
import { setProjectMedia } from '../../../../shared/edits/project';
import { checkWords, leaveOutWords, pinWords } from '../../../../shared/edits/word-marks';
import { setWordTimes } from '../../../../shared/edits/word-times';
import { parseProjectFile } from '../../../../shared/formats/project/parse';
import { writeProjectFile } from '../../../../shared/formats/project/write';
import { idMaker, sampleProject } from '../../../support/sample-project';

const word = (project: Project, id: string) =>
  project.paragraphs.flatMap(({ words }) => words).find((one) => one.id === id);
const cue = (project: Project, id: string) => project.cues.find((one) => one.id === id);
const times = (project: Project, ids: string[]) =>
  ids.map((id) => [word(project, id)?.startMs, word(project, id)?.endMs]);
/** All words of the sample moved by so much, as an alignment would find them. */
const moved = (project: Project, byMs: number) => ({
  words: project.paragraphs
    .flatMap(({ words }) => words)
    .map(({ id, startMs, endMs }) => ({
      wordId: id,
      startMs: (startMs ?? 0) + byMs,
      endMs: (endMs ?? 0) + byMs,
      confidence: 0.8,
    })),
});

describe('marks of words', () => {
  it('keep pinned words and those not spoken where they are when an alignment comes', () => {
    let project = pinWords.apply(sampleProject(), { ids: ['w1'], on: true });
    project = leaveOutWords.apply(project, { ids: ['w2'], on: true });
    const after = applyAlignment.apply(project, { alignment: moved(sampleProject(), 700) });
    expect(times(after, ['w0', 'w1', 'w2', 'w3'])).toEqual([
      [700, 1100],
      [500, 900],
      [null, null],
      [2200, 2600],
    ]);
  });
  it('take the check off words that an alignment moves, and leave it on the others', () => {
    const project = checkWords.apply(sampleProject(), { ids: ['w0', 'w1'], on: true });
    const { words } = moved(project, 0);
    const alignment = { words: words.map((one) => (one.wordId === 'w0' ? { ...one, endMs: 300 } : one)) };
    const after = applyAlignment.apply(project, { alignment });
    expect([word(after, 'w0')?.checked, word(after, 'w1')?.checked]).toEqual([undefined, true]);
  });
  it('make cues of words that are not spoken stale, and leave the words out of new ones', () => {
    const after = leaveOutWords.apply(sampleProject(), { ids: ['w0', 'w1', 'w2'], on: true });
    expect([cue(after, 'c1')?.stale, cue(after, 'r1')?.stale, cue(after, 'c2')?.stale]).toEqual([
      true,
      true,
      false,
    ]);
    const made = makeSubtitles.apply(after, { newId: idMaker('n'), frameRate: null, durationMs: null });
    expect(made.cues.filter(({ trackId }) => trackId === 'en').map(({ text }) => text)).toEqual([
      'in human rights.',
      'This is our land.',
    ]);
    const back = leaveOutWords.apply(after, { ids: ['w0', 'w1', 'w2'], on: false });
    expect(word(back, 'w0')).toEqual({ id: 'w0', text: 'We', startMs: null, endMs: null, confidence: 0.9 });
  });
  it('cannot pin what has no time', () => {
    const project = leaveOutWords.apply(sampleProject(), { ids: ['w0'], on: true });
    expect(pinWords.apply(project, { ids: ['w0'], on: true })).toBe(project);
  });
  it('refuse words that are not there', () => {
    expect(() => pinWords.apply(sampleProject(), { ids: ['w0', 'none'], on: true })).toThrow(
      expect.objectContaining({ code: 'bad-request' }),
    );
  });
  it('are kept in the project file', () => {
    let project = setWordTimes.apply(sampleProject(), { ids: ['w0'], startMs: 10, endMs: 300 });
    project = leaveOutWords.apply(project, { ids: ['w1'], on: true });
    project = checkWords.apply(project, { ids: ['w2'], on: true });
    project = leaveOutSpeech.apply(project, { startMs: 9000, endMs: 9900, on: true });
    const text = writeProjectFile({ project, savedSeq: 0, savedEntry: null, extra: {} });
    expect(parseProjectFile(text, 'x').project).toEqual(project);
  });
});

describe('words.setTimes', () => {
  it('moves an edge, leaves the words inside, pins them all, and the neighbour gives way', () => {
    const after = setWordTimes.apply(sampleProject(), {
      ids: ['w3', 'w4', 'w5'],
      startMs: 1350,
      endMs: 2900,
    });
    expect(times(after, ['w2', 'w3', 'w4', 'w5'])).toEqual([
      [1000, 1350],
      [1350, 1900],
      [2000, 2400],
      [2500, 2900],
    ]);
    expect(['w2', 'w3', 'w5'].map((id) => word(after, id)?.pinned)).toEqual([undefined, true, true]);
    expect(cue(after, 'c2')).toMatchObject({ startMs: 1350, timedByHand: false });
    expect(cue(after, 'c1')?.endMs).toBeLessThanOrEqual(1350);
  });
  it('stretches the words where their times no longer fit', () => {
    const after = setWordTimes.apply(sampleProject(), { ids: ['w6', 'w7'], startMs: 10_000, endMs: 11_800 });
    expect(times(after, ['w6', 'w7'])).toEqual([
      [10_000, 10_800],
      [11_000, 11_800],
    ]);
  });
  it('shares the span by length where nothing had times', () => {
    const bare = leaveOutWords.apply(sampleProject(), { ids: ['w0', 'w1', 'w2'], on: true });
    const after = setWordTimes.apply(bare, { ids: ['w0', 'w1', 'w2'], startMs: 0, endMs: 1500 });
    expect(times(after, ['w0', 'w1', 'w2'])).toEqual([
      [0, 300],
      [300, 700],
      [700, 1500],
    ]);
    expect(word(after, 'w0')).toMatchObject({ pinned: true });
    expect(word(after, 'w0')?.notSpoken).toBeUndefined();
  });
  it('does not push a pinned neighbour', () => {
    const pinned = pinWords.apply(sampleProject(), { ids: ['w2'], on: true });
    const after = setWordTimes.apply(pinned, { ids: ['w3'], startMs: 1300, endMs: 1900 });
    expect(times(after, ['w2'])).toEqual([[1000, 1400]]);
  });
});

describe('cues whose words get other times', () => {
  it('follow, and their translations with them, unless a person timed them: those are marked', () => {
    const byHand = setCueTimes.apply(sampleProject(), { id: 'c2', startMs: 1400, endMs: 2950 });
    const after = applyAlignment.apply(byHand, { alignment: moved(byHand, 10_000) });
    expect(cue(after, 'c1')).toMatchObject({ startMs: 10_000, timedByHand: false });
    expect(cue(after, 'c1')?.endMs).toBeGreaterThanOrEqual(11_400);
    expect(cue(after, 'r1')).toMatchObject({
      startMs: 10_000,
      endMs: cue(after, 'c1')?.endMs ?? 0,
    });
    expect(cue(after, 'c2')).toMatchObject({ startMs: 1400, endMs: 2950, wordsMoved: true });
    const taken = takeWordTimes.apply(after, { ids: ['c2'] });
    expect(cue(taken, 'c2')).toMatchObject({ startMs: 11_500, timedByHand: false });
    expect(cue(taken, 'c2')?.wordsMoved).toBeUndefined();
    const kept = keepCueTimes.apply(after, { ids: ['c2'] });
    expect(cue(kept, 'c2')).toMatchObject({ startMs: 1400, timedByHand: true });
    expect(cue(kept, 'c2')?.wordsMoved).toBeUndefined();
  });
  it('are not marked for a hair’s breadth', () => {
    const byHand = setCueTimes.apply(sampleProject(), { id: 'c2', startMs: 1400 });
    const after = applyAlignment.apply(byHand, { alignment: moved(byHand, 60) });
    expect(cue(after, 'c2')?.wordsMoved).toBeUndefined();
  });
  it('never lie over the next cue where their words do not', () => {
    const after = applyAlignment.apply(sampleProject(), { alignment: moved(sampleProject(), 333) });
    const shown = after.cues.filter(({ trackId }) => trackId === 'en');
    for (const [index, one] of shown.entries())
      expect(one.endMs).toBeLessThanOrEqual(shown[index + 1]?.startMs ?? Infinity);
  });
});

describe('what is known of the sound', () => {
  const span = (startMs: number, endMs: number) => ({ startMs, endMs });
  const heard = applyAlignment.apply(sampleProject(), {
    alignment: { words: [], speech: [span(0, 5000), span(6000, 9000)], uncovered: [span(6000, 9000)] },
  });
  it('is kept with the project and renewed only inside the range that was listened to', () => {
    const after = applyAlignment.apply(heard, {
      range: span(7000, 8000),
      alignment: { words: [], speech: [span(7100, 7900)], uncovered: [] },
    });
    expect(after.meta.hearing).toEqual({
      speech: [span(0, 5000), span(6000, 7000), span(7100, 7900), span(8000, 9000)],
      uncovered: [span(6000, 7000), span(8000, 9000)],
      leftOut: [],
    });
  });
  it('goes from uncovered to left out and back', () => {
    const out = leaveOutSpeech.apply(heard, { ...span(6000, 9000), on: true });
    expect(out.meta.hearing).toMatchObject({ uncovered: [], leftOut: [span(6000, 9000)] });
    const back = leaveOutSpeech.apply(out, { ...span(6000, 9000), on: false });
    expect(back.meta.hearing).toEqual(heard.meta.hearing);
    expect(markUncovered.apply(out, span(6500, 7000)).meta.hearing).toMatchObject({
      uncovered: [span(6500, 7000)],
      leftOut: [span(6000, 6500), span(7000, 9000)],
    });
  });
  it('is forgotten with the footage', () => {
    const fingerprint = { sizeBytes: 1, headSha256: 'a'.repeat(64), tailSha256: 'b'.repeat(64) };
    const media = { path: 'a.mp4', durationMs: 9, fingerprint };
    const after = setProjectMedia.apply(heard, { media });
    expect(after.meta).not.toHaveProperty('hearing');
    expect(
      setProjectMedia.apply({ ...heard, meta: { ...heard.meta, media } }, { media: { ...media, path: 'b' } })
        .meta,
    ).toHaveProperty('hearing');
  });
});

describe('paragraphs', () => {
  const shape = (project: Project) =>
    project.paragraphs.map(({ words, speakerId }) => [speakerId, words.map(({ text }) => text).join(' ')]);
  it('are put in behind a word, parting the one it stands in', () => {
    const after = addParagraph.apply(sampleProject(), {
      newId: idMaker('n'),
      afterWordId: 'w2',
      text: 'And you?',
      speakerId: 's2',
      hintMs: 1450,
    });
    expect(shape(after)).toEqual([
      ['s1', 'We are engaged'],
      ['s2', 'And you?'],
      ['s1', 'in human rights.'],
      ['s1', 'This is our land.'],
    ]);
  });
  it('are put in before everything', () => {
    const args = { newId: idMaker('n'), afterWordId: null, text: 'Hello.', speakerId: null };
    expect(shape(addParagraph.apply(sampleProject(), args))[0]).toEqual([null, 'Hello.']);
  });
  it('split and join to what they were, again and again in the same place', () => {
    let project = sampleProject();
    const newId = idMaker('n');
    for (let times = 0; times < 70; times += 1)
      project = addParagraph.apply(project, {
        newId,
        afterWordId: 'w5',
        text: `No. ${times}`,
        speakerId: null,
      });
    expect(shape(project).at(1)).toEqual([null, 'No. 69']);
    expect(shape(project).at(-2)).toEqual([null, 'No. 0']);
    const split = splitParagraph.apply(sampleProject(), { newId, wordId: 'w3' });
    expect(shape(split)).toHaveLength(3);
    expect(mergeParagraphs.apply(split, { id: 'p1' }).paragraphs).toEqual(sampleProject().paragraphs);
  });
  it('leave stale cues behind when they go', () => {
    const after = removeParagraph.apply(sampleProject(), { id: 'p1' });
    expect(cue(after, 'c1')).toMatchObject({ stale: true, wordIds: [] });
    expect(cue(after, 'r1')?.stale).toBe(true);
    expect(cue(after, 'c3')?.stale).toBe(false);
  });
  it('take what a newer version wrote about their words along', () => {
    const sample = sampleProject();
    const [first, ...rest] = sample.paragraphs;
    if (!first) throw new Error('the sample has paragraphs');
    const marked = { ...first, extra: { mood: 'calm', '~words': { w3: { tone: 'high' } } } };
    const split = splitParagraph.apply(
      { ...sample, paragraphs: [marked, ...rest] },
      { newId: idMaker('n'), wordId: 'w3' },
    );
    const text = writeProjectFile({ project: split, savedSeq: 0, savedEntry: null, extra: {} });
    expect(text.match(/"tone": "high"/g)).toHaveLength(1);
    expect(text.match(/"mood": "calm"/g)).toHaveLength(1);
  });
});
