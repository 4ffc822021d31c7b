import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { constantFrames } from '../../../../../shared/frames/frames';
import { createMediaEngine, type MediaEngine } from '../../../../../renderer/features/player/media-engine';
import { registerPlayer, reportPlayback, seek, usePlayback } from '../../../../../renderer/state/playback';

/** What the engine uses of a media element: seeks take until `finishSeek`, time stands still unless moved by hand. */
class FakeVideo extends EventTarget {
  seeking = false;
  paused = true;
  videoWidth = 1280;
  playbackRate = 1;
  defaultPlaybackRate = 1;
  volume = 1;
  muted = false;
  error = null;
  readonly sought: number[] = [];
  private seconds = 0;

  get currentTime() {
    return this.seconds;
  }
  set currentTime(seconds: number) {
    this.seconds = seconds;
    this.sought.push(seconds);
    this.seeking = true;
  }
  /** Moves as playing does. */
  advanceTo(seconds: number) {
    this.seconds = seconds;
    this.dispatchEvent(new Event('timeupdate'));
  }
  finishSeek() {
    this.seeking = false;
    this.dispatchEvent(new Event('seeked'));
  }
  play() {
    this.paused = false;
    this.dispatchEvent(new Event('play'));
    return Promise.resolve();
  }
  pause() {
    if (this.paused) return;
    this.paused = true;
    this.dispatchEvent(new Event('pause'));
  }
  load() {
    this.dispatchEvent(new Event('emptied'));
  }
  removeAttribute() {
    return undefined;
  }
  requestVideoFrameCallback() {
    return 1;
  }
  cancelVideoFrameCallback() {
    return undefined;
  }
}

let video: FakeVideo;
let engine: MediaEngine;
let release: () => void;
const showPicture = vi.fn();
const FRAME = 40;

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', () => 1);
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
  showPicture.mockReset();
  video = new FakeVideo();
  engine = createMediaEngine(
    // The engine uses of the element only what FakeVideo has; the full interface has hundreds of members.
    video as unknown as HTMLVideoElement,
    {
      frames: constantFrames({ num: 25, den: 1 }, 10_000),
      showPicture,
      emptied: () => undefined,
      loaded: () => undefined,
      failed: () => undefined,
    },
  );
  release = registerPlayer(engine);
  reportPlayback({ durationMs: 10_000, playheadMs: 0 });
});

afterEach(() => {
  engine.end();
  release();
  vi.unstubAllGlobals();
});

const playhead = () => usePlayback.getState().playheadMs;

describe('seeking', () => {
  it('goes to the middle of the picture and keeps the asked time as the playhead', () => {
    seek(1234);
    expect(video.sought).toEqual([1.22]);
    expect(playhead()).toBe(1234);
  });
  it('to what begins at a time shows the first picture that begins there', () => {
    seek(1234, 'after');
    expect(video.sought).toEqual([1.26]);
  });
  it('stays in the film', () => {
    seek(-50);
    video.finishSeek();
    seek(99_999);
    expect(video.sought).toEqual([0.02, 9.98]);
    expect(playhead()).toBe(10_000);
  });
  it('keeps only the last wish while one seek is under way', () => {
    for (const ms of [1000, 2000, 3000, 4000]) seek(ms);
    expect(video.sought).toHaveLength(1);
    video.finishSeek();
    expect(video.sought).toEqual([1.02, 4.02]);
    expect(showPicture).not.toHaveBeenCalled();
    video.finishSeek();
    expect(showPicture).toHaveBeenCalledExactlyOnceWith(4000);
  });
  it('goes to the exact time where there is only sound', () => {
    video.videoWidth = 0;
    seek(1234);
    expect(video.sought).toEqual([1.234]);
  });
});

describe('when the true times of pictures come after they were counted by the rate', () => {
  const late = { timesMs: Float64Array.from({ length: 250 }, (_, n) => 21 + n * FRAME), endMs: 10_021 };

  it('what was sought is sought again, by the time that was asked for', () => {
    seek(2210, 'after');
    video.finishSeek();
    expect([video.sought.at(-1), playhead()]).toEqual([2.26, 2240]);
    engine.setFrames(late);
    expect([video.sought.at(-1), playhead()]).toEqual([2.241, 2221]);
    video.finishSeek();
    expect(showPicture).toHaveBeenLastCalledWith(2221);
  });
  it('a film that runs, and a playhead that went elsewhere meanwhile, are left alone', () => {
    seek(2210, 'after');
    video.finishSeek();
    engine.play();
    engine.setFrames(late);
    expect(video.sought).toHaveLength(1);
    engine.pause();
    seek(3000);
    video.finishSeek();
    reportPlayback({ playheadMs: 0 });
    engine.setFrames(constantFrames({ num: 30, den: 1 }, 10_000));
    expect(video.sought).toHaveLength(2);
    expect(playhead()).toBe(0);
  });
});

describe('stepping', () => {
  it('adds up while seeks are under way', () => {
    seek(1000);
    engine.step(1);
    engine.step(1);
    expect(playhead()).toBe(1000 + 2 * FRAME);
    engine.step(-3);
    expect(playhead()).toBe(1000 - FRAME);
  });
  it('goes on from the picture shown, not from a time asked for before it', () => {
    seek(1234, 'after');
    engine.step(1);
    expect(playhead()).toBe(1240 + FRAME);
  });
  it('stops playing and stops at the ends', () => {
    void video.play();
    engine.step(-1);
    expect(video.paused).toBe(true);
    expect(playhead()).toBe(0);
    engine.step(1e6);
    expect(playhead()).toBe(10_000 - FRAME);
  });
});

describe('playing', () => {
  it('tells the store, and on a pause where it stopped', () => {
    engine.play();
    expect(usePlayback.getState().playing).toBe(true);
    video.advanceTo(2.055);
    engine.pause();
    expect(usePlayback.getState().playing).toBe(false);
    expect(playhead()).toBe(2040);
  });
  it('a range stops at its end, on its last picture', () => {
    engine.playRange(1000, 2000, false);
    video.finishSeek();
    video.advanceTo(1.5);
    expect(video.paused).toBe(false);
    video.advanceTo(2.001);
    expect(video.paused).toBe(true);
    expect(playhead()).toBe(1999);
    expect(video.sought.at(-1)).toBe(1.98);
  });
  it('a range is forgotten when the person plays on or goes elsewhere', () => {
    engine.playRange(1000, 2000, false);
    video.finishSeek();
    engine.play();
    video.advanceTo(2.5);
    expect(video.paused).toBe(false);
    engine.playRange(1000, 2000, false);
    seek(5000);
    video.finishSeek();
    video.advanceTo(5.1);
    expect(video.paused).toBe(false);
  });
});

it('a loop begins again at its end, until stopped', () => {
  engine.playRange(1000, 2000, true);
  video.finishSeek();
  expect(usePlayback.getState().looping).toBe(true);
  for (let round = 0; round < 3; round++) {
    video.advanceTo(2.001);
    expect(video.sought.at(-1)).toBe(1.02);
    expect(video.paused).toBe(false);
    video.finishSeek();
  }
  engine.pause();
  expect(usePlayback.getState().looping).toBe(false);
  void video.play();
  video.advanceTo(2.5);
  expect(video.paused).toBe(false);
});

it('backwards goes from picture to picture, and ends when anything else begins', () => {
  seek(4000);
  video.finishSeek();
  engine.playBack(2);
  expect(usePlayback.getState().reverse).toBe(2);
  engine.play();
  expect(usePlayback.getState().reverse).toBe(0);
});

it('another source comes back to the playhead and goes on playing', () => {
  seek(3000);
  video.finishSeek();
  engine.play();
  video.paused = true;
  engine.load('http://127.0.0.1/preview.mp4');
  video.dispatchEvent(new Event('loadedmetadata'));
  expect(video.sought.at(-1)).toBe(3.02);
  expect(video.paused).toBe(false);
});

it('another source shows the picture that was sought, not the one before it', () => {
  seek(3010, 'after');
  expect(video.sought.at(-1)).toBe(3.06);
  video.finishSeek();
  engine.load('http://127.0.0.1/preview.mp4');
  video.dispatchEvent(new Event('loadedmetadata'));
  expect(video.sought).toEqual([3.06, 3.06]);
});

it('without a player only the playhead moves', () => {
  release();
  seek(777);
  expect(playhead()).toBe(777);
});
