import { expect, it } from 'vitest';
import { haveSeenParts, partsIn } from '../../../../../renderer/features/export/name-parts';
import { unmeasuredIn } from '../../../../../renderer/features/export/contrast-report';
import type { PlanCheck } from '../../../../../renderer/features/export/use-plan-check';
import { PLAIN_BURN_IN } from '../../../../../shared/video/complete';

const part = (place: string) => ({
  ...{ kind: 'cue' as const, place, name: 'Zhanar Sekerbayeva', found: 'Zhanar', recordId: null },
});
const file = (places: readonly string[], unmeasured = 0): PlanCheck['files'][number] => ({
  item: { id: '1', output: PLAIN_BURN_IN, trackIds: ['t'], languages: ['en'], name: 'a.mp4' },
  ...{ exists: false, issues: [], names: [], parts: places.map(part), replaced: 0, problem: null },
  contrast: { needed: 4.5, low: [], least: null, unmeasured },
});

it('a place in several files is one to look at, and a new one has to be looked at anew', () => {
  const check = { files: [file(['subtitle 1']), file(['subtitle 1', 'subtitle 2'])] };
  expect(partsIn(check).map(({ place }) => place)).toEqual(['subtitle 1', 'subtitle 2']);
  const key = (place: string) => `${place}\nZhanar\nZhanar Sekerbayeva`;
  expect(haveSeenParts(check, new Set([key('subtitle 1')]))).toBe(false);
  expect(haveSeenParts(check, new Set([key('subtitle 1'), key('subtitle 2')]))).toBe(true);
  expect(haveSeenParts({ files: [file([])] }, new Set())).toBe(true);
});

it('each picture is measured once, however many files show it', () => {
  expect(unmeasuredIn({ files: [file([], 2), file([], 2), file([])] })).toEqual([
    { track: 't', shape: { preset: null, height: null } },
  ]);
});
