/**
 * When the footage's pictures appear: for the player, the timeline and every edit that sets a time. Counted by the stated
 * rate until the footage's own index is at hand, which also tells those of a variable rate.
 */
import { create } from 'zustand';
import type { Handle, MediaState } from '../../shared/api/contract';
import type { Milliseconds } from '../../shared/domain/time';
import {
  MOST_FRAMES,
  constantFrames,
  frameAt,
  millisecondOfFrame,
  nearestFrameTime,
  type FrameTimes,
} from '../../shared/frames/frames';
import { getClient } from '../platform/client';
import { useDocument } from './document';
import { jobResult } from './jobs';

export interface FramesState {
  readonly frames: FrameTimes;
  /** Whether these are the footage's own times; false while they are only counted by the rate. */
  readonly isTrue: boolean;
}

/** Only until the first picture is known; every real stream says its own rate. */
const USUAL_RATE = { num: 25, den: 1 } as const;
/** Pictures in one answer: some 300 KB of JSON, a few ms to read. */
const PAGE = 20_000;

const assumed = ({ info }: MediaState): FramesState => ({
  frames: constantFrames(info?.video?.frameRate ?? USUAL_RATE, info?.durationMs ?? 0),
  isTrue: false,
});

export const useFrames = create<FramesState>()(() => assumed(useDocument.getState().media));

/** Keeps the frame times with the footage shown; returns what stops it. */
export function followFrames(): () => void {
  let abort = new AbortController();
  const load = (media: MediaState) => {
    abort.abort();
    abort = new AbortController();
    const { signal } = abort;
    useFrames.setState(assumed(media));
    if (!media.file || !media.info?.video) return;
    loadFrames(media.file.handle, media.info.durationMs, signal).then(
      (frames) => {
        if (frames && !signal.aborted) useFrames.setState({ frames, isTrue: true });
      },
      // Without an index pictures are counted by the rate; the job itself tells in the tray what went wrong.
      () => undefined,
    );
  };
  load(useDocument.getState().media);
  const stop = useDocument.subscribe(({ media }, before) => {
    if (media !== before.media) load(media);
  });
  return () => {
    abort.abort();
    stop();
  };
}

async function loadFrames(file: Handle, endMs: number, signal: AbortSignal): Promise<FrameTimes | null> {
  const client = getClient();
  const { count } = await jobResult(await client.call('media.frames', { file }), 'frames');
  if (count < 1 || count > MOST_FRAMES) return null;
  const timesMs = new Float64Array(count);
  for (let from = 0; from < count; from += PAGE) {
    if (signal.aborted) return null;
    const to = Math.min(count, from + PAGE);
    const page = await client.call('media.frameTimes', { file, from, to });
    timesMs.set(page.timesMs, from);
  }
  return { timesMs, endMs };
}

/** The frame times that edits may snap to; null where there is no picture, or its own times are not known yet. */
export function trueFrames(): FrameTimes | null {
  const { frames, isTrue } = useFrames.getState();
  return isTrue ? frames : null;
}

/** A cue's start or end at the picture on screen at a time; the time itself where the pictures are not known. */
export function edgeAt(ms: Milliseconds): Milliseconds {
  const frames = trueFrames();
  return frames ? millisecondOfFrame(frames, frameAt(frames, ms)) : ms;
}

/** A cue's start or end at the picture that begins nearest to a time; the time itself where the pictures are not known. */
export function nearestEdge(ms: Milliseconds): Milliseconds {
  const frames = trueFrames();
  return frames ? nearestFrameTime(frames, ms) : ms;
}
