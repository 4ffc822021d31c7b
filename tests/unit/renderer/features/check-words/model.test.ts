import { describe, expect, it } from 'vitest';
import { checkItems, nextOpen, progressOf } from '../../../../../renderer/features/check-words/model';
import type { Project } from '../../../../../shared/domain/project';
import { applyAlignment } from '../../../../../shared/edits/apply-alignment';
import { leaveOutSpeech } from '../../../../../shared/edits/hearing';
import { checkWords, leaveOutWords, pinWords } from '../../../../../shared/edits/word-marks';
import { sampleProject } from '../../../../support/sample-project';

const ids = (project: Project) => project.paragraphs.flatMap(({ words }) => words.map(({ id }) => id));
/** The sample with a first sentence found with little confidence, a second one half lost, and speech without text. */
function doubtful(): Project {
  const words = ids(sampleProject()).map((wordId, index) => {
    const isLost = index === 8;
    return {
      wordId,
      startMs: isLost ? null : index * 500,
      endMs: isLost ? null : index * 500 + 400,
      confidence: isLost ? 0 : index < 6 ? 0.3 : 0.9,
    };
  });
  const uncovered = [
    { startMs: 9000, endMs: 9900 },
    { startMs: 7000, endMs: 8000 },
  ];
  return applyAlignment.apply(sampleProject(), { alignment: { words, uncovered, speech: uncovered } });
}
const shape = (project: Project) => checkItems(project).map(({ id, isDone }) => (isDone ? `(${id})` : id));

describe('checkItems', () => {
  it('lists doubtful sentences, the least certain first, then speech without text by time', () => {
    expect(shape(doubtful())).toEqual(['w0', 'w6', 'speech-7000', 'speech-9000']);
    expect(checkItems(doubtful())[2]).toMatchObject({ afterWordId: 'w9', startMs: 7000, endMs: 8000 });
  });
  it('is empty before the first alignment, and where nothing is doubtful', () => {
    const { paragraphs, ...rest } = sampleProject();
    const bare = paragraphs.map((one) => ({
      ...one,
      words: one.words.map((word) => ({ ...word, startMs: null, endMs: null, confidence: null })),
    }));
    expect(checkItems({ ...rest, paragraphs: bare })).toEqual([]);
    expect(checkItems(sampleProject())).toEqual([]);
  });
  it('keeps what was dealt with in its place, done', () => {
    let project = checkWords.apply(doubtful(), { ids: ids(doubtful()).slice(0, 6), on: true });
    project = leaveOutSpeech.apply(project, { startMs: 7000, endMs: 8000, on: true });
    expect(shape(project)).toEqual(['(w0)', 'w6', '(speech-7000)', 'speech-9000']);
    expect(progressOf(checkItems(project))).toEqual({ done: 2, count: 4 });
  });
  it('is settled by pins and by saying that the lost word is not spoken', () => {
    let project = pinWords.apply(doubtful(), { ids: ids(doubtful()).slice(0, 6), on: true });
    project = leaveOutWords.apply(project, { ids: ['w8'], on: true });
    expect(shape(project).slice(0, 2)).toEqual(['(w0)', '(w6)']);
  });
  it('takes words that were added since for doubtful', () => {
    const project = doubtful();
    const [first, second] = project.paragraphs;
    if (!first || !second) throw new Error('the sample has two paragraphs');
    const fresh = second.words.map((word) => ({ ...word, startMs: null, endMs: null, confidence: null }));
    expect(shape({ ...project, paragraphs: [first, { ...second, words: fresh }] })[0]).toBe('w6');
  });
});

describe('nextOpen', () => {
  const items = checkItems(leaveOutSpeech.apply(doubtful(), { startMs: 7000, endMs: 8000, on: true }));
  it.each([
    [-1, 1, 0],
    [0, 1, 1],
    [1, 1, 3],
    [3, 1, 0],
    [3, -1, 1],
    [0, -1, 3],
  ] as const)('from %i by %i is %i', (from, direction, expected) => {
    expect(nextOpen(items, from, direction)).toBe(expected);
  });
  it('is nowhere when all is done', () => {
    expect(
      nextOpen(
        items.map((item) => ({ ...item, isDone: true })),
        0,
        1,
      ),
    ).toBe(-1);
    expect(nextOpen([], 0, 1)).toBe(-1);
  });
});
