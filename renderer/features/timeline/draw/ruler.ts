/** Paints the ruler: time, or the numbers of pictures. */
import { frameAt, timeOfFrame, type FrameTimes } from '../../../../shared/frames/frames';
import { endOf, xOf, type View } from '../geometry';
import { rulerTicks } from '../ruler';
import type { Scene } from '../scene';
import type { Part } from './part';

type Context = CanvasRenderingContext2D;

const TEXT_PX = 11;
/** Pictures are ticked from this width on. */
const LEAST_FRAME_PX = 7;
const FRAME_LABEL_PX = 56;

/** Ticks and labels; all in view, however small the part: there are few. */
export function drawRuler(context: Context, scene: Scene, part: Part): void {
  const { view, bands, colours } = scene;
  const { top, height } = bands.ruler;
  const bottom = top + height;
  context.font = `${TEXT_PX}px ${colours.font}`;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  context.direction = 'ltr';
  const isNumbered = scene.countsFrames && scene.frames !== null;
  if (isNumbered || showsFrames(scene)) drawFrameTicks(context, scene, isNumbered);
  context.fillStyle = colours.strongLine;
  const ticks = isNumbered ? [] : rulerTicks(view);
  for (const { x, label } of ticks) {
    const length = label === null ? 4 : height;
    context.fillRect(Math.round(x), bottom - length, 1, length);
  }
  context.fillStyle = colours.quiet;
  for (const { x, label } of ticks)
    if (label !== null) context.fillText(label, Math.round(x) + 5, top + height / 2);
  context.fillStyle = colours.line;
  context.fillRect(part.fromPx, bottom - 1, part.toPx - part.fromPx, 1);
}

/** Whether single pictures are far enough apart to be ticked. */
function showsFrames({ view, frames }: Pick<Scene, 'view' | 'frames'>): boolean {
  if (!frames || frames.timesMs.length < 2) return false;
  return widthOfFrame(frames, view) >= LEAST_FRAME_PX;
}

/** How wide a picture is on average. */
function widthOfFrame(frames: FrameTimes, view: View): number {
  return timeOfFrame(frames, frames.timesMs.length) / Math.max(1, frames.timesMs.length) / view.msPerPx;
}

/** A tick at each picture's true time; with `isNumbered` the ruler says their numbers. */
function drawFrameTicks(context: Context, scene: Scene, isNumbered: boolean): void {
  const { view, bands, frames, colours } = scene;
  if (!frames) return;
  const bottom = bands.ruler.top + bands.ruler.height;
  const first = frameAt(frames, Math.floor(view.startMs));
  const last = Math.min(frames.timesMs.length, frameAt(frames, Math.ceil(endOf(view))) + 1);
  const meanPx = widthOfFrame(frames, view);
  const every = niceStep(FRAME_LABEL_PX / meanPx);
  const step = meanPx >= LEAST_FRAME_PX ? 1 : every;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  for (let frame = Math.floor(first / step) * step; frame <= last; frame += step) {
    const x = Math.round(xOf(view, timeOfFrame(frames, frame)));
    const isLabelled = isNumbered && frame % every === 0;
    context.fillStyle = colours.strongLine;
    context.fillRect(x, bottom - (isLabelled ? 12 : 3), 1, isLabelled ? 12 : 3);
    if (!isLabelled) continue;
    context.fillStyle = colours.quiet;
    context.fillText(String(frame), x + 4, bands.ruler.top + bands.ruler.height / 2);
  }
}

/** The smallest of 1, 2, 5, 10, 20, … that is not under `least`. */
export function niceStep(least: number): number {
  let power = 1;
  for (;;) {
    for (const factor of [1, 2, 5]) if (power * factor >= least) return power * factor;
    power *= 10;
  }
}
