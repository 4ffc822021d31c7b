/** Paints the whole film in a strip. */
import type { Cue } from '../../../../shared/domain/track';
import { fitView, xOf, type View } from '../geometry';
import type { Scene } from '../scene';
import { worstOf } from './cues';
import { columnPainter, paintColumns } from './part';
import { drawWaveform } from './sound';

type Context = CanvasRenderingContext2D;

const CUES_PX = 3;
const SHOT_PX = 3;
const MARKER_PX = 6;

/** Sound, cues and what checks say of them, shot changes and markers of the whole film. O(all of them), a column at most each. */
export function drawOverview(context: Context, scene: Scene, widthPx: number, height: number): void {
  const { colours } = scene;
  const view = fitView(widthPx, scene.durationMs);
  context.fillStyle = colours.sunken;
  context.fillRect(0, 0, widthPx, height);
  const whole = { fromPx: 0, toPx: widthPx };
  if (scene.waveform)
    drawWaveform(context, { view, colours }, scene.waveform, { top: 0, height: height - CUES_PX - 1 }, whole);
  drawTimes(context, view, scene.shots, colours.shot, SHOT_PX);
  drawCueStrip(context, view, scene, height - CUES_PX - 1);
  for (const { atMs, colour } of scene.markers) {
    context.fillStyle = colours.markers[colour];
    const x = Math.round(xOf(view, atMs));
    context.fillRect(x, 0, 1, height - CUES_PX - 1);
    context.fillRect(x, 0, 3, MARKER_PX);
  }
}

function drawTimes(context: Context, view: View, times: readonly number[], colour: string, height: number) {
  context.fillStyle = colour;
  const paintColumn = columnPainter(context, 0, height);
  for (const ms of times) paintColumn(xOf(view, ms), 1);
}

/** Where there are cues, and over them where something is to be looked at: errors over warnings over the rest. */
function drawCueStrip(context: Context, view: View, { cues, findings, colours }: Scene, top: number): void {
  const passes = [
    [colours.cueLine, null],
    [colours.warning, 'warning'],
    [colours.danger, 'error'],
  ] as const;
  for (const [colour, severity] of passes) {
    context.fillStyle = colour;
    const isWanted = ({ id }: Cue) => severity === null || worstOf(findings.get(id)) === severity;
    paintColumns(context, view, { top, height: CUES_PX }, cues, isWanted);
  }
}
