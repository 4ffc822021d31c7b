/** Paints the words of the transcript: where each is heard, how sure that is, and those never found. */
import { fallOf } from '../fall';
import { xOf } from '../geometry';
import { LOW_CONFIDENCE, type PlacedWord, type Scene } from '../scene';
import { boxOf, rangeInPart, type Part } from './part';
import { fitText, widthOf } from './text';

type Context = CanvasRenderingContext2D;

const TEXT_PX = 11;
/** Further out, words are narrower than a letter: a bar for each would cost much and show nothing. */
const FURTHEST_MS_PER_PX = 60;
/** A word with less of its time left free by the word before is passed over. */
const LEAST_WORD_PX = 6;
const GAP_PX = 5;
/** A word falls into place from this share of the waveform's height above it. */
const FALL_SHARE = 0.6;
/** A pause this long ends a phrase. */
const PHRASE_GAP_MS = 300;
const LONGEST_PHRASE = 60;
const PIN_PX = 4;
/** A place where words are missing is at least so wide. */
const LEAST_UNFOUND_PX = 7;

/** The band of words; nothing where the panel is too low for it. */
export function drawWords(context: Context, scene: Scene, part: Part): void {
  const { view, bands, words, colours } = scene;
  const { top, height } = bands.words;
  if (height === 0) return;
  context.fillStyle = colours.line;
  context.fillRect(part.fromPx, top, part.toPx - part.fromPx, 1);
  context.font = `${TEXT_PX}px ${colours.font}`;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  context.direction = 'inherit';
  drawUnfound(context, scene, part);
  if (view.msPerPx > FURTHEST_MS_PER_PX) return;
  const { from, to } = rangeInPart(words, view, part);
  for (let n = from; n < to; n++) {
    const word = words[n];
    if (word) drawWordBar(context, scene, word);
  }
  drawWordTexts(context, scene, from, to);
}

/**
 * Whole words or none, left to right, each where it begins or where the one before leaves room. Counted from two phrases back,
 * so that scrolling does not make other words appear.
 */
function drawWordTexts(
  context: Context,
  { view, bands, words, nowMs, colours }: Scene,
  from: number,
  to: number,
): void {
  const { top, height } = bands.words;
  let freeFrom = -Infinity;
  for (let n = phraseStart(words, from); n < to; n++) {
    const word = words[n];
    if (!word) continue;
    const x = Math.max(freeFrom, xOf(view, word.startMs));
    const slack = xOf(view, word.endMs) - x;
    if (slack < LEAST_WORD_PX) continue;
    const fall = fallOf(word, nowMs);
    context.fillStyle = isLow(word) ? colours.warning : colours.quiet;
    context.globalAlpha = 0.25 + 0.75 * fall;
    context.fillText(word.text, x, top + height / 2 - 1 - (1 - fall) * bands.waveform.height * FALL_SHARE);
    context.globalAlpha = 1;
    freeFrom = x + widthOf(context, word.text) + GAP_PX;
  }
}

function isPhraseStart(words: readonly PlacedWord[], n: number): boolean {
  const word = words[n];
  const before = words[n - 1];
  if (!word || !before) return true;
  return word.startMs - before.endMs >= PHRASE_GAP_MS || n % LONGEST_PHRASE === 0;
}

/** The phrase a word is in, and the one before: its last words may reach into this one. */
function phraseStart(words: readonly PlacedWord[], from: number): number {
  let n = Math.min(from, words.length);
  for (let starts = 0; n > 0 && starts < 2; n--) if (isPhraseStart(words, n - 1)) starts++;
  return n;
}

function isLow(word: PlacedWord): boolean {
  return word.confidence !== null && word.confidence < LOW_CONFIDENCE;
}

function drawWordBar(context: Context, { view, bands, colours }: Scene, word: PlacedWord): void {
  const { top, height } = bands.words;
  const { x, width } = boxOf(view, word);
  // The less it is to be trusted, the stronger the tint.
  const doubt = word.pinned ? 0 : 1 - (word.confidence ?? 1);
  if (doubt > 0.1) {
    context.fillStyle = colours.warning;
    context.globalAlpha = Math.min(0.4, doubt * 0.4);
    context.fillRect(x, top + 1, width, height - 1);
    context.globalAlpha = 1;
  }
  context.fillStyle = word.pinned ? colours.cueLine : isLow(word) ? colours.warning : colours.strongLine;
  context.fillRect(x, top + height - 2, Math.max(1, width - 1), word.pinned ? 2 : 1);
  if (word.pinned) drawPin(context, x, top + 1);
}

/** The head and needle of a pin at a word's start. */
function drawPin(context: Context, x: number, top: number): void {
  context.beginPath();
  context.arc(x + PIN_PX / 2, top + PIN_PX / 2, PIN_PX / 2, 0, 2 * Math.PI);
  context.fill();
  context.fillRect(x + PIN_PX / 2 - 0.5, top + PIN_PX, 1, PIN_PX);
}

/** Where words are written that were never found in the sound: a dashed frame between those that were, with their text. */
function drawUnfound(context: Context, { view, bands, unfound, colours }: Scene, part: Part): void {
  const { top, height } = bands.words;
  const { from, to } = rangeInPart(unfound, view, part);
  context.strokeStyle = colours.danger;
  context.lineWidth = 1;
  context.setLineDash([3, 2]);
  for (let n = from; n < to; n++) {
    const run = unfound[n];
    if (!run) continue;
    const box = boxOf(view, run);
    const width = Math.max(LEAST_UNFOUND_PX, box.width - 2);
    const x = box.x + (box.width - width) / 2;
    context.fillStyle = colours.danger;
    context.globalAlpha = 0.12;
    context.fillRect(x, top + 2, width, height - 4);
    context.globalAlpha = 1;
    context.strokeRect(Math.round(x) + 0.5, top + 2.5, Math.round(width) - 1, height - 5);
    const text = width > 3 * LEAST_UNFOUND_PX ? fitText(context, run.text, width - 8) : '';
    if (text !== '') context.fillText(text, x + 4, top + height / 2);
  }
  context.setLineDash([]);
}
