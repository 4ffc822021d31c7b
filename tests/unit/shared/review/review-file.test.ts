import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../shared/api/errors';
import { Project } from '../../../../shared/domain/project';
import { acceptSuggestions, mergeReviews } from '../../../../shared/edits/review';
import { notesOf } from '../../../../shared/review/merge-notes';
import { parseReview, writeReview, type ReviewRead } from '../../../../shared/review/review-file';
import { acts, packetOf, reviewBy } from '../../../support/reviews';
import { idMaker, sampleProject } from '../../../support/sample-project';

const packet = packetOf(sampleProject());
const reviews = acts.map((doing) => reviewBy(packet, 'review-1', 'ӘЖ', doing));
const signed = { by: '', atMs: 1 };

function read(text: string): ReviewRead | string {
  try {
    return parseReview(text, 'a.review.json');
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

/** Whatever was read can be merged and accepted and leaves a project that still is one. */
function expectHarmless(found: ReviewRead | string): void {
  if (typeof found === 'string') {
    expect(['not-a-review', 'newer-review', 'too-large']).toContain(found);
    return;
  }
  const before = sampleProject();
  const merged = mergeReviews.apply(before, { notes: notesOf(found.review) });
  expect({ ...merged, notes: [] }).toEqual({ ...before, notes: [] });
  const ids = merged.notes.flatMap(({ id, kind }) => (kind === 'suggestion' ? [id] : []));
  const accepted = acceptSuggestions.apply(merged, { newId: idMaker(), ids, signed });
  expect(Project.safeParse(accepted).success).toBe(true);
  expect(accepted.cues.length).toBe(before.cues.length);
}

describe('a review file', () => {
  it('comes back as it went', () => {
    fc.assert(
      fc.property(reviews, (review) => {
        const found = parseReview(writeReview(review), 'a');
        expect(found).toEqual({ review, unreadable: 0, isCut: false });
      }),
    );
  });

  it('that was cut off anywhere gives every whole entry, or says what it is', () => {
    fc.assert(
      fc.property(reviews, fc.double({ min: 0, max: 1, noNaN: true }), (review, share) => {
        const text = writeReview(review);
        const cut = text.slice(0, Math.floor(text.length * share));
        const found = read(cut);
        expectHarmless(found);
        if (typeof found === 'string') return;
        const whole = cut.split('\n').filter((line) => /^\{.*\},?$/.test(line) && line.startsWith('{"id"'));
        expect(found.review.notes.length).toBeGreaterThanOrEqual(whole.length - 1);
        expect(review.notes.slice(0, found.review.notes.length)).toEqual(found.review.notes);
      }),
    );
  });

  it('with any characters changed by hand harms nothing', () => {
    fc.assert(
      fc.property(
        reviews,
        fc.array(fc.tuple(fc.nat(), fc.string({ maxLength: 6, unit: 'binary' })), {
          minLength: 1,
          maxLength: 8,
        }),
        (review, changes) => {
          let text = writeReview(review);
          for (const [at, inserted] of changes) {
            const place = at % text.length;
            text = text.slice(0, place) + inserted + text.slice(place + (at % 5));
          }
          expectHarmless(read(text));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('of any JSON at all harms nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.jsonValue({ maxDepth: 3 }), (notes, other) => {
        const head = {
          format: 'outspoken-review',
          version: 1,
          projectId: 'p',
          packetId: 'packet-1',
          reviewId: 'review-1',
        };
        expectHarmless(read(JSON.stringify({ ...head, initials: '', notes: [notes, other] })));
        expectHarmless(read(JSON.stringify({ ...head, initials: other, notes })));
        expectHarmless(read(JSON.stringify(notes)));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['', 'not-a-review'],
    ['not json', 'not-a-review'],
    ['{"format":"outspoken"}', 'not-a-review'],
    ['[]', 'not-a-review'],
    [`${'['.repeat(100_000)}`, 'not-a-review'],
    [
      '{"format":"outspoken-review","version":2,"projectId":"p","packetId":"packet-1","reviewId":"review-1","initials":"","notes":[]}',
      'newer-review',
    ],
    [`{"format":"outspoken-review"${' '.repeat(17_000_000)}}`, 'too-large'],
  ])('%.40j… is refused as %s', (text, code) => {
    expect(read(text)).toBe(code);
  });

  it('counts the entries that are not what they should be, and takes the others', () => {
    const review = reviewBy(packet, 'review-1', '', [{ at: 0, what: 'fine', word: 0 }]);
    const good = review.notes[0];
    const bad = [
      null,
      7,
      {},
      { ...good, id: '../../etc/passwd' },
      { ...good, id: 'x', base: 'y'.repeat(20_001) },
    ];
    const text = JSON.stringify({ ...review, notes: [good, good, ...bad] });
    expect(read(text)).toMatchObject({ review: { notes: [good] }, unreadable: 6, isCut: false });
  });

  it('with mark-up and invisible characters is text', () => {
    const review = reviewBy(packet, 'review-1', '', [{ at: 0, what: 'suggest', word: 2 }]);
    const [note] = review.notes;
    const hostile = {
      ...review,
      notes: [{ ...note, text: '<img src=x onerror=alert(1)>\u202e\u0000\u200bend' }],
    };
    const found = read(JSON.stringify(hostile));
    if (typeof found === 'string') throw new Error(found);
    const [made] = notesOf(found.review);
    expect(made).toMatchObject({ text: '<img src=x onerror=alert(1)>end' });
  });

  it('with __proto__ and constructor keys leaves every object as it was', () => {
    const head =
      '"format":"outspoken-review","version":1,"projectId":"p","packetId":"packet-1","reviewId":"review-1","initials":""';
    read(
      `{${head},"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"notes":[{"__proto__":{"polluted":1}}]}`,
    );
    expect('polluted' in {}).toBe(false);
  });
});
