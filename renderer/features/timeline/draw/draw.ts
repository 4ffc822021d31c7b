/** Paints a scene, or a part of it. */
import type { Scene } from '../scene';
import { drawCueShades, drawCues } from './cues';
import { drawLanes } from './lanes';
import { drawMarkers, drawShots } from './marks';
import { drawRedactions } from './redactions';
import type { Part } from './part';
import { drawRuler } from './ruler';
import { drawSpectrogram, drawSpeech, drawWaveform } from './sound';
import { drawWords } from './words';

/**
 * Paints one part of the timeline: all but the playhead, which moves above it. The context is in CSS pixels. A part looks the
 * same whether it is painted alone or with all the rest.
 */
export function drawPart(context: CanvasRenderingContext2D, scene: Scene, part: Part): void {
  const { bands, colours } = scene;
  context.save();
  context.beginPath();
  context.rect(part.fromPx, 0, part.toPx - part.fromPx, bands.bottom);
  context.clip();
  context.fillStyle = colours.surface;
  context.fillRect(part.fromPx, 0, part.toPx - part.fromPx, bands.bottom);
  drawRuler(context, scene, part);
  drawSpectrogram(context, scene, part);
  drawCueShades(context, scene, part);
  if (scene.waveform && bands.waveform.height > 0)
    drawWaveform(context, scene, scene.waveform, bands.waveform, part);
  drawWords(context, scene, part);
  drawCues(context, scene, part);
  drawLanes(context, scene, part);
  drawSpeech(context, scene, part);
  drawShots(context, scene, part);
  drawRedactions(context, scene, part);
  drawMarkers(context, scene, part);
  context.restore();
}
