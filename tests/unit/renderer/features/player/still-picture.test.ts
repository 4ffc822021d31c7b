import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { followStillPicture } from '../../../../../renderer/features/player/still-picture';

/** What is used of a media element. A new picture of a seek comes with `present`, as Chromium tells of it. */
class FakeVideo extends EventTarget {
  readonly HAVE_CURRENT_DATA = 2;
  readonly ownerDocument = { defaultView: { requestAnimationFrame: (run: () => void) => frames.push(run) } };
  readyState = 4;
  paused = true;
  videoWidth = 3840;
  videoHeight = 2160;
  private presented: (() => void) | null = null;

  requestVideoFrameCallback(presented: () => void) {
    this.presented = presented;
    return 1;
  }
  cancelVideoFrameCallback() {
    this.presented = null;
  }
  present() {
    this.presented?.();
  }
}

let video: FakeVideo;
let canvas: { width: number; height: number; hidden: boolean; getContext(): unknown };
let end: () => void;
let frames: (() => void)[];
const drawImage = vi.fn();

beforeEach(() => {
  frames = [];
  drawImage.mockReset();
  video = new FakeVideo();
  canvas = { width: 300, height: 150, hidden: true, getContext: () => ({ drawImage }) };
  end = followStillPicture(
    // Only what the two above have is used of elements with hundreds of members.
    video as unknown as HTMLVideoElement,
    canvas as unknown as HTMLCanvasElement,
  );
});

afterEach(() => end());

const animate = () => frames.splice(0).forEach((run) => run());
const happens = (type: string) => video.dispatchEvent(new Event(type));

it('draws the picture found, once a frame, no wider than needed', () => {
  happens('seeked');
  video.present();
  happens('seeked');
  expect(drawImage).not.toHaveBeenCalled();
  animate();
  expect(drawImage.mock.calls).toEqual([[video, 0, 0, 2560, 1440]]);
  expect(canvas).toMatchObject({ width: 2560, height: 1440, hidden: false });
});

it('keeps the canvas of small footage at its size', () => {
  [video.videoWidth, video.videoHeight] = [640, 360];
  happens('loadeddata');
  animate();
  expect(canvas).toMatchObject({ width: 640, height: 360 });
});

it('draws a picture that comes after its seek has ended', () => {
  happens('seeked');
  animate();
  video.present();
  animate();
  expect(drawImage).toHaveBeenCalledTimes(2);
});

it('gives way when playing has begun to show pictures, and stands again on a pause', () => {
  happens('seeked');
  animate();
  video.paused = false;
  happens('play');
  expect(canvas.hidden).toBe(false);
  video.present();
  expect(canvas.hidden).toBe(true);
  happens('seeked');
  animate();
  expect(canvas.hidden).toBe(true);
  video.paused = true;
  happens('pause');
  animate();
  expect(canvas.hidden).toBe(false);
});

it('leaves what stands while there is no other picture, and goes with the source', () => {
  happens('seeked');
  animate();
  video.readyState = 1;
  video.present();
  animate();
  expect(drawImage).toHaveBeenCalledTimes(1);
  expect(canvas.hidden).toBe(false);
  happens('emptied');
  expect(canvas.hidden).toBe(true);
});

it('draws nothing once it has ended', () => {
  happens('seeked');
  end();
  animate();
  expect(drawImage).not.toHaveBeenCalled();
});

it('shows nothing for sound without a picture', () => {
  video.videoWidth = 0;
  happens('loadeddata');
  animate();
  expect(canvas.hidden).toBe(true);
});
