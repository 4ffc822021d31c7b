import { expect, test } from 'vitest';
import { placeDraft } from '../../../../renderer/state/align-draft';
import { testParagraph } from '../../../support/sample';

const project = { paragraphs: [testParagraph('We were born', 0), testParagraph('here.', 1)] };
const at = (wordId: string, startMs: number | null) => ({
  ...{ wordId, startMs, endMs: startMs === null ? null : startMs + 200, confidence: 0.5 },
});
const ids = project.paragraphs.flatMap(({ words }) => words.map(({ id }) => id));

test('words stand by their times; those without a place, or deleted meanwhile, are not there', () => {
  const [first = '', second = '', third = '', last = ''] = ids;
  const timings = [at(first, 500), at(second, 100), at(third, null), at('deleted', 900), at(last, 700)];
  expect(placeDraft(project, timings, [], 7).map(({ text, startMs }) => [text, startMs])).toEqual([
    ['were', 100],
    ['We', 500],
    ['here.', 700],
  ]);
});

test('a word that was seen before arrived then, wherever it is now', () => {
  const [first = '', second = ''] = ids;
  const before = placeDraft(project, [at(first, 500)], [], 7);
  const after = placeDraft(project, [at(first, 900), at(second, 1200)], before, 30);
  expect(after.map(({ text, arrivedAt }) => [text, arrivedAt])).toEqual([
    ['We', 7],
    ['were', 30],
  ]);
});
