import type { Milliseconds } from '../../../shared/domain/time';
import {
  firstFrameFrom,
  frameAt,
  middleOfFrame,
  timeOfFrame,
  type FrameTimes,
} from '../../../shared/frames/frames';
import { createScope } from '../../platform/scope';
import {
  reportPlayback,
  usePlayback,
  type PlaybackController,
  type PlaybackState,
  type SeekEdge,
} from '../../state/playback';

export interface MediaEngine extends PlaybackController {
  /** Plays another address from now on; null plays nothing. The playhead stays where it is. */
  load(url: string | null): void;
  /** Uses another index of pictures from now on. */
  setFrames(frames: FrameTimes): void;
  end(): void;
}

export interface MediaEngineOptions {
  readonly frames: FrameTimes;
  /** Called with the start (ms, fractions kept) of each picture that comes on screen, and after each seek. */
  showPicture(ms: number): void;
  /** Called when another source begins, when the element knows its picture, and when it cannot play. */
  emptied(): void;
  loaded(): void;
  failed(): void;
}

/** So much of the sound is heard at each place of a scrub: a syllable. */
const HEARD_MS = 120;

/** A range stops this much early: a callback may come a little before the picture it announces. */
const RANGE_SLACK_MS = 4;

/**
 * Makes a media element do what the playback store asks, and tells the store what it does.
 *
 * Seeks go to the middle of a picture's interval. While one is under way only the latest further wish is kept, so dragging
 * through a film never queues up. While playing the playhead follows the element's clock at the screen's rate.
 */
export function createMediaEngine(element: HTMLVideoElement, options: MediaEngineOptions): MediaEngine {
  const scope = createScope();
  let { frames } = options;
  let wantedSeconds: number | null = null;
  let rangeEndMs: number | null = null;
  /** Where a stretch that is played again and again begins; null for none. */
  let loopStartMs: number | null = null;
  let back: { readonly rate: number; readonly fromMs: number; readonly sinceMs: number } | null = null;
  /** The picture last sought, which may start after the playhead; null once the film ran on from it. */
  let soughtFrame: number | null = null;
  /** How the playhead was last sought: another source, such as a preview, is put at the same picture. */
  let soughtEdge: SeekEdge = 'after';
  /** The time that was asked for, and the playhead that came of it. */
  let asked = { ms: 0, playheadMs: 0 };

  const nowMs = () => element.currentTime * 1000;
  const pictureStart = () => timeOfFrame(frames, frameAt(frames, Math.round(nowMs())));
  const hasPicture = () => element.videoWidth > 0;

  const goTo = (seconds: number, playheadMs: Milliseconds) => {
    reportPlayback({ playheadMs });
    wantedSeconds = seconds;
    if (!element.seeking) startSeek();
  };

  const startSeek = () => {
    if (wantedSeconds === null) return;
    element.currentTime = wantedSeconds;
    wantedSeconds = null;
  };

  const seekFrame = (frame: number, playheadMs: Milliseconds, askedMs = playheadMs) => {
    soughtFrame = frame;
    asked = { ms: askedMs, playheadMs };
    goTo(middleOfFrame(frames, frame) / 1000, playheadMs);
  };

  const lastFrame = () => frames.timesMs.length - 1;

  const frameFor = (ms: Milliseconds, edge: SeekEdge) =>
    edge === 'at' ? frameAt(frames, ms) : Math.min(lastFrame(), firstFrameFrom(frames.timesMs, ms));

  const forgetRange = () => {
    rangeEndMs = null;
    loopStartMs = null;
    stopHearing();
    stopBack();
    if (usePlayback.getState().looping) reportPlayback({ looping: false });
  };

  const stopBack = () => {
    back = null;
    if (usePlayback.getState().reverse > 0) reportPlayback({ reverse: 0 });
  };

  const seek = (ms: Milliseconds, edge: SeekEdge) => {
    forgetRange();
    show(ms, edge);
  };

  const show = (ms: Milliseconds, edge: SeekEdge) => {
    soughtEdge = edge;
    // Without footage nothing tells how long it is; cues can be worked on all the same.
    const last = usePlayback.getState().durationMs || Infinity;
    const inside = Math.min(Math.max(0, Math.round(ms)), last);
    if (hasPicture()) {
      const frame = frameFor(inside, edge);
      // What was sought is the first picture of something: the playhead stands where that begins.
      const begins = Math.round(timeOfFrame(frames, frame));
      seekFrame(frame, edge === 'at' ? inside : Math.max(inside, begins), inside);
    } else goTo(inside / 1000, inside);
  };

  const settle = () => {
    if (!element.seeking && wantedSeconds === null)
      reportPlayback({ playheadMs: hasPicture() ? Math.round(pictureStart()) : Math.round(nowMs()) });
  };

  const stopAtRangeEnd = () => {
    if (rangeEndMs === null || element.seeking || nowMs() < rangeEndMs - RANGE_SLACK_MS) return;
    const endMs = rangeEndMs;
    if (loopStartMs !== null) return show(loopStartMs, 'after');
    element.pause();
    seek(Math.max(0, endMs - 1), 'at');
  };

  const tick = () => {
    if (element.paused) return;
    if (!element.seeking && wantedSeconds === null) {
      reportPlayback({ playheadMs: Math.round(nowMs()) });
      if (!hasPicture()) options.showPicture(nowMs());
      stopAtRangeEnd();
    }
    scope.frame(tick);
  };

  /** Backwards by whole pictures: Chromium cannot play so, and each picture waits for the one before it. */
  const stepBack = () => {
    if (!back) return;
    const atMs = back.fromMs - (performance.now() - back.sinceMs) * back.rate;
    const frame = Math.max(0, frameAt(frames, Math.max(0, Math.round(atMs))));
    if (!element.seeking && frame !== soughtFrame) seekFrame(frame, Math.round(timeOfFrame(frames, frame)));
    if (atMs <= 0) return stopBack();
    scope.frame(stepBack);
  };

  let hearing = 0;
  const hear = () => {
    if (!usePlayback.getState().ready) return;
    const wasPaused = element.paused || hearing !== 0;
    if (!wasPaused) return;
    clearTimeout(hearing);
    isHearing = true;
    element.play().catch(() => undefined);
    hearing = window.setTimeout(() => {
      hearing = 0;
      element.pause();
      isHearing = false;
      show(usePlayback.getState().playheadMs, 'at');
    }, HEARD_MS);
  };
  let isHearing = false;
  const stopHearing = () => {
    if (hearing === 0) return;
    clearTimeout(hearing);
    hearing = 0;
    isHearing = false;
    element.pause();
  };
  scope.add(() => clearTimeout(hearing));

  let cancelPictures: () => void = () => undefined;
  const followPictures = () => {
    const request = element.requestVideoFrameCallback((_now, { mediaTime }) => {
      options.showPicture(mediaTime * 1000);
      followPictures();
    });
    cancelPictures = () => element.cancelVideoFrameCallback(request);
  };
  followPictures();
  scope.add(() => cancelPictures());

  const start = () => {
    element.play().catch((error: unknown) => {
      // A pause or a new source while starting is no failure; anything else the `error` event tells in full.
      if (!(error instanceof DOMException && error.name === 'AbortError')) reportPlayback({ playing: false });
    });
  };

  scope.listen(element, 'play', () => {
    if (isHearing) return;
    soughtFrame = null;
    soughtEdge = 'at';
    reportPlayback({ playing: true });
    tick();
  });
  scope.listen(element, 'pause', () => {
    if (isHearing) return;
    reportPlayback({ playing: false });
    settle();
  });
  scope.listen(element, 'ended', () => {
    if (loopStartMs === null) return settle();
    // The stretch ends where the film does: there the element stops by itself.
    show(loopStartMs, 'after');
    start();
  });
  scope.listen(element, 'seeked', () => {
    if (wantedSeconds !== null) startSeek();
    // The element may keep the same picture, and then no picture callback comes.
    else options.showPicture(hasPicture() ? pictureStart() : nowMs());
  });
  // Animation frames stop in a hidden window; this event does not.
  scope.listen(element, 'timeupdate', stopAtRangeEnd);
  scope.listen(element, 'loadedmetadata', () => {
    const { playheadMs, playing } = usePlayback.getState();
    applySound(element, usePlayback.getState());
    reportPlayback({ ready: true });
    if (playheadMs > 0) seek(playheadMs, soughtEdge);
    if (playing) start();
  });
  scope.listen(element, 'loadeddata', () => {
    options.loaded();
    options.showPicture(hasPicture() ? pictureStart() : nowMs());
  });
  scope.listen(element, 'emptied', () => options.emptied());
  scope.listen(element, 'error', () => {
    reportPlayback({ ready: false, playing: false });
    options.failed();
  });
  scope.add(
    usePlayback.subscribe((state, before) => {
      if (SOUND.some((name) => state[name] !== before[name])) applySound(element, state);
    }),
  );

  return {
    play() {
      forgetRange();
      start();
    },
    pause() {
      forgetRange();
      element.pause();
    },
    seek,
    step(count) {
      element.pause();
      forgetRange();
      const frame = (soughtFrame ?? frameAt(frames, usePlayback.getState().playheadMs)) + count;
      const inside = Math.min(lastFrame(), Math.max(0, frame));
      seekFrame(inside, Math.round(timeOfFrame(frames, inside)));
    },
    playRange(startMs, endMs, isLoop) {
      seek(startMs, 'after');
      rangeEndMs = endMs;
      if (isLoop) {
        loopStartMs = startMs;
        reportPlayback({ looping: true });
      }
      start();
    },
    playBack(rate) {
      element.pause();
      forgetRange();
      back = { rate, fromMs: usePlayback.getState().playheadMs, sinceMs: performance.now() };
      reportPlayback({ reverse: rate });
      stepBack();
    },
    hear,
    load(url) {
      reportPlayback({ ready: false });
      if (url === null) element.removeAttribute('src');
      else element.src = url;
      element.load();
    },
    setFrames(next) {
      const isStanding = soughtFrame !== null && element.paused && back === null;
      soughtFrame = null;
      frames = next;
      // The picture that stands was sought where the ones before put it, which may be beside it.
      if (isStanding && usePlayback.getState().playheadMs === asked.playheadMs) show(asked.ms, soughtEdge);
    },
    end: () => scope.end(),
  };
}

/** What of the state is heard. */
const SOUND = ['rate', 'volume', 'muted', 'hush'] as const satisfies readonly (keyof PlaybackState)[];

function applySound(element: HTMLVideoElement, { rate, volume, muted, hush }: PlaybackState): void {
  element.playbackRate = rate;
  element.defaultPlaybackRate = rate;
  element.volume = volume;
  element.muted = muted || hush !== null;
}
