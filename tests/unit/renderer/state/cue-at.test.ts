import { describe, expect, it } from 'vitest';
import { cueAt } from '../../../../renderer/state/cue-at';

describe('cueAt', () => {
  const base = {
    trackId: 't',
    text: '',
    speakerId: null,
    wordIds: [],
    sourceCueId: null,
    position: 'bottom' as const,
    status: 'timed' as const,
    stale: false,
    timedByHand: false,
  };
  const cues = [
    { ...base, id: 'long', startMs: 0, endMs: 5000 },
    { ...base, id: 'short', startMs: 1000, endMs: 2000 },
  ];
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
