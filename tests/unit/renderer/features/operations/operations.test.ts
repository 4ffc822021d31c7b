import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { operations } from '../../../../../renderer/features/operations/operations';
import { signedTime } from '../../../../../renderer/features/operations/operation';
import { cueChanges } from '../../../../../renderer/features/operations/preview';
import { idsOf } from '../../../../../renderer/features/operations/scope';
import { useDocument } from '../../../../../renderer/state/document';
import { selectCue, selectCues, showTrack } from '../../../../../renderer/state/session';
import { sampleProject } from '../../../../support/sample-project';

const initial = useDocument.getState();
beforeEach(() => {
  useDocument.setState({ session: 's', project: sampleProject() });
  showTrack('en');
  selectCue('c2');
});
afterEach(() => useDocument.setState(initial, true));

const named = (id: string) => {
  const found = operations.find((operation) => operation.id === id);
  if (!found) throw new Error(id);
  return found;
};

describe('every operation', () => {
  it.each(operations.map((operation) => [operation.id, operation] as const))(
    '%s can run as it opens',
    (_, operation) => {
      const reading = operation.read(operation.defaults());
      expect(reading).toHaveProperty('edit');
      if ('edit' in reading) expect(() => reading.edit.apply(sampleProject())).not.toThrow();
      expect(operation.fields.length).toBeGreaterThan(0);
    },
  );
});

describe('the form of an operation', () => {
  const shift = () => named('operation.shift');
  it('moves what its scope says by what was typed', () => {
    const reading = shift().read({ by: '-0.5', scope: 'fromHere' });
    const after = 'edit' in reading ? reading.edit.apply(sampleProject()) : sampleProject();
    expect(after.cues.filter(({ trackId }) => trackId === 'en').map(({ startMs }) => startMs)).toEqual([
      0, 1000, 2500,
    ]);
    expect(cueChanges(useDocument.getState().project, after)).toHaveLength(2);
  });
  it('names the field that is wrong', () => {
    expect(shift().read({ by: 'soon', scope: 'all' })).toEqual({
      wrong: 'by',
      errorKey: 'operation.wrong.time',
    });
    const gaps = named('operation.closeGaps');
    expect(gaps.read({ ...gaps.defaults(), below: '' })).toMatchObject({ wrong: 'below' });
    expect(gaps.read({ ...gaps.defaults(), below: '-4' })).toMatchObject({ wrong: 'below' });
  });
  it.each([
    ['1.5', 1500],
    ['-1.5', -1500],
    ['\u22121:00', -60_000],
    ['+2', 2000],
    ['x', null],
    ['--1', null],
  ])('reads %s', (text, ms) => {
    expect(signedTime(text)).toBe(ms);
  });
});

describe('idsOf', () => {
  it.each([
    ['selected', ['c2']],
    ['fromHere', ['c2', 'c3']],
    ['all', ['c1', 'c2', 'c3']],
  ] as const)('%s', (scope, ids) => {
    expect(idsOf(scope)).toEqual(ids);
  });
  it('is all languages, and nothing from here on where nothing is selected', () => {
    expect([...idsOf('allTracks')].sort()).toEqual(['c1', 'c2', 'c3', 'r1', 'r2']);
    selectCues([]);
    expect(idsOf('fromHere')).toEqual([]);
  });
});

it('does not count translations that only become stale', () => {
  const before = sampleProject();
  const cues = before.cues.map((cue) => (cue.id === 'r1' ? { ...cue, stale: true } : cue));
  expect(cueChanges(before, { ...before, cues })).toEqual([]);
});
