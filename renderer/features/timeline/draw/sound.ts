/** Paints the sound: waveform, spectrogram, and where anybody speaks. */
import { endOf, xOf, type Band } from '../geometry';
import type { Scene, Waveform } from '../scene';
import { bucketMs, levelFor, peakReader } from '../tile-cache';
import { NARROW_PX, boxOf, columnPainter, rangeInPart, type Part } from './part';

type Context = CanvasRenderingContext2D;

const SPEECH_PX = 3;

/** One column a pixel, mirrored around the middle of the band; silence is a hairline. */
export function drawWaveform(
  context: Context,
  { view, colours }: Pick<Scene, 'view' | 'colours'>,
  { pyramid, cache, gain }: Waveform,
  band: Band,
  { fromPx, toPx }: Part,
): void {
  const level = levelFor(pyramid, view.msPerPx);
  const perBucket = bucketMs(pyramid, level);
  const last = pyramid.levels[level]?.buckets ?? 0;
  const middle = band.top + band.height / 2;
  const scale = ((band.height / 2 - 2) / 128) * gain;
  const peaks = peakReader(cache, level);
  context.fillStyle = colours.waveformSpeech;
  for (let x = Math.max(0, Math.floor(fromPx)); x < Math.min(toPx, view.widthPx); x++) {
    const from = Math.floor((view.startMs + x * view.msPerPx) / perBucket);
    const to = Math.max(from + 1, Math.floor((view.startMs + (x + 1) * view.msPerPx) / perBucket));
    if (from >= last) break;
    const peak = peaks(from, Math.min(to, last));
    if (!peak) continue;
    const top = middle - Math.max(0, peak.max) * scale;
    const bottom = middle - Math.min(0, peak.min) * scale;
    context.fillRect(x, top, 1, Math.max(1, bottom - top));
  }
}

/** The spectrogram's tiles that are at hand, stretched to the view. */
export function drawSpectrogram(context: Context, { view, bands, spectrogram }: Scene, part: Part): void {
  const { top, height } = bands.spectrogram;
  if (!spectrogram || height === 0) return;
  const level = spectrogram.levelFor(view.msPerPx);
  const tileMs = spectrogram.tileMs(level);
  const first = Math.max(0, Math.floor((view.startMs + part.fromPx * view.msPerPx) / tileMs));
  const lastMs = Math.min(endOf(view), view.startMs + part.toPx * view.msPerPx);
  for (let tile = first; tile * tileMs < lastMs; tile++) {
    const picture = spectrogram.get(level, tile);
    if (!picture) continue;
    const x = xOf(view, tile * tileMs);
    const width = (picture.width * spectrogram.columnMs(level)) / view.msPerPx;
    context.drawImage(picture, x, top, width, height);
  }
}

/** Where anybody speaks, under the ruler; speech that no word covers is tinted all the way down. */
export function drawSpeech(context: Context, { view, bands, hearing, colours }: Scene, part: Part): void {
  if (!hearing) return;
  const { top } = bands.waveform;
  const sound = bands.words.top - top;
  const layers = [
    [hearing.speech, colours.success, SPEECH_PX, 1],
    [hearing.uncovered, colours.warning, sound, 0.14],
    [hearing.uncovered, colours.warning, SPEECH_PX, 1],
  ] as const;
  for (const [spans, colour, height, alpha] of layers) {
    context.fillStyle = colour;
    context.globalAlpha = alpha;
    const paintColumn = columnPainter(context, top, height);
    const { from, to } = rangeInPart(spans, view, part);
    for (let n = from; n < to; n++) {
      const span = spans[n];
      if (!span) continue;
      const { x, width } = boxOf(view, span);
      if (width < NARROW_PX) paintColumn(x, width);
      else context.fillRect(x, top, width, height);
    }
  }
  context.globalAlpha = 1;
}
