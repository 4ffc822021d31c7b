import fc from 'fast-check';
import { expect, it } from 'vitest';
import { edits } from '../../../../shared/edits/registry';
import { diffProjects } from '../../../../shared/history/diff';
import { isMessageKey } from '../../../../shared/messages/index';
import { randomEdit } from '../../../support/random-edits';
import { idMaker, sampleProject } from '../../../support/sample-project';

it('lists every edit under its own name, with a label that has a text', () => {
  for (const [name, edit] of Object.entries(edits)) {
    expect(edit.command).toBe(name);
    expect(isMessageKey(edit.label)).toBe(true);
  }
});

it('is reached as a whole by the random edits that the undo tests run on', () => {
  const changed = new Set<string>();
  for (const step of fc.sample(randomEdit, { numRuns: 3000, seed: 1 })) {
    const before = sampleProject();
    if (diffProjects(before, step.apply(before, idMaker())).length > 0) changed.add(step.command);
  }
  // Only a stale cue can be confirmed, and only one whose words moved keep its times; the sample has neither.
  expect([...changed, 'cue.confirm', 'cue.keepTimes'].sort()).toEqual(Object.keys(edits).sort());
});
