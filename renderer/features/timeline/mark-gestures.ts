/** What pointers do to the edges of words, to markers and to shot changes. */
import type { Id } from '../../../shared/domain/common';
import type { Milliseconds } from '../../../shared/domain/time';
import type { CueTiming } from '../../../shared/edits/cues-follow';
import { markersOf, setMarker } from '../../../shared/edits/marker';
import { moveShot } from '../../../shared/edits/shots';
import { setWordTimes } from '../../../shared/edits/word-times';
import {
  beginGesture,
  cancelGesture,
  commitGesture,
  previewGesture,
  useDocument,
} from '../../state/document';
import { nearestEdge } from '../../state/frames';
import { usePlayback } from '../../state/playback';
import { FREE, SNAP_PX, snap, type SnapSource } from './drag';
import type { Drag } from './gestures';
import type { PlacedWord } from './scene';
import { audible, snapSources } from './snap-sources';
import { currentDuration } from './view-store';

/** No word is heard in less (ms). */
const LEAST_WORD_MS = 20;

/** Takes the start or the end of a word; its neighbours and its cue follow as the edit says. Null where nothing can be edited. */
export function dragWord(
  edge: 'startMs' | 'endMs',
  word: PlacedWord,
  grabMs: Milliseconds,
  words: readonly PlacedWord[],
  timing: CueTiming,
): Drag | null {
  if (!beginGesture()) return null;
  const sources: readonly SnapSource[] = [
    ...audible({ words, except: new Set([word.id]) }),
    { kind: 'playhead', times: [usePlayback.getState().playheadMs] },
  ];
  return {
    move({ ms, msPerPx, isFree }) {
      const rawMs = word[edge] + ms - grabMs;
      const { deltaMs, caught } = isFree ? FREE : snap([rawMs], sources, SNAP_PX * msPerPx);
      const atMs = Math.max(0, Math.round(rawMs + deltaMs));
      const times =
        edge === 'startMs'
          ? { startMs: Math.min(atMs, word.endMs - LEAST_WORD_MS), endMs: word.endMs }
          : { startMs: word.startMs, endMs: Math.max(atMs, word.startMs + LEAST_WORD_MS) };
      previewGesture(setWordTimes, { ids: [word.id], ...times, timing });
      return { times, caught, movedMs: times[edge] - word[edge] };
    },
    finish: () => void commitGesture(),
    abandon: cancelGesture,
  };
}

/** Takes a marker along the film. Null where nothing can be edited. */
export function dragMarker(id: Id, grabMs: Milliseconds, words: readonly PlacedWord[]): Drag | null {
  const marker = markersOf(useDocument.getState().project).find((one) => one.id === id);
  if (!marker || !beginGesture()) return null;
  const sources = snapSources({ words }).filter(({ kind }) => kind !== 'marker');
  return dragTime(marker.atMs, grabMs, sources, (atMs) => previewGesture(setMarker, { id, atMs }));
}

/** Takes a shot change to another picture. Null where nothing can be edited. */
export function dragShot(fromMs: Milliseconds, grabMs: Milliseconds): Drag | null {
  if (!beginGesture()) return null;
  const sources: readonly SnapSource[] = [{ kind: 'playhead', times: [usePlayback.getState().playheadMs] }];
  return dragTime(fromMs, grabMs, sources, (toMs) => previewGesture(moveShot, { fromMs, toMs }));
}

/** A single time under the hand: on pictures, unless Alt is held. */
function dragTime(
  fromMs: Milliseconds,
  grabMs: Milliseconds,
  sources: readonly SnapSource[],
  preview: (atMs: Milliseconds) => void,
): Drag {
  const durationMs = currentDuration();
  return {
    move({ ms, msPerPx, isFree }) {
      const rawMs = Math.min(durationMs, Math.max(0, fromMs + ms - grabMs));
      const { deltaMs, caught } = isFree ? FREE : snap([rawMs], sources, SNAP_PX * msPerPx);
      const wanted = Math.round(rawMs + deltaMs);
      const atMs = isFree ? wanted : nearestEdge(wanted);
      preview(atMs);
      return { times: { startMs: atMs, endMs: atMs }, caught, movedMs: atMs - fromMs };
    },
    finish: () => void commitGesture(),
    abandon: cancelGesture,
  };
}
