/** Paints the cues of the track shown, and their shades behind the sound. */
import type { Finding } from '../../../../shared/domain/profile';
import type { Cue } from '../../../../shared/domain/track';
import { countCharacters } from '../../../../shared/text/characters';
import { withoutMarkUp } from '../../../../shared/text/mark-up';
import type { Scene } from '../scene';
import { NARROW_PX, boxOf, paintColumns, rangeInPart, type Part } from './part';
import { fitText } from './text';

type Context = CanvasRenderingContext2D;

const TEXT_PX = 12;
const LINE_PX = 15;
/** A cue narrower than this shows no text. */
const LEAST_TEXT_PX = 28;
const RADIUS = 4;
const PADDING = 6;

/** A faint column behind the sound for each cue, so that speech without a subtitle is seen. */
export function drawCueShades(context: Context, scene: Scene, part: Part): void {
  const { view, bands, cues, selected, colours } = scene;
  const { from, to } = rangeInPart(cues, view, part);
  const { top } = bands.waveform;
  const height = bands.words.top + bands.words.height - top;
  context.fillStyle = colours.cue;
  const { narrow, wide } = byWidth(cues, view, from, to);
  for (const wanted of [false, true]) {
    if (wanted && selected.size === 0) break;
    const isWanted = ({ id }: Cue) => selected.has(id) === wanted;
    context.globalAlpha = wanted ? 0.5 : 0.22;
    paintColumns(context, view, { top, height }, narrow, isWanted);
    for (const n of wide) {
      const cue = cues[n];
      if (!cue || !isWanted(cue)) continue;
      const { x, width } = boxOf(view, cue);
      context.fillRect(x, top, width, height);
    }
  }
  context.globalAlpha = 1;
}

/** The lane of the track worked on. */
export function drawCues(context: Context, scene: Scene, part: Part): void {
  const { bands, cues, selected, colours } = scene;
  const { top, height } = bands.cues;
  context.fillStyle = colours.sunken;
  context.fillRect(part.fromPx, top, part.toPx - part.fromPx, height);
  context.textBaseline = 'alphabetic';
  context.textAlign = scene.direction === 'rtl' ? 'right' : 'left';
  context.direction = scene.direction;
  context.font = `${TEXT_PX}px ${colours.font}`;
  const { from, to } = rangeInPart(cues, scene.view, part);
  const { narrow, wide } = byWidth(cues, scene.view, from, to);
  drawNarrowCues(context, scene, narrow);
  // The selected ones last, so that they lie on top where cues overlap.
  for (const wanted of [false, true])
    for (const n of wide) {
      const cue = cues[n];
      if (cue && selected.has(cue.id) === wanted) drawCue(context, scene, cue, overlaps(cues, n), wanted);
    }
}

/** The cues of a stretch that are only painted by columns, and the places of the others. */
function byWidth(
  cues: readonly Cue[],
  { msPerPx }: Scene['view'],
  from: number,
  to: number,
): { readonly narrow: readonly Cue[]; readonly wide: readonly number[] } {
  const narrow: Cue[] = [];
  const wide: number[] = [];
  for (let n = from; n < to; n++) {
    const cue = cues[n];
    if (!cue) continue;
    if ((cue.endMs - cue.startMs) / msPerPx < NARROW_PX) narrow.push(cue);
    else wide.push(n);
  }
  return { narrow, wide };
}

const INSET = 4;

/** Cues of a pixel or two: where any are, which are selected, and where checks have something to say. */
function drawNarrowCues(
  context: Context,
  { view, bands, selected, findings, colours }: Scene,
  narrow: readonly Cue[],
): void {
  const top = bands.cues.top + INSET;
  const height = bands.cues.height - 2 * INSET;
  const passes: readonly [string, number, number, (cue: Cue) => boolean][] = [
    [colours.cue, top, height, () => true],
    [colours.cueSelected, top, height, ({ id }) => selected.has(id)],
    [colours.warning, top + height - 3, 2, ({ id }) => worstOf(findings.get(id)) !== null],
    [colours.danger, top + height - 3, 2, ({ id }) => worstOf(findings.get(id)) === 'error'],
  ];
  for (const [colour, y, tall, isWanted] of passes) {
    context.fillStyle = colour;
    paintColumns(context, view, { top: y, height: tall }, narrow, isWanted);
  }
}

/** Whether a cue starts before the one before it has ended, or ends behind the start of the next. */
function overlaps(cues: readonly Cue[], n: number): boolean {
  const cue = cues[n];
  const before = cues[n - 1];
  const after = cues[n + 1];
  if (!cue) return false;
  return (
    (before !== undefined && before.endMs > cue.startMs) || (after !== undefined && after.startMs < cue.endMs)
  );
}

function drawCue(
  context: Context,
  scene: Scene,
  cue: Cue,
  isOverlapping: boolean,
  isSelected: boolean,
): void {
  const { view, bands, colours } = scene;
  const { x, width } = boxOf(view, cue);
  const top = bands.cues.top + INSET;
  const height = bands.cues.height - 2 * INSET;
  const line = isOverlapping || cue.stale ? colours.warning : colours.cueLine;
  context.beginPath();
  context.roundRect(x + 0.5, top, Math.max(1, width - 1), height, Math.min(RADIUS, width / 2));
  context.fillStyle = isSelected ? colours.cueSelected : isOverlapping ? colours.warningSoft : colours.cue;
  context.fill();
  if (isSelected) {
    context.lineWidth = 1.5;
    context.strokeStyle = line;
    context.stroke();
  }
  drawSpeed(context, scene, cue, x, width, top);
  context.fillStyle = line;
  context.fillRect(x + 0.5, top, Math.min(2, width), height);
  const worst = worstOf(scene.findings.get(cue.id));
  if (worst) {
    context.fillStyle = worst === 'error' ? colours.danger : colours.warning;
    context.fillRect(x + 1, top + height - 3, Math.max(1, width - 2), 2);
  }
  if (width >= LEAST_TEXT_PX) drawCueText(context, scene, cue, x, width, top, height);
}

/** The worst that checks say of a cue; null where they say nothing. */
export function worstOf(findings: readonly Finding[] | undefined): Finding['severity'] | null {
  if (!findings || findings.length === 0) return null;
  return findings.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
}

/** How much of the speed that can be read a cue needs, as a bar along its upper edge that turns red above it. */
function drawSpeed(
  context: Context,
  { mostSpeed, colours }: Scene,
  cue: Cue,
  x: number,
  width: number,
  top: number,
): void {
  if (width < LEAST_TEXT_PX) return;
  const share = speedOf(cue) / mostSpeed;
  context.fillStyle = share > 1 ? colours.danger : share > 0.85 ? colours.warning : colours.success;
  context.globalAlpha = share > 1 ? 1 : 0.55;
  context.fillRect(x + 3, top + 1, Math.max(0, (width - 5) * Math.min(1, share)), 2);
  context.globalAlpha = 1;
}

const speeds = new WeakMap<Cue, number>();

/** Characters a second, counted once for each version of a cue. */
export function speedOf(cue: Cue): number {
  let speed = speeds.get(cue);
  if (speed === undefined) {
    speed = countCharacters(cue.text) / (Math.max(1, cue.endMs - cue.startMs) / 1000);
    speeds.set(cue, speed);
  }
  return speed;
}

function drawCueText(
  context: Context,
  { view, colours, direction }: Scene,
  cue: Cue,
  x: number,
  width: number,
  top: number,
  height: number,
): void {
  // The text of a cue that begins left of the view starts at its edge, so that it can be read while scrolling.
  const left = Math.max(x, 0) + PADDING + 2;
  const right = Math.min(x + width, view.widthPx) - PADDING;
  if (right - left < LEAST_TEXT_PX / 2) return;
  const lines = withoutMarkUp(cue.text).split('\n').slice(0, 2);
  context.fillStyle = colours.text;
  const at = direction === 'rtl' ? right : left;
  const first = top + height / 2 - ((lines.length - 1) * LINE_PX) / 2 + TEXT_PX / 3;
  lines.forEach((text, n) => {
    context.fillText(fitText(context, text, right - left), at, first + n * LINE_PX);
  });
}
