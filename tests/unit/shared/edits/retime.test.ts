import { expect, it } from 'vitest';
import { retimeTrack } from '../../../../shared/edits/retime';
import { cue, sampleProject } from '../../../support/sample-project';
import { sortedProject } from '../../../../shared/history/tables';

const own = cue('c1', 0, 1000, 'One');
const hand = { ...cue('c2', 2000, 3000, 'Two'), timedByHand: true };
const project = sortedProject({ ...sampleProject(), cues: [own, hand, cue('c3', 4000, 5000, 'Three')] });
const times = [
  { id: 'c1', span: { startMs: 1500, endMs: 2500 } },
  { id: 'c2', span: { startMs: 3500, endMs: 4500 } },
  { id: 'c3', span: null },
  { id: 'gone', span: null },
];
const spans = (keepHandTimed: boolean) =>
  retimeTrack
    .apply(project, { trackId: own.trackId, times, keepHandTimed })
    .cues.map(({ id, startMs, endMs }) => [id, startMs, endMs]);

it('moves cues, takes out those without a place, and ends the others where one timed by hand begins', () => {
  expect(spans(true)).toEqual([
    ['c1', 1500, 2000],
    ['c2', 2000, 3000],
  ]);
});

it('moves those timed by hand where that is wanted', () => {
  expect(spans(false)).toEqual([
    ['c1', 1500, 2500],
    ['c2', 3500, 4500],
  ]);
});
