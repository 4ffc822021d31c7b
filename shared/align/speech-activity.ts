import { HOP_MS } from './mfcc';
import type { Span } from '../domain/alignment';

/** Silences shorter than this inside speech are closures of stops, not pauses. */
const SHORTEST_PAUSE_ROWS = 12;
/** Louder stretches shorter than this are clicks. */
const SHORTEST_SPEECH_ROWS = 6;
/** Speech stays within this of its loud parts. */
export const SPEECH_RANGE_DB = 32;
/** A threshold is at least this above the room's noise. */
const ABOVE_NOISE_DB = 4;
/** Under this (16-bit units in dB) nobody can be heard: about -60 dB of full scale. */
const AUDIBLE_DB = 30;
/** Speech swings at least this much between loud and quiet rows; steady noise and hum do not. */
const SMALLEST_SWING_DB = 7;

/**
 * Marks rows in which somebody probably speaks, by level alone: threshold between the room's noise (5th percentile) and
 * the loud parts (92nd), then short silences filled and clicks dropped. All zero where nothing is loud or lively enough.
 */
export function speechActivity(levelDb: Float32Array): Uint8Array {
  const mask = new Uint8Array(levelDb.length);
  const sorted = levelDb.slice().sort();
  const noise = sorted[Math.floor(sorted.length * 0.05)] ?? 0;
  const loud = sorted[Math.floor(sorted.length * 0.92)] ?? 0;
  const loudest = sorted[Math.floor(sorted.length * 0.995)] ?? 0;
  if (loudest < AUDIBLE_DB || loudest - noise < SMALLEST_SWING_DB) return mask;
  // Where speech is rare the 92nd percentile is still noise: then the loudest rows tell.
  const top = loud - noise < SMALLEST_SWING_DB ? loudest : loud;
  const threshold = Math.max(
    noise + Math.max(ABOVE_NOISE_DB, (top - noise) * 0.3),
    top - SPEECH_RANGE_DB,
    AUDIBLE_DB,
  );
  for (let row = 0; row < mask.length; row++) mask[row] = (levelDb[row] ?? 0) > threshold ? 1 : 0;
  fillRuns(mask, 0, SHORTEST_PAUSE_ROWS);
  fillRuns(mask, 1, SHORTEST_SPEECH_ROWS);
  return mask;
}

/** Turns over every run of `value` shorter than `shortest` rows; the first and last run of silence are kept. */
function fillRuns(mask: Uint8Array, value: 0 | 1, shortest: number): void {
  for (let from = 0; from < mask.length;) {
    let to = from;
    while (to < mask.length && mask[to] === mask[from]) to++;
    const isEdge = value === 0 && (from === 0 || to === mask.length);
    if (mask[from] === value && to - from < shortest && !isEdge) mask.fill(1 - value, from, to);
    from = to;
  }
}

/** Runs of marked rows as spans of time, apart by more than `joinMs`, each at least `shortestMs` long. */
export function spansOfRows(mask: Uint8Array, joinMs: number, shortestMs: number): Span[] {
  const spans: Span[] = [];
  for (let row = 0; row < mask.length; row++) {
    if (!mask[row]) continue;
    const startMs = row * HOP_MS;
    const last = spans.at(-1);
    if (last && startMs - last.endMs <= joinMs) last.endMs = startMs + HOP_MS;
    else spans.push({ startMs, endMs: startMs + HOP_MS });
  }
  return spans.filter((span) => span.endMs - span.startMs >= shortestMs);
}
