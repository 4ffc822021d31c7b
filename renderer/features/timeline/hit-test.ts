/** What a pointer is over. Pure. */
import type { Id } from '../../../shared/domain/common';
import { isInBand, msAt, xOf, type Band, type Bands, type View } from './geometry';
import { firstWhere, rangeInView, type Spanning } from './span-index';

/** Half the width of the strip in which a cue's edge can be taken. */
export const EDGE_PX = 6;
/** A cue narrower than this has only its outer half-strips as edges, so that its body can still be taken. */
const NARROW_PX = 24;

export interface HittableCue extends Spanning {
  readonly id: Id;
}

export interface HittableWord extends Spanning {
  readonly id: Id;
}

export type Hit =
  | { readonly kind: 'ruler' | 'waveform' | 'words' | 'empty' | 'outside' }
  | { readonly kind: 'start' | 'end' | 'body'; readonly cueId: Id }
  | { readonly kind: 'marker'; readonly markerId: Id; readonly atMs: number }
  | { readonly kind: 'shot'; readonly atMs: number }
  | { readonly kind: 'barStart' | 'barEnd'; readonly redactionId: Id }
  | { readonly kind: 'wordStart' | 'wordEnd'; readonly wordId: Id }
  /** In the lane of a track that is not worked on; over one of its cues or none. */
  | { readonly kind: 'lane'; readonly trackId: Id; readonly laneCueId: Id | null };

const OUTSIDE: Hit = { kind: 'outside' };

/**
 * What lies at a pixel. `cues` by start. Of overlapping cues the selected one wins, then the one whose edge is nearer, then
 * the one that starts last (it is drawn on top). O(log n + cues near the pixel).
 */
export function hitTest(
  view: View,
  bands: Bands,
  cues: readonly HittableCue[],
  selected: ReadonlySet<Id>,
  x: number,
  y: number,
): Hit {
  if (x < 0 || x > view.widthPx) return OUTSIDE;
  if (isInBand(bands.ruler, y)) return { kind: 'ruler' };
  if (isInBand(bands.waveform, y) || isInBand(bands.spectrogram, y)) return { kind: 'waveform' };
  if (isInBand(bands.words, y)) return { kind: 'words' };
  if (!isInBand(bands.cues, y)) return OUTSIDE;
  return hitCue(view, cues, selected, x) ?? { kind: 'empty' };
}

function hitCue(view: View, cues: readonly HittableCue[], selected: ReadonlySet<Id>, x: number): Hit | null {
  const reach = EDGE_PX * view.msPerPx;
  const at = msAt(view, x);
  const { from, to } = rangeInView(cues, at - reach, at + reach);
  let best: Hit | null = null;
  let bestRank = Infinity;
  for (let n = from; n < to; n++) {
    const cue = cues[n];
    if (!cue) continue;
    const hit = hitOne(view, cue, x);
    if (!hit) continue;
    const rank = hit.distance - (selected.has(cue.id) ? 1000 : 0);
    if (rank > bestRank) continue;
    bestRank = rank;
    best = { kind: hit.kind, cueId: cue.id };
  }
  return best;
}

function hitOne(
  view: View,
  cue: HittableCue,
  x: number,
): { readonly kind: 'start' | 'end' | 'body'; readonly distance: number } | null {
  const left = xOf(view, cue.startMs);
  const right = xOf(view, cue.endMs);
  const inner = right - left < NARROW_PX ? 0 : EDGE_PX;
  const fromLeft = x - left;
  const fromRight = right - x;
  if (fromLeft >= -EDGE_PX && fromLeft < inner) return { kind: 'start', distance: rankOf(fromLeft) };
  if (fromRight >= -EDGE_PX && fromRight < inner) return { kind: 'end', distance: rankOf(fromRight) };
  if (fromLeft >= 0 && fromRight >= 0) return { kind: 'body', distance: EDGE_PX };
  return null;
}

/** Nearness to an edge; the outside of one cue is the inside of its neighbour and gives way to it. */
function rankOf(inside: number): number {
  return inside >= 0 ? inside : EDGE_PX - inside;
}

/** Half the width of the strip in which a word's edge can be taken, and the least width of a word that has them. */
const WORD_EDGE_PX = 4;
const LEAST_WORD_PX = 14;

/** The start or end of a word at a pixel of the words' band; null elsewhere. `words` by start. O(log n). */
export function hitWordEdge(view: View, words: readonly HittableWord[], x: number): Hit | null {
  const reach = WORD_EDGE_PX * view.msPerPx;
  const at = msAt(view, x);
  const { from, to } = rangeInView(words, at - reach, at + reach);
  let best: Hit | null = null;
  let bestPx = WORD_EDGE_PX + 1;
  for (let n = from; n < to; n++) {
    const word = words[n];
    if (!word || (word.endMs - word.startMs) / view.msPerPx < LEAST_WORD_PX) continue;
    const fromStart = Math.abs(x - xOf(view, word.startMs));
    const fromEnd = Math.abs(x - xOf(view, word.endMs));
    const nearest = Math.min(fromStart, fromEnd);
    // Of two edges in one place the one on the pointer's side.
    const isInside = x >= xOf(view, word.startMs) && x <= xOf(view, word.endMs);
    const rank = nearest - (isInside ? 0.5 : 0);
    if (nearest > WORD_EDGE_PX || rank >= bestPx) continue;
    bestPx = rank;
    best = { kind: fromStart <= fromEnd ? 'wordStart' : 'wordEnd', wordId: word.id };
  }
  return best;
}

/** Half the width in which the flag of a shot change can be taken, and the width of a marker's. */
const SHOT_PX = 6;
const MARKER_PX = 14;

/**
 * The marker or shot change whose flag is at a pixel of the ruler: markers in its upper half, shots in its lower; null
 * elsewhere. Both by time. O(log n).
 */
export function hitMark(
  view: View,
  bands: Bands,
  markers: readonly { readonly id: Id; readonly atMs: number }[],
  shots: readonly number[],
  x: number,
  y: number,
): Hit | null {
  if (!isInBand(bands.ruler, y)) return null;
  const middle = bands.ruler.top + bands.ruler.height / 2;
  if (y < middle) {
    // Of several the last: it is drawn on top.
    const after = firstWhere(markers.length, (n) => xOf(view, markers[n]?.atMs ?? 0) > x + 1);
    const marker = markers[after - 1];
    const isOn = marker !== undefined && x - xOf(view, marker.atMs) <= MARKER_PX;
    return isOn ? { kind: 'marker', markerId: marker.id, atMs: marker.atMs } : null;
  }
  const after = firstWhere(shots.length, (n) => xOf(view, shots[n] ?? 0) >= x);
  const near = [shots[after - 1], shots[after]]
    .filter((ms) => ms !== undefined)
    .sort((a, b) => Math.abs(xOf(view, a) - x) - Math.abs(xOf(view, b) - x))[0];
  return near !== undefined && Math.abs(xOf(view, near) - x) <= SHOT_PX ? { kind: 'shot', atMs: near } : null;
}

/** What lies in the lanes of other tracks at a pixel; null outside of them. */
export function hitLane(
  view: View,
  lanes: readonly { readonly trackId: Id; readonly band: Band; readonly cues: readonly HittableCue[] }[],
  x: number,
  y: number,
): Hit | null {
  const lane = lanes.find(({ band }) => isInBand(band, y));
  if (!lane) return null;
  const at = msAt(view, x);
  const { from, to } = rangeInView(lane.cues, at, at);
  const cue = lane.cues.slice(from, to).findLast(({ startMs, endMs }) => startMs <= at && at < endMs);
  return { kind: 'lane', trackId: lane.trackId, laneCueId: cue?.id ?? null };
}

/** The timed word at a pixel; null for none. `words` by start. */
export function hitWord<W extends HittableWord>(view: View, words: readonly W[], x: number): W | null {
  const at = msAt(view, x);
  const { from, to } = rangeInView(words, at, at);
  for (let n = to - 1; n >= from; n--) {
    const word = words[n];
    if (word && word.startMs <= at && at < word.endMs) return word;
  }
  return null;
}
