/** Paints a scene. Every function draws only what is in view. */
import type { Finding } from '../../../shared/domain/profile';
import type { Cue } from '../../../shared/domain/track';
import { countCharacters } from '../../../shared/text/characters';
import { withoutMarkUp } from '../../../shared/text/mark-up';
import { fallOf } from './fall';
import { endOf, xOf, type Band } from './geometry';
import { drawFrameTicks, drawLanes, drawShots, drawSpeech, showsFrames } from './draw-layers';
import { rulerTicks } from './ruler';
import { LOW_CONFIDENCE, type PlacedWord, type Scene, type Waveform } from './scene';
import { rangeInView } from './span-index';
import { bucketMs, levelFor, peakOf } from './tile-cache';

type Context = CanvasRenderingContext2D;

const SMALL_TEXT_PX = 11;
const CUE_TEXT_PX = 12;
const CUE_LINE_PX = 15;
/** A cue narrower than this shows no text. */
const LEAST_CUE_TEXT_PX = 28;
/** A word with less of its time left free by the word before is passed over. */
const LEAST_WORD_PX = 6;
const WORD_GAP_PX = 5;
/** A word falls into place from this share of the waveform's height above it. */
const FALL_SHARE = 0.6;
const RADIUS = 4;
const PADDING = 6;

/** The whole timeline but the playhead, which moves above it. The context is in CSS pixels. */
export function drawScene(context: Context, scene: Scene): void {
  const { view, bands, colours } = scene;
  context.fillStyle = colours.surface;
  context.fillRect(0, 0, view.widthPx, bands.bottom);
  drawRuler(context, scene);
  drawCueShades(context, scene);
  if (scene.waveform) drawWaveform(context, scene, scene.waveform, bands.waveform);
  if (bands.words.height > 0) drawWords(context, scene);
  drawCues(context, scene);
  drawLanes(context, scene);
  drawSpeech(context, scene);
  drawShots(context, scene);
}

function drawRuler(context: Context, scene: Scene): void {
  const { view, bands, colours } = scene;
  const { top, height } = bands.ruler;
  const bottom = top + height;
  context.font = `${SMALL_TEXT_PX}px ${colours.font}`;
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
  context.fillRect(0, bottom - 1, view.widthPx, 1);
}

/** A faint column behind the waveform for each cue, so that speech without a subtitle is seen. */
function drawCueShades(context: Context, { view, bands, cues, selected, colours }: Scene): void {
  const { from, to } = rangeInView(cues, view.startMs, endOf(view));
  const { top } = bands.waveform;
  const height = bands.waveform.height + bands.words.height;
  for (let n = from; n < to; n++) {
    const cue = cues[n];
    if (!cue) continue;
    const { x, width } = boxOf(view, cue);
    context.globalAlpha = selected.has(cue.id) ? 0.5 : 0.22;
    context.fillStyle = colours.cue;
    context.fillRect(x, top, width, height);
  }
  context.globalAlpha = 1;
}

/** One column a pixel, mirrored around the middle of the band; silence is a hairline. */
export function drawWaveform(
  context: Context,
  { view, colours }: Pick<Scene, 'view' | 'colours'>,
  { pyramid, cache, gain }: Waveform,
  band: Band,
): void {
  const level = levelFor(pyramid, view.msPerPx);
  const perBucket = bucketMs(pyramid, level);
  const last = pyramid.levels[level]?.buckets ?? 0;
  const middle = band.top + band.height / 2;
  const scale = ((band.height / 2 - 2) / 128) * gain;
  context.fillStyle = colours.waveformSpeech;
  for (let x = 0; x < view.widthPx; x++) {
    const from = Math.floor((view.startMs + x * view.msPerPx) / perBucket);
    const to = Math.max(from + 1, Math.floor((view.startMs + (x + 1) * view.msPerPx) / perBucket));
    if (from >= last) break;
    const peak = peakOf(cache, level, from, Math.min(to, last));
    if (!peak) continue;
    const top = middle - Math.max(0, peak.max) * scale;
    const bottom = middle - Math.min(0, peak.min) * scale;
    context.fillRect(x, top, 1, Math.max(1, bottom - top));
  }
}

function drawWords(context: Context, scene: Scene): void {
  const { view, bands, words, colours } = scene;
  const { top, height } = bands.words;
  context.fillStyle = colours.line;
  context.fillRect(0, top, view.widthPx, 1);
  context.font = `${SMALL_TEXT_PX}px ${colours.font}`;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  context.direction = 'inherit';
  const { from, to } = rangeInView(words, view.startMs, endOf(view));
  // Far out the words are narrower than a letter: a bar for each would cost much and show nothing.
  if (to - from > view.widthPx / 3) return;
  for (let n = from; n < to; n++) {
    const word = words[n];
    if (word) drawWordBar(context, scene, word);
  }
  // Whole words or none, left to right, each where it begins. Counted from the start of the phrase, so that scrolling does
  // not make other words appear.
  let freeFrom = -Infinity;
  for (let n = phraseStart(words, from); n < to; n++) {
    const word = words[n];
    if (!word) continue;
    const x = Math.max(freeFrom, xOf(view, word.startMs));
    const slack = xOf(view, word.endMs) - x;
    if (slack < LEAST_WORD_PX) continue;
    const fall = fallOf(word, scene.nowMs);
    context.fillStyle = isLow(word) ? colours.warning : colours.quiet;
    context.globalAlpha = 0.25 + 0.75 * fall;
    context.fillText(word.text, x, top + height / 2 - 1 - (1 - fall) * bands.waveform.height * FALL_SHARE);
    context.globalAlpha = 1;
    freeFrom = x + widthOf(context, word.text) + WORD_GAP_PX;
  }
}

/** A pause this long ends a phrase. */
const PHRASE_GAP_MS = 300;
const LONGEST_PHRASE = 60;

function phraseStart(words: readonly PlacedWord[], from: number): number {
  for (let n = from; n > Math.max(0, from - LONGEST_PHRASE); n--) {
    const word = words[n];
    const before = words[n - 1];
    if (word && before && word.startMs - before.endMs >= PHRASE_GAP_MS) return n;
  }
  return Math.max(0, from - LONGEST_PHRASE);
}

function isLow(word: PlacedWord): boolean {
  return word.confidence !== null && word.confidence < LOW_CONFIDENCE;
}

function drawWordBar(context: Context, { view, bands, colours }: Scene, word: PlacedWord): void {
  const { top, height } = bands.words;
  const { x, width } = boxOf(view, word);
  // The less it is to be trusted, the stronger the tint.
  const doubt = 1 - (word.confidence ?? 1);
  if (doubt > 0.1) {
    context.fillStyle = colours.warning;
    context.globalAlpha = Math.min(0.4, doubt * 0.4);
    context.fillRect(x, top + 1, width, height - 1);
    context.globalAlpha = 1;
  }
  context.fillStyle = isLow(word) ? colours.warning : colours.strongLine;
  context.fillRect(x, top + height - 2, Math.max(1, width - 1), 1);
}

function drawCues(context: Context, scene: Scene): void {
  const { view, bands, cues, selected, colours } = scene;
  const { top, height } = bands.cues;
  context.fillStyle = colours.sunken;
  context.fillRect(0, top, view.widthPx, height);
  context.textBaseline = 'alphabetic';
  context.textAlign = scene.direction === 'rtl' ? 'right' : 'left';
  context.direction = scene.direction;
  context.font = `${CUE_TEXT_PX}px ${colours.font}`;
  const { from, to } = rangeInView(cues, view.startMs, endOf(view));
  // The selected ones last, so that they lie on top where cues overlap.
  for (const wanted of [false, true])
    for (let n = from; n < to; n++) {
      const cue = cues[n];
      if (cue && selected.has(cue.id) === wanted) drawCue(context, scene, cue, overlaps(cues, n), wanted);
    }
}

/** Whether a cue starts before the one before it has ended. */
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
  const top = bands.cues.top + 4;
  const height = bands.cues.height - 8;
  const worst = worstOf(scene.findings.get(cue.id));
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
  if (worst) {
    context.fillStyle = worst === 'error' ? colours.danger : colours.warning;
    context.fillRect(x + 1, top + height - 3, Math.max(1, width - 2), 2);
  }
  if (width >= LEAST_CUE_TEXT_PX) drawCueText(context, scene, cue, x, width, top, height);
}

/** The worst that checks say of a cue; null where they say nothing. */
function worstOf(findings: readonly Finding[] | undefined): Finding['severity'] | null {
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
  if (width < LEAST_CUE_TEXT_PX) return;
  const share = speedOf(cue) / mostSpeed;
  context.fillStyle = share > 1 ? colours.danger : share > 0.85 ? colours.warning : colours.success;
  context.globalAlpha = share > 1 ? 1 : 0.55;
  context.fillRect(x + 3, top + 1, Math.max(0, (width - 5) * Math.min(1, share)), 2);
  context.globalAlpha = 1;
}

const speeds = new WeakMap<Cue, number>();

/** Characters a second, counted once for each version of a cue. */
function speedOf(cue: Cue): number {
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
  if (right - left < LEAST_CUE_TEXT_PX / 2) return;
  const lines = withoutMarkUp(cue.text).split('\n').slice(0, 2);
  context.fillStyle = colours.text;
  const at = direction === 'rtl' ? right : left;
  const first = top + height / 2 - ((lines.length - 1) * CUE_LINE_PX) / 2 + CUE_TEXT_PX / 3;
  lines.forEach((text, n) => {
    context.fillText(fitText(context, text, right - left), at, first + n * CUE_LINE_PX);
  });
}

/** Measured widths of texts in the two sizes used; forgotten when they become many. */
const widths = new Map<string, number>();
const MOST_WIDTHS = 4000;

function widthOf(context: Context, text: string): number {
  const key = `${context.font}|${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    if (widths.size > MOST_WIDTHS) widths.clear();
    width = context.measureText(text).width;
    widths.set(key, width);
  }
  return width;
}

/** The text, or as much of its beginning as fits with an ellipsis; nothing where not even one letter does. */
export function fitText(context: Context, text: string, width: number): string {
  const full = widthOf(context, text);
  if (full <= width) return text;
  const room = width - widthOf(context, '…');
  let letters = Math.floor((text.length * room) / full);
  // Letters are not equally wide: the first guess may be some too many.
  while (letters > 0 && widthOf(context, text.slice(0, letters)) > room) letters--;
  return letters < 1 ? '' : `${text.slice(0, letters).trimEnd()}…`;
}

function boxOf(
  view: Scene['view'],
  { startMs, endMs }: { readonly startMs: number; readonly endMs: number },
): { readonly x: number; readonly width: number } {
  const x = xOf(view, startMs);
  return { x, width: Math.max(1, xOf(view, endMs) - x) };
}

/** The whole film in a strip: sound, and where there are cues. */
export function drawOverview(context: Context, scene: Scene, height: number): void {
  const { view, cues, colours } = scene;
  context.fillStyle = colours.sunken;
  context.fillRect(0, 0, view.widthPx, height);
  if (scene.waveform) drawWaveform(context, scene, scene.waveform, { top: 0, height: height - 4 });
  // Cues by pixel, so that thousands cost one rectangle a column at most.
  let end = -1;
  context.fillStyle = colours.cueLine;
  for (const cue of cues) {
    const from = Math.max(end, Math.floor(xOf(view, cue.startMs)));
    const to = Math.ceil(xOf(view, cue.endMs));
    if (to <= from) continue;
    context.fillRect(from, height - 3, to - from, 2);
    end = to;
  }
}
