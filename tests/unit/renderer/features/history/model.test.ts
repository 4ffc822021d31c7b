import { expect, it } from 'vitest';
import { historyRows } from '../../../../../renderer/features/history/model';
import { emptyHistory, recordEntry, type DoEntry } from '../../../../../shared/history/history';

const step = (seq: number): DoEntry => ({
  kind: 'do',
  seq,
  command: 'cue.setText',
  label: `l${seq}`,
  changes: [],
});

it('lists every state, and how far it is from now', () => {
  let history = [1, 2, 3].map(step).reduce(recordEntry, emptyHistory);
  history = recordEntry(history, { kind: 'undo', seq: 4, target: 3 });
  const rows = historyRows(history, 10).map(({ entry, distance }) => [entry?.label ?? null, distance]);
  expect(rows).toEqual([
    [null, -2],
    ['l1', -1],
    ['l2', 0],
    ['l3', 1],
  ]);
  expect(historyRows(history, 1).map(({ distance }) => distance)).toEqual([-1, 0, 1]);
  expect(historyRows(emptyHistory, 10)).toEqual([{ entry: null, distance: 0 }]);
});
