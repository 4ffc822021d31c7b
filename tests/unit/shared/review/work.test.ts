import { expect, it } from 'vitest';
import {
  changeComment,
  comment,
  joinWork,
  judge,
  NEVER_SAVED,
  newWork,
  saidByTarget,
  savedState,
  signAs,
  suggest,
  typeComment,
  unsavedCount,
} from '../../../../shared/review/work';
import { packetOf, SOME_DAY } from '../../../support/reviews';
import { sampleProject } from '../../../support/sample-project';

const BASE = 'This is our land.';
const about = (freshId: string) => ({
  target: { kind: 'cue' as const, id: 'c3', trackId: 'en' },
  base: BASE,
  atMs: SOME_DAY,
  freshId,
});
const start = newWork(packetOf(sampleProject()), 'review-1');
const typed = (work: typeof start, id: string, text: string) =>
  typeComment(work, about(id), { text, quote: null, replyTo: null });

it('keeps one verdict and one suggestion a subtitle', () => {
  let work = judge(start, about('a'), 'fine');
  work = judge(work, about('b'), 'wrong');
  work = suggest(work, about('c'), 'This was our land.');
  work = suggest(work, about('d'), 'This was our home.');
  expect(work.notes.map(({ id, revision }) => [id, revision])).toEqual([
    ['a', 1],
    ['c', 1],
  ]);
  expect(saidByTarget(work).get('c3')).toEqual({
    verdict: 'wrong',
    suggestion: 'This was our home.',
    comments: [],
  });
});

it('takes back what is taken back, so that it is gone after a merge too', () => {
  let work = judge(start, about('a'), 'fine');
  work = suggest(work, about('b'), 'Other.');
  work = comment(work, about('c'), { text: 'Hm.', quote: null, replyTo: null });
  work = judge(work, about('x'), null);
  work = suggest(work, about('x'), BASE);
  work = changeComment(work, 'c', ' ');
  expect(saidByTarget(work).size).toBe(0);
  expect(work.notes.every(({ withdrawn, revision }) => withdrawn && revision === 1)).toBe(true);
});

it('does nothing for nothing', () => {
  expect(judge(start, about('a'), null)).toBe(start);
  expect(suggest(start, about('a'), BASE)).toBe(start);
  expect(comment(start, about('a'), { text: '  ', quote: null, replyTo: null })).toBe(start);
  const once = judge(start, about('a'), 'fine');
  expect(judge(once, about('b'), 'fine')).toBe(once);
});

it('counts what no file has, not how often it was changed', () => {
  let work = start;
  for (const text of ['Th', 'This', 'This is', 'This is mine.']) work = suggest(work, about('s'), text);
  expect(unsavedCount(work, NEVER_SAVED)).toBe(1);
  work = judge(signAs(work, 'AB'), about('v'), 'fine');
  expect(unsavedCount(work, NEVER_SAVED)).toBe(3);
  const saved = savedState(work);
  expect(unsavedCount(work, saved)).toBe(0);
  expect(unsavedCount(judge(work, about('x'), null), saved)).toBe(1);
  // A comment that was begun and taken back before it was ever saved is nothing.
  const begun = changeComment(typed(work, 'n', 'No'), 'n', '');
  expect(unsavedCount(begun, saved)).toBe(0);
});

it('keeps a comment that is typed as one, also through nothing', () => {
  let work = start;
  for (const text of [' ', 'Wh', 'Who', '', 'Who is it?']) work = typed(work, 'k', text);
  expect(work.notes.map(({ id, withdrawn }) => [id, withdrawn])).toEqual([['k', false]]);
  expect(
    saidByTarget(work)
      .get('c3')
      ?.comments.map(({ text }) => text),
  ).toEqual(['Who is it?']);
});

it('joins what two windows made of one review, newer notes first, and nothing twice', () => {
  const common = suggest(start, about('s'), 'One');
  const left = judge(suggest(common, about('x'), 'Two'), about('v'), 'wrong');
  const right = typed(common, 'k', 'Who?');
  const joined = joinWork(left, right);
  expect(saidByTarget(joined).get('c3')).toMatchObject({
    verdict: 'wrong',
    suggestion: 'Two',
    comments: [{ text: 'Who?' }],
  });
  expect(joinWork(joined, right)).toBe(joined);
  expect(
    joinWork(right, left)
      .notes.map(({ id }) => id)
      .sort(),
  ).toEqual(['k', 's', 'v']);
});

it('takes from another review what this one has no word on, and all its comments', () => {
  const other = { ...start, reviewId: 'review-2', initials: 'CD' };
  const theirs = typed(judge(suggest(other, about('t'), 'Theirs'), about('u'), 'unsure'), 'k', 'Why?');
  const joined = joinWork(suggest(start, about('s'), 'Mine'), theirs);
  expect(saidByTarget(joined).get('c3')).toMatchObject({ suggestion: 'Mine', verdict: 'unsure' });
  expect(joined.notes).toHaveLength(3);
  expect([joined.reviewId, joined.initials]).toEqual(['review-1', 'CD']);
  expect(joinWork(joined, theirs)).toBe(joined);
});
