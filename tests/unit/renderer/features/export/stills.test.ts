import { expect, it } from 'vitest';
import { drawnVideos, shownMoments, stillsOf } from '../../../../../renderer/features/export/stills';
import type { Cue } from '../../../../../shared/domain/track';
import { PLAIN_BURN_IN } from '../../../../../shared/video/complete';

const cue = (n: number, text: string, more: Partial<Cue> = {}): Cue => ({
  ...{ id: `c${n}`, trackId: 't', startMs: n * 1000, endMs: n * 1000 + 900, text, speakerId: null },
  ...{ wordIds: [], sourceCueId: null, stale: false, timedByHand: false },
  position: 'bottom',
  status: 'timed',
  ...more,
});
const cues = [cue(0, 'A'), cue(1, '<i> </i>'), cue(2, 'B'), cue(3, 'C', { endMs: 3000 }), cue(4, 'D')];

it.each([
  [0, null, 'A'],
  [950, null, 'B'],
  [99_000, null, 'D'],
  [0, { startMs: 1500, endMs: 3500 }, 'B'],
  [0, { startMs: 300, endMs: 3500 }, 'A'],
  [0, { startMs: 700, endMs: 3500 }, 'B'],
  [99_000, { startMs: 1500, endMs: 4400 }, 'D'],
])('at %d of %j the subtitle on screen or the next one is shown', (ms, span, text) => {
  const { cues: seen, at } = shownMoments(cues, ms, span);
  expect(seen[at]?.text).toBe(text);
});

it('a clip shows a subtitle that reaches into it while it is in the clip', () => {
  const span = { startMs: 4500, endMs: 6000 };
  const plan = { tracks: ['t'], outputs: [PLAIN_BURN_IN], naming: 'x', span };
  const { cues: seen, at } = shownMoments(cues, 0, span);
  const asked = stillsOf(plan, 't', seen[at] ?? { startMs: 0, endMs: 0 });
  expect(asked.map(({ atMs, card }) => [atMs, card])).toEqual([[4700, false]]);
});

it('nothing is shown where nothing can be seen', () => {
  expect(shownMoments([cue(0, ' ')], 0)).toEqual({ cues: [], at: -1 });
});

it('only videos with subtitles in the picture are drawn', () => {
  const mux = { ...PLAIN_BURN_IN, delivery: 'mux' as const, container: 'mkv' as const };
  // Another codec looks alike.
  const webm = { ...PLAIN_BURN_IN, container: 'webm' as const };
  expect(drawnVideos({ tracks: ['t'], outputs: [mux, PLAIN_BURN_IN, webm], naming: 'x' })).toEqual([
    PLAIN_BURN_IN,
  ]);
  expect(drawnVideos(null)).toEqual([]);
});
