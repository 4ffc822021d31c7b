/** Paints what lies around the sound and the cues of the track shown: speech, shots, pictures, other tracks. */
import { frameAt, timeOfFrame } from '../../../shared/frames/frames';
import { withoutMarkUp } from '../../../shared/text/mark-up';
import { endOf, xOf } from './geometry';
import type { Scene } from './scene';
import { firstWhere, rangeInView } from './span-index';

type Context = CanvasRenderingContext2D;

const SPEECH_PX = 3;
const SHOT_FLAG_PX = 4;
const LANE_TEXT_PX = 11;
/** A cue of another track narrower than this shows no text. */
const LEAST_TEXT_PX = 24;
/** Pictures are ticked from this width on. */
const LEAST_FRAME_PX = 7;
const FRAME_LABEL_PX = 56;

/** Where anybody speaks, under the ruler; speech that no word covers stands out. */
export function drawSpeech(context: Context, { view, bands, hearing, colours }: Scene): void {
  if (!hearing) return;
  const { top } = bands.waveform;
  for (const [spans, colour] of [
    [hearing.speech, colours.success],
    [hearing.uncovered, colours.warning],
  ] as const) {
    context.fillStyle = colour;
    const { from, to } = rangeInView(spans, view.startMs, endOf(view));
    for (let n = from; n < to; n++) {
      const span = spans[n];
      if (!span) continue;
      const x = xOf(view, span.startMs);
      context.fillRect(x, top, Math.max(1, xOf(view, span.endMs) - x), SPEECH_PX);
    }
  }
}

/** A line and a small flag where each shot begins. */
export function drawShots(context: Context, { view, bands, shots, colours }: Scene): void {
  const { top, height } = bands.ruler;
  context.fillStyle = colours.shot;
  const bottom = bands.cues.top;
  let lastX = -Infinity;
  for (let n = firstWhere(shots.length, (i) => (shots[i] ?? 0) >= view.startMs); n < shots.length; n++) {
    const x = Math.round(xOf(view, shots[n] ?? 0));
    if (x > view.widthPx) break;
    // Far out many fall on one pixel.
    if (x - lastX < 2) continue;
    lastX = x;
    context.globalAlpha = 0.65;
    context.fillRect(x, top + height, 1, bottom - top - height);
    context.globalAlpha = 1;
    context.beginPath();
    context.moveTo(x, top + height);
    context.lineTo(x - SHOT_FLAG_PX, top + height - 2 * SHOT_FLAG_PX);
    context.lineTo(x + SHOT_FLAG_PX, top + height - 2 * SHOT_FLAG_PX);
    context.fill();
  }
}

/** Whether single pictures are far enough apart to be ticked. */
export function showsFrames({ view, frames }: Pick<Scene, 'view' | 'frames'>): boolean {
  if (!frames || frames.timesMs.length < 2) return false;
  const meanMs = timeOfFrame(frames, frames.timesMs.length) / frames.timesMs.length;
  return meanMs / view.msPerPx >= LEAST_FRAME_PX;
}

/** A tick at each picture's true time; with `isNumbered` the ruler says their numbers. */
export function drawFrameTicks(context: Context, scene: Scene, isNumbered: boolean): void {
  const { view, bands, frames, colours } = scene;
  if (!frames) return;
  const bottom = bands.ruler.top + bands.ruler.height;
  const first = frameAt(frames, Math.floor(view.startMs));
  const last = Math.min(frames.timesMs.length, frameAt(frames, Math.ceil(endOf(view))) + 1);
  const meanPx = (endOf(view) - view.startMs) / view.msPerPx / Math.max(1, last - first);
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

/** The cues of the tracks that are not worked on, one lane each: language, text, nothing more. */
export function drawLanes(context: Context, { view, lanes, colours }: Scene): void {
  context.font = `${LANE_TEXT_PX}px ${colours.font}`;
  context.textBaseline = 'middle';
  for (const { band, cues, direction, language } of lanes) {
    context.fillStyle = colours.surface;
    context.fillRect(0, band.top, view.widthPx, band.height);
    context.fillStyle = colours.line;
    context.fillRect(0, band.top, view.widthPx, 1);
    context.direction = direction;
    const { from, to } = rangeInView(cues, view.startMs, endOf(view));
    let end = -1;
    for (let n = from; n < to; n++) {
      const cue = cues[n];
      if (!cue) continue;
      const x = xOf(view, cue.startMs);
      const right = xOf(view, cue.endMs);
      // Far out thousands fall on few pixels: one rectangle a column at most.
      if (right < end + 1) continue;
      end = right;
      const width = Math.max(1, right - x - 1);
      context.fillStyle = cue.stale ? colours.warningSoft : colours.cue;
      context.fillRect(x, band.top + 3, width, band.height - 6);
      if (width >= LEAST_TEXT_PX)
        drawLaneText(
          context,
          withoutMarkUp(cue.text).replace(/\n/g, ' '),
          x,
          width,
          band,
          direction,
          colours.secondary,
        );
    }
    drawLaneName(context, language, band, colours);
  }
}

function drawLaneText(
  context: Context,
  text: string,
  x: number,
  width: number,
  band: { readonly top: number; readonly height: number },
  direction: 'ltr' | 'rtl',
  colour: string,
): void {
  context.save();
  context.beginPath();
  context.rect(x + 3, band.top, width - 6, band.height);
  context.clip();
  context.fillStyle = colour;
  context.textAlign = direction === 'rtl' ? 'right' : 'left';
  context.fillText(
    text,
    direction === 'rtl' ? x + width - 4 : Math.max(x, 0) + 4,
    band.top + band.height / 2 + 0.5,
  );
  context.restore();
}

/** The language at the right edge, over whatever is there. */
function drawLaneName(
  context: Context,
  language: string,
  band: { readonly top: number; readonly height: number },
  colours: Scene['colours'],
): void {
  const right = context.canvas.clientWidth;
  context.direction = 'ltr';
  context.textAlign = 'right';
  const width = context.measureText(language).width + 8;
  context.fillStyle = colours.surface;
  context.fillRect(right - width, band.top + 2, width, band.height - 4);
  context.fillStyle = colours.quiet;
  context.fillText(language, right - 4, band.top + band.height / 2 + 0.5);
}
