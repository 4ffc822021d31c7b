/** Paints single times: shot changes and markers. */
import { xOf } from '../geometry';
import type { Scene } from '../scene';
import { firstWhere } from '../span-index';
import type { Part } from './part';
import { fitText, widthOf } from './text';

type Context = CanvasRenderingContext2D;

const SHOT_FLAG_PX = 4;
const NAME_PX = 10;
const FLAG_HEIGHT = 13;
const FLAG_WIDTH = 8;
/** Longer names are cut. */
const MOST_NAME_PX = 140;
const PADDING = 4;

/** A line and a small flag where each shot begins. */
export function drawShots(context: Context, { view, bands, shots, colours }: Scene, part: Part): void {
  const { top, height } = bands.ruler;
  context.fillStyle = colours.shot;
  const bottom = bands.cues.top;
  const fromMs = view.startMs + (part.fromPx - SHOT_FLAG_PX) * view.msPerPx;
  let lastX = -Infinity;
  for (let n = firstWhere(shots.length, (i) => (shots[i] ?? 0) >= fromMs); n < shots.length; n++) {
    const x = Math.round(xOf(view, shots[n] ?? 0));
    if (x > part.toPx + SHOT_FLAG_PX) break;
    // Far out many fall on one pixel.
    if (x === lastX) continue;
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

/** A flag with the name in the ruler and a line down to the cues at each marker. */
export function drawMarkers(context: Context, scene: Scene, part: Part): void {
  const { view, bands, markers, colours } = scene;
  context.font = `${NAME_PX}px ${colours.font}`;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  context.direction = 'inherit';
  const widestMs = (MOST_NAME_PX + 2 * PADDING) * view.msPerPx;
  const fromMs = view.startMs + part.fromPx * view.msPerPx - widestMs;
  for (
    let n = firstWhere(markers.length, (i) => (markers[i]?.atMs ?? 0) >= fromMs);
    n < markers.length;
    n++
  ) {
    const marker = markers[n];
    if (!marker) continue;
    const x = Math.round(xOf(view, marker.atMs));
    if (x > part.toPx) break;
    const name = fitText(context, marker.name, MOST_NAME_PX);
    const width = name === '' ? FLAG_WIDTH : widthOf(context, name) + 2 * PADDING;
    context.fillStyle = colours.markers[marker.colour];
    context.fillRect(x, bands.ruler.top, 1, bands.cues.top - bands.ruler.top);
    context.beginPath();
    context.roundRect(x, bands.ruler.top, width, FLAG_HEIGHT, [0, 3, 3, 0]);
    context.fill();
    context.fillStyle = colours.onMarker;
    if (name !== '') context.fillText(name, x + PADDING, bands.ruler.top + FLAG_HEIGHT / 2 + 0.5);
  }
}
