/** The bars of redactions: where they lie, what a pointer is over, and what it does to them. */
import type { Id } from '../../../shared/domain/common';
import type { Milliseconds } from '../../../shared/domain/time';
import type { Redaction } from '../../../shared/domain/redaction';
import { redactionsOf, setRedactionTimes } from '../../../shared/edits/redaction';
import {
  beginGesture,
  cancelGesture,
  commitGesture,
  previewGesture,
  useDocument,
} from '../../state/document';
import { nearestEdge } from '../../state/frames';
import { FREE, SNAP_PX, snap } from './drag';
import { BAR_PX, barTop, xOf, type Bands, type View } from './geometry';
import type { Drag } from './gestures';
import type { PlacedWord } from './scene';
import { snapSources } from './snap-sources';
import { currentDuration } from './view-store';

/** How far from an edge, and above and below a bar, it can still be taken. */
const REACH_PX = 5;
const REACH_ROWS_PX = 1;

export type BarHit = { readonly kind: 'barStart' | 'barEnd'; readonly redactionId: Id };

/**
 * The edge of a bar at a pixel, the nearest of several; null elsewhere. Voices have no times of their own, and a body cannot be
 * taken: a cover that goes along with the hand unnoticed would show what it hides.
 */
export function hitBar(
  view: View,
  bands: Bands,
  redactions: readonly Redaction[],
  x: number,
  y: number,
): BarHit | null {
  let best: BarHit | null = null;
  let bestPx = REACH_PX + 1;
  for (const one of redactions) {
    if (one.kind === 'voice') continue;
    const top = barTop(bands, one.kind);
    if (y < top - REACH_ROWS_PX || y >= top + BAR_PX + REACH_ROWS_PX) continue;
    for (const [kind, ms] of [
      ['barStart', one.startMs],
      ['barEnd', one.endMs],
    ] as const) {
      const distance = Math.abs(x - xOf(view, ms));
      if (distance >= bestPx) continue;
      bestPx = distance;
      best = { kind, redactionId: one.id };
    }
  }
  return best;
}

/** Takes the start or the end of a redaction: on pictures, unless Alt is held. Null where nothing can be edited. */
export function dragBar(
  { kind, redactionId: id }: BarHit,
  grabMs: Milliseconds,
  words: readonly PlacedWord[],
): Drag | null {
  const one = redactionsOf(useDocument.getState().project).find((redaction) => redaction.id === id);
  if (!one || one.kind === 'voice' || !beginGesture()) return null;
  const { startMs, endMs } = one;
  const edge = kind === 'barStart' ? 'startMs' : 'endMs';
  const sources = snapSources({ words });
  return {
    move({ ms, msPerPx, isFree }) {
      const rawMs = one[edge] + ms - grabMs;
      const { deltaMs, caught } = isFree ? FREE : snap([rawMs], sources, SNAP_PX * msPerPx);
      const wanted = Math.round(rawMs + deltaMs);
      const onPicture = isFree ? wanted : nearestEdge(wanted);
      const atMs =
        edge === 'startMs'
          ? Math.min(Math.max(0, onPicture), endMs - 1)
          : Math.max(Math.min(currentDuration(), onPicture), startMs + 1);
      previewGesture(setRedactionTimes, { id, [edge]: atMs });
      const times = { startMs, endMs, [edge]: atMs };
      return { times, caught, movedMs: atMs - one[edge] };
    },
    finish: () => void commitGesture(),
    abandon: cancelGesture,
  };
}
