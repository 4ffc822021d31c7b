import { afterEach, beforeEach, expect, it } from 'vitest';
import { barTop, layOutBands, type View } from '../../../../../renderer/features/timeline/geometry';
import { dragBar, hitBar } from '../../../../../renderer/features/timeline/redaction-bars';
import { useDocument } from '../../../../../renderer/state/document';
import { useFrames } from '../../../../../renderer/state/frames';
import { reportPlayback } from '../../../../../renderer/state/playback';
import type { Redaction } from '../../../../../shared/domain/redaction';
import { redactionsOf } from '../../../../../shared/edits/redaction';
import { constantFrames } from '../../../../../shared/frames/frames';
import { emptyProject } from '../../../../../shared/history/tables';

const VIEW: View = { startMs: 0, msPerPx: 10, widthPx: 1000 };
const BANDS = layOutBands(200);
const COVER: Redaction = {
  ...{ id: 'c', order: 0, kind: 'cover', fill: 'solid', startMs: 1000, endMs: 3000 },
  keys: [{ atMs: 1000, x: 0, y: 0, width: 0.5, height: 0.5 }],
};
const SOUND: Redaction = { id: 's', order: 1, kind: 'sound', treatment: 'mute', startMs: 2000, endMs: 4000 };
const VOICE: Redaction = { id: 'v', order: 2, kind: 'voice', treatment: 'beep', speakerId: 'aya' };

const [closed, frames] = [useDocument.getState(), useFrames.getState()];
beforeEach(() => {
  const project = {
    ...emptyProject({ id: 'p', title: '', language: 'en' }),
    redactions: [COVER, SOUND, VOICE],
  };
  useDocument.setState({ ...closed, session: 'session', project });
  useFrames.setState({ frames: constantFrames({ num: 25, den: 1 }, 60_000), isTrue: true });
  reportPlayback({ durationMs: 60_000, playheadMs: 30_000 });
});
afterEach(() => {
  useDocument.setState(closed);
  useFrames.setState(frames);
});

const hit = (x: number, kind: 'cover' | 'sound') =>
  hitBar(VIEW, BANDS, [COVER, SOUND, VOICE], x, barTop(BANDS, kind) + 2);
const timesOf = (id: string) => {
  const one = redactionsOf(useDocument.getState().project).find((redaction) => redaction.id === id);
  return one && one.kind !== 'voice' ? [one.startMs, one.endMs] : null;
};

it('takes a bar by the nearer edge, in its own row, and never by its body', () => {
  expect(hit(102, 'cover')).toEqual({ kind: 'barStart', redactionId: 'c' });
  expect(hit(297, 'cover')).toEqual({ kind: 'barEnd', redactionId: 'c' });
  expect(hit(200, 'cover')).toBeNull();
  expect(hit(200, 'sound')).toEqual({ kind: 'barStart', redactionId: 's' });
  expect(hit(102, 'sound')).toBeNull();
  expect(hitBar(VIEW, BANDS, [COVER], 100, barTop(BANDS, 'sound') + 20)).toBeNull();
});

it('moves an edge on pictures as one step, freely with Alt, and back on Escape', () => {
  const drag = dragBar({ kind: 'barEnd', redactionId: 'c' }, 3000, []);
  drag?.move({ ms: 5011, msPerPx: 1, isFree: false });
  expect(timesOf('c')).toEqual([1000, 5000]);
  drag?.move({ ms: 5011, msPerPx: 1, isFree: true });
  expect(timesOf('c')).toEqual([1000, 5011]);
  drag?.finish();
  expect(useDocument.getState().seq).toBe(1);
  const start = dragBar({ kind: 'barStart', redactionId: 's' }, 2000, []);
  start?.move({ ms: 900, msPerPx: 1, isFree: true });
  expect(timesOf('s')).toEqual([900, 4000]);
  start?.abandon();
  expect(timesOf('s')).toEqual([2000, 4000]);
});

it('keeps an edge before the other and within the film', () => {
  const start = dragBar({ kind: 'barStart', redactionId: 's' }, 2000, []);
  start?.move({ ms: 9000, msPerPx: 1, isFree: true });
  expect(timesOf('s')).toEqual([3999, 4000]);
  start?.abandon();
  const end = dragBar({ kind: 'barEnd', redactionId: 's' }, 4000, []);
  end?.move({ ms: 90_000, msPerPx: 1, isFree: true });
  expect(timesOf('s')).toEqual([2000, 60_000]);
  end?.abandon();
  expect(dragBar({ kind: 'barEnd', redactionId: 'v' }, 0, [])).toBeNull();
});
