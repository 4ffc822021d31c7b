import { describe, expect, it } from 'vitest';
import { cueAt } from '../../../../renderer/state/cue-at';
import { cue } from '../../../support/sample-project';

describe('cueAt', () => {
  const cues = [cue('long', 0, 5000, ''), cue('short', 1000, 2000, '')];
  it.each([
    [0, 'long'],
    [1000, 'short'],
    [1999, 'short'],
    [2000, 'long'],
    [5000, null],
  ])('at %d it is %s', (ms, id) => {
    expect(cueAt(cues, ms)?.id ?? null).toBe(id);
  });
});
