import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Project } from '../../../../shared/domain/project';
import {
  acceptSuggestions,
  mergeReviews,
  rejectSuggestions,
  resolveComments,
  settleSuggestion,
  takeVerdicts,
} from '../../../../shared/edits/review';
import { setCueStatus, setCueText } from '../../../../shared/edits/cue';
import { changeOf, textFinder } from '../../../../shared/review/changes';
import { mergeNotes, notesOf } from '../../../../shared/review/merge-notes';
import { threadsByTarget } from '../../../../shared/review/threads';
import { judge, newWork, suggest } from '../../../../shared/review/work';
import { acts, packetOf, reviewBy, SOME_DAY } from '../../../support/reviews';
import { idMaker, sampleProject } from '../../../support/sample-project';

const SIGNED = { by: 'ED', atMs: SOME_DAY + 1000 };
const packet = packetOf(sampleProject());
const cueTarget = (id: string, trackId = 'en') => ({ kind: 'cue' as const, id, trackId });
const about = (id: string, base: string, freshId = 'n1') => ({
  target: cueTarget(id),
  base,
  atMs: SOME_DAY,
  freshId,
});

function merged(project: Project, ...reviews: Parameters<typeof notesOf>[0][]): Project {
  return reviews.reduce((next, review) => mergeReviews.apply(next, { notes: notesOf(review) }), project);
}

const suggesting = (reviewId: string, initials: string, id: string, base: string, text: string) =>
  suggest({ ...newWork(packet, reviewId), initials }, about(id, base), text);

/** States of several reviews, later ones after more work on the same. */
const states = fc.array(fc.tuple(fc.nat(3), acts, acts), { minLength: 1, maxLength: 6 }).map((list) =>
  list.flatMap(([who, first, more]) => {
    const by = (doing: typeof first) => reviewBy(packet, `review-${who}`, `R${who}`, doing);
    return [by(first), by([...first, ...more])];
  }),
);

describe('merging reviews', () => {
  it('gives the same in every order, and nothing more the second time', () => {
    fc.assert(
      fc.property(states, fc.integer(), (reviews, seed) => {
        const shuffled = [...reviews].sort((a, b) => hash(seed, a) - hash(seed, b));
        const one = merged(sampleProject(), ...reviews);
        const two = merged(sampleProject(), ...shuffled, ...reviews);
        expect(two.notes).toEqual(one.notes);
        const again = mergeNotes(one.notes, reviews.flatMap(notesOf));
        expect([again.added, again.changed]).toEqual([0, 0]);
        expect(mergeReviews.apply(one, { notes: reviews.flatMap(notesOf) })).toBe(one);
      }),
      { numRuns: 60 },
    );
  });

  it('changes no text by itself', () => {
    fc.assert(
      fc.property(states, (reviews) => {
        const project = sampleProject();
        const { notes: _, ...rest } = merged(project, ...reviews);
        const { notes: __, ...before } = project;
        expect(rest).toEqual(before);
      }),
      { numRuns: 30 },
    );
  });

  it('keeps what was decided, until its author says something else', () => {
    const first = suggesting('review-a', 'AB', 'c2', 'in human rights.', 'in women’s rights.');
    const [note] = notesOf(first);
    const rejected = rejectSuggestions.apply(merged(sampleProject(), first), {
      ids: [note?.id ?? ''],
      signed: SIGNED,
    });
    const again = merged(rejected, first);
    expect(again.notes[0]).toMatchObject({ decision: { answer: 'rejected', by: 'ED' } });
    const other = suggest(first, about('c2', 'in human rights.'), 'in our rights.');
    expect(merged(again, other).notes[0]).toMatchObject({
      text: 'in our rights.',
      decision: null,
      revision: 1,
    });
    expect(merged(again, other, first).notes[0]).toMatchObject({ text: 'in our rights.' });
  });
});

describe('a suggestion', () => {
  const theirs = suggesting('review-a', 'AB', 'c3', 'This is our land.', 'This was our land.');
  const [{ id } = { id: '' }] = notesOf(theirs);
  const accept = (project: Project) =>
    acceptSuggestions.apply(project, { newId: idMaker(), ids: [id], signed: SIGNED });
  const text = (project: Project, cue = 'c3') => project.cues.find((one) => one.id === cue)?.text;

  it('is merged with what was changed since, word by word', () => {
    const moved = setCueText.apply(sampleProject(), { id: 'c3', text: 'This is our home.' });
    const done = accept(merged(moved, theirs));
    expect(text(done)).toBe('This was our home.');
    expect(done.notes[0]).toMatchObject({ decision: { answer: 'accepted', by: 'ED', atMs: SIGNED.atMs } });
  });

  it('stays open in conflict, until a person settles it', () => {
    const moved = setCueText.apply(sampleProject(), { id: 'c3', text: 'This will be our land.' });
    const open = accept(merged(moved, theirs));
    expect(text(open)).toBe('This will be our land.');
    expect(open.notes[0]).toMatchObject({ decision: null });
    const note = open.notes[0];
    if (note?.kind !== 'suggestion') throw new Error('no suggestion');
    expect(changeOf(note, textFinder(open)(note.target))).toMatchObject({
      state: 'conflict',
      pieces: [{ kind: 'text' }, { kind: 'conflict', ours: 'will be', theirs: 'was' }, { kind: 'text' }],
    });
    const settled = settleSuggestion.apply(open, {
      newId: idMaker(),
      id,
      text: 'This was and is our land.',
      signed: SIGNED,
    });
    expect(text(settled)).toBe('This was and is our land.');
    expect(settled.notes[0]).toMatchObject({ decision: { answer: 'accepted' } });
  });

  it('takes an approval away with the text it was for', () => {
    const signed = { by: 'XY', atMs: 5 };
    const approved = setCueStatus.apply(sampleProject(), { ids: ['c3'], status: 'approved', signed });
    expect(approved.cues.find((one) => one.id === 'c3')).toMatchObject({ status: 'approved', signed });
    const after = accept(merged(approved, theirs)).cues.find((one) => one.id === 'c3');
    expect(after?.status).toBe('timed');
    expect(after && 'signed' in after).toBe(false);
  });

  it('for a cue that is gone is kept and can be seen', () => {
    const without = { ...sampleProject(), cues: sampleProject().cues.filter((one) => one.id !== 'c3') };
    const open = accept(merged(without, theirs));
    expect(open.notes[0]).toMatchObject({ decision: null, base: 'This is our land.' });
  });

  it('of a name that stood as a pseudonym keeps the name', () => {
    const named: Project = {
      ...sampleProject(),
      speakers: [{ id: 's2', order: 0, name: 'Gulzada', pseudonym: 'G.' }],
      cues: sampleProject().cues.map((one) =>
        one.id === 'c3' ? { ...one, text: 'Gulzada is our friend.' } : one,
      ),
    };
    const hidden = packetOf(named, 'packet-2');
    const shown = hidden.tracks[0]?.cues.find((one) => one.id === 'c3')?.text ?? '';
    expect(shown).toBe('G. is our friend.');
    const review = suggest(newWork(hidden, 'review-p'), about('c3', shown), 'G. was our friend.');
    const [note] = notesOf(review);
    const done = acceptSuggestions.apply(merged(named, review), {
      newId: idMaker(),
      ids: [note?.id ?? ''],
      signed: SIGNED,
    });
    expect(text(done)).toBe('Gulzada was our friend.');
    const fine = judge(newWork(hidden, 'review-q'), about('c3', shown), 'fine');
    const reviewed = takeVerdicts.apply(merged(named, fine), { trackIds: ['en'] });
    expect(reviewed.cues.find((one) => one.id === 'c3')?.status).toBe('reviewed');
  });

  it('on the transcript changes its paragraph and keeps the other words’ times', () => {
    const target = { kind: 'paragraph' as const, id: 'p2' };
    const base = 'This is our land.';
    const review = suggest(
      newWork(packet, 'review-t'),
      { target, base, atMs: SOME_DAY, freshId: 'n1' },
      'This is our home.',
    );
    const [note] = notesOf(review);
    const done = acceptSuggestions.apply(merged(sampleProject(), review), {
      newId: idMaker(),
      ids: [note?.id ?? ''],
      signed: SIGNED,
    });
    const words = done.paragraphs.find((one) => one.id === 'p2')?.words ?? [];
    expect(words.map((word) => word.text).join(' ')).toBe('This is our home.');
    expect(words.map((word) => word.id)).toEqual(['w6', 'w7', 'w8', 'w9']);
  });
});

describe('verdicts', () => {
  const judged = (reviewId: string, verdict: 'fine' | 'wrong', base = 'This is our land.') =>
    judge({ ...newWork(packet, reviewId), initials: reviewId.slice(-1) }, about('c3', base), verdict);
  const status = (project: Project) => {
    const cue = takeVerdicts.apply(project, { trackIds: ['en'] }).cues.find((one) => one.id === 'c3');
    return [cue?.status, cue?.signed?.by];
  };

  it('make a cue reviewed where somebody found it fine and nobody did not', () => {
    expect(status(merged(sampleProject(), judged('review-a', 'fine')))).toEqual(['reviewed', 'a']);
    expect(status(merged(sampleProject(), judged('review-a', 'fine'), judged('review-b', 'wrong')))).toEqual([
      'timed',
      undefined,
    ]);
  });

  it('on an older text say nothing of the one there is now', () => {
    const moved = setCueText.apply(sampleProject(), { id: 'c3', text: 'This was our land.' });
    expect(status(merged(moved, judged('review-a', 'fine')))).toEqual(['timed', undefined]);
  });
});

describe('comments', () => {
  const comment = (id: string, replyTo: string | null, text = id) => ({
    ...{ id, order: 1, reviewId: 'review-a', author: '', revision: 0, base: '', withdrawn: false },
    ...{ kind: 'comment' as const, quote: null, text, replyTo, resolved: null, target: cueTarget('c1') },
  });

  it('stand in threads, whatever they answer', () => {
    const notes = [
      comment('a', null),
      comment('b', 'a'),
      comment('c', 'b'),
      comment('d', 'nothing'),
      comment('e', 'f'),
      comment('f', 'e'),
    ];
    const threads = threadsByTarget(notes).get('c1') ?? [];
    expect(threads.map(({ first, replies }) => [first.id, ...replies.map((one) => one.id)])).toEqual([
      ['a', 'b', 'c'],
      ['d'],
      ['e', 'f'],
    ]);
  });

  it('once resolved stay so when they come again', () => {
    const project = mergeReviews.apply(sampleProject(), { notes: [comment('review-a_1', null)] });
    const resolved = resolveComments.apply(project, { ids: ['review-a_1'], signed: SIGNED });
    expect(mergeReviews.apply(resolved, { notes: [comment('review-a_1', null)] })).toBe(resolved);
    expect(resolved.notes[0]).toMatchObject({ resolved: SIGNED });
  });
});

function hash(seed: number, value: unknown): number {
  let sum = seed;
  for (const unit of JSON.stringify(value)) sum = (Math.imul(sum, 31) + unit.charCodeAt(0)) | 0;
  return sum;
}
