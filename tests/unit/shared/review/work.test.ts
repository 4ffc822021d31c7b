import { expect, it } from 'vitest';
import {
  changeComment,
  changesOf,
  comment,
  judge,
  newWork,
  saidByTarget,
  signAs,
  suggest,
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

it('keeps one verdict and one suggestion a subtitle, and counts every change', () => {
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
  expect(changesOf(work)).toBe(4);
  expect(changesOf(signAs(work, 'AB'))).toBe(5);
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
