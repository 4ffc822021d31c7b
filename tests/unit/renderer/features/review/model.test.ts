import { expect, it } from 'vitest';
import {
  acceptable,
  entriesOf,
  filteredEntries,
  nextEntry,
  suggestedTexts,
  withReviews,
} from '../../../../../renderer/features/review/model';
import { reviewInSteps } from '../../../../../renderer/state/review';
import { finish } from '../../../../../shared/steps';
import { mergeReviews } from '../../../../../shared/edits/review';
import { setCueText } from '../../../../../shared/edits/cue';
import { notesOf } from '../../../../../shared/review/merge-notes';
import { packetOf, reviewBy } from '../../../../support/reviews';
import { sampleProject } from '../../../../support/sample-project';

const packet = packetOf(sampleProject());
/** Cues c1, c2, c3, r1, r2, paragraphs p1, p2, in that order. */
const review = reviewBy(packet, 'review-1', 'AB', [
  { at: 2, what: 'suggest', word: 3 },
  { at: 0, what: 'comment', word: 0 },
  { at: 1, what: 'wrong', word: 0 },
  { at: 3, what: 'suggest', word: 3 },
  { at: 6, what: 'suggest', word: 0 },
]);
const project = mergeReviews.apply(sampleProject(), { notes: notesOf(review) });

it('lists what was said of the track shown in the order of time, with the transcript beside the spoken language', () => {
  const all = entriesOf(project, 'en', finish(reviewInSteps(project)));
  expect(all.map(({ kind, targetId }) => `${kind} ${targetId}`)).toEqual([
    'thread c1',
    'verdicts c2',
    'suggestion c3',
    'suggestion p2',
  ]);
  expect(entriesOf(project, 'ru', finish(reviewInSteps(project))).map(({ targetId }) => targetId)).toEqual([
    'r1',
  ]);
});

it('keeps what is about a cue that is gone, at the end', () => {
  const without = { ...project, cues: project.cues.filter(({ id }) => id !== 'c3') };
  const all = entriesOf(without, 'en', finish(reviewInSteps(without)));
  expect(all.at(-1)).toMatchObject({ targetId: 'c3', number: null });
});

it('knows what can be accepted, what is in conflict, and what is next', () => {
  const moved = setCueText.apply(project, { id: 'c3', text: 'That was my house.' });
  const all = entriesOf(moved, 'en', finish(reviewInSteps(moved)));
  expect(acceptable(all)).toHaveLength(1);
  expect(filteredEntries(all, 'conflicts', null).map(({ targetId }) => targetId)).toEqual(['c3']);
  expect(filteredEntries(all, 'all', 'AB')).toHaveLength(all.length);
  expect(nextEntry(all, null, 1)?.targetId).toBe('c1');
  expect(nextEntry(all, all.at(-1)?.id ?? null, 1)?.targetId).toBe('c1');
  expect(nextEntry([], null, 1)).toBeNull();
});

it('lists everybody’s entries where the author filtered by has none, as in another language or project', () => {
  const all = entriesOf(project, 'en', finish(reviewInSteps(project)));
  expect(all.length).toBeGreaterThan(0);
  expect(filteredEntries(all, 'all', 'ZZ')).toEqual(all);
});

it('shows two reviews that share their name as two, and one that comes twice once', () => {
  const file = (reviewId: string, what: 'fine' | 'wrong') => {
    const notes = notesOf(reviewBy(packet, reviewId, 'AB', [{ at: 0, what, word: 0 }]));
    const rest = { name: 'back.review.json', problem: null, initials: 'AB', unreadable: 0, isCut: false };
    return { ...rest, notes };
  };
  const [one, other] = [file('review-1', 'fine'), file('review-2', 'wrong')];
  const both = withReviews([one], [other]);
  expect(both.map(({ notes }) => notes[0]?.reviewId)).toEqual(['review-1', 'review-2']);
  expect(withReviews(both, [file('review-1', 'fine')])).toHaveLength(2);
});

it('shows a text that several reviewers want once, and none that is there already', () => {
  const by = (id: string, author: string) =>
    reviewBy(packet, id, author, [{ at: 2, what: 'suggest', word: 3 }]);
  const notes = [...notesOf(by('review-2', 'AB')), ...notesOf(by('review-3', 'CD'))];
  const both = mergeReviews.apply(sampleProject(), { notes });
  const of = (of: typeof both) => suggestedTexts(finish(reviewInSteps(of)).suggestions.get('c3') ?? []);
  const [text, ...more] = of(both);
  expect(text).toMatchObject({ authors: ['AB', 'CD'], before: 'This is our land.', isConflict: false });
  expect(more).toEqual([]);
  expect(of(setCueText.apply(both, { id: 'c3', text: text?.after ?? '' }))).toEqual([]);
});

it('lists of one subtitle what is to be decided first, then what is said, in the order it was written', () => {
  const said = reviewBy(packet, 'review-4', 'AB', [
    { at: 2, what: 'comment', word: 0 },
    { at: 2, what: 'comment', word: 1 },
    { at: 2, what: 'suggest', word: 3 },
  ]);
  const one = mergeReviews.apply(sampleProject(), { notes: notesOf(said) });
  const about = entriesOf(one, 'en', finish(reviewInSteps(one))).filter(({ targetId }) => targetId === 'c3');
  expect(about.map(({ kind }) => kind)).toEqual(['suggestion', 'thread', 'thread']);
  const comments = about.flatMap((entry) => (entry.kind === 'thread' ? [entry.thread.first.order] : []));
  expect(comments).toEqual(comments.toSorted((a, b) => a - b));
});
