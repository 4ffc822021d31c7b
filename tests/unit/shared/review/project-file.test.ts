import { expect, it } from 'vitest';
import { mergeReviews } from '../../../../shared/edits/review';
import { keepVersion } from '../../../../shared/edits/versions';
import { parseProjectFile } from '../../../../shared/formats/project/parse';
import { writeProjectFile } from '../../../../shared/formats/project/write';
import { notesOf } from '../../../../shared/review/merge-notes';
import { packetOf, reviewBy, SOME_DAY } from '../../../support/reviews';
import { idMaker, sampleProject } from '../../../support/sample-project';

const HEAD = { savedSeq: 0, savedEntry: null, extra: {} };

it('a file of before there were reviews opens, and is written as it was', () => {
  const text = writeProjectFile({ project: sampleProject(), ...HEAD });
  expect(text).not.toMatch(/"notes"|"versions"/);
  const { project } = parseProjectFile(text, 'p');
  expect([project.notes, project.versions]).toEqual([[], []]);
});

it('notes and versions come back as they went, with fields of a later version', () => {
  const review = reviewBy(packetOf(sampleProject()), 'review-1', 'AB', [
    { at: 0, what: 'suggest', word: 2 },
    { at: 1, what: 'comment', word: 1 },
    { at: 2, what: 'fine', word: 0 },
  ]);
  const noted = mergeReviews.apply(sampleProject(), { notes: notesOf(review) });
  const signed = { by: 'ED', atMs: SOME_DAY };
  const project = keepVersion.apply(noted, { newId: idMaker('v'), name: 'first', signed });
  const text = writeProjectFile({ project, ...HEAD });
  expect(parseProjectFile(text, 'p').project).toEqual(project);
  const later = text.replaceAll('"reviewId"', '"future": {"x": 1},\n      "reviewId"');
  const again = writeProjectFile({ ...parseProjectFile(later, 'p'), ...HEAD });
  expect(again.match(/"future"/g)).toHaveLength(3);
});
