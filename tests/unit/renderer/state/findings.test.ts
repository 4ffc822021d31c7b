import { expect, it } from 'vitest';
import { findingsInSteps } from '../../../../renderer/state/findings';
import { profileFor } from '../../../../shared/profiles/profiles';
import { finish } from '../../../../shared/steps';
import { cue, track } from '../../../support/sample-project';

it('findings stand by the cue they are about, and those of a cue that was not looked at again stay the same list', () => {
  const cues = Array.from({ length: 40 }, (_, n) =>
    cue(`c${n}`, n * 3000, n * 3000 + 2000, n % 2 === 0 ? 'Wait...' : 'This is fine.'),
  );
  const input = { track: track('en', 'source', 'en', 0), profile: profileFor('en'), media: null };
  const before = finish(findingsInSteps({ ...input, cues }, null));
  expect([...before.byCue.keys()]).toEqual(cues.flatMap(({ id }, n) => (n % 2 === 0 ? [id] : [])));
  expect([...before.byCue.values()].flat()).toEqual(before.all);
  const typed = cues.with(0, cue('c0', 0, 2000, 'Wait for it...'));
  const after = finish(findingsInSteps({ ...input, cues: typed }, before.check));
  expect(after.byCue.get('c0')).not.toBe(before.byCue.get('c0'));
  expect(after.byCue.get('c20')).toBe(before.byCue.get('c20'));
});
