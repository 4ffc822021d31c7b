/** What pointers do to cues: each drag is one gesture of the document, with a live label, snapping and Escape. */
import type { Id } from '../../../shared/domain/common';
import type { Milliseconds } from '../../../shared/domain/time';
import { insertCue, setCueTimes } from '../../../shared/edits/cue';
import { moveCues } from '../../../shared/edits/cue-frames';
import { newId } from '../../platform/new-id';
import {
  beginGesture,
  cancelGesture,
  commitGesture,
  previewGesture,
  useDocument,
} from '../../state/document';
import { nearestEdge, trueFrames } from '../../state/frames';
import { cueById, cuesOfTrack } from '../../state/selectors';
import { selectCue, selectCues, useSession } from '../../state/session';
import {
  FREE,
  SHORTEST_MS,
  SNAP_PX,
  dragTimes,
  drawnTimes,
  movingTimes,
  snap,
  type Caught,
  type DragKind,
  type Times,
} from './drag';
import { speedOf } from './draw/cues';
import type { PlacedWord } from './scene';
import { snapSources } from './snap-sources';
import { rangeInView } from './span-index';
import { currentDuration } from './view-store';

export interface DragMove {
  /** Where the pointer is, in time. */
  readonly ms: Milliseconds;
  readonly msPerPx: number;
  /** Alt is held: nothing catches. */
  readonly isFree: boolean;
}

export interface DragShown {
  readonly times: Times;
  /** What caught the drag; null when nothing did. */
  readonly caught: Caught | null;
  /** How far it has been moved, ms; absent where nothing was there before. */
  readonly movedMs?: number;
  /** Characters a second of the cue as it would be. */
  readonly speed?: number;
}

export interface Drag {
  /** True where the stretch of time itself is to be seen. */
  readonly isBand?: boolean;
  move(move: DragMove): DragShown;
  /** Makes it one undo step. */
  finish(): void;
  /** As if it never was. */
  abandon(): void;
}

/** Takes a cue by an edge or its body; a body takes the other selected cues along. Null where nothing can be edited. */
export function dragCue(
  kind: DragKind,
  cueId: Id,
  grabMs: Milliseconds,
  words: readonly PlacedWord[],
): Drag | null {
  const { project } = useDocument.getState();
  const cue = cueById(project, cueId);
  if (!cue || !beginGesture()) return null;
  const selected = useSession.getState().selectedCueIds;
  const ids = kind === 'body' && selected.has(cueId) ? [...selected] : [cueId];
  const sources = snapSources({ words, except: new Set(ids) });
  const durationMs = currentDuration();
  return {
    move({ ms, msPerPx, isFree }) {
      const raw = dragTimes(cue, kind, ms - grabMs, durationMs);
      const { deltaMs, caught } = isFree ? FREE : snap(movingTimes(raw, kind), sources, SNAP_PX * msPerPx);
      const wanted = dragTimes(cue, kind, ms - grabMs + deltaMs, durationMs);
      const frames = isFree ? null : trueFrames();
      if (kind === 'body') previewGesture(moveCues, { ids, deltaMs: wanted.startMs - cue.startMs, frames });
      else {
        const edge = kind === 'start' ? 'startMs' : 'endMs';
        previewGesture(setCueTimes, { id: cueId, [edge]: frames ? nearestEdge(wanted[edge]) : wanted[edge] });
      }
      // As the edit made them: on pictures, and within what it allows.
      // (Not by the index of all cues: it would be made anew for each move.)
      const shown = useDocument.getState().project.cues.find(({ id }) => id === cueId) ?? cue;
      const movedMs = kind === 'end' ? shown.endMs - cue.endMs : shown.startMs - cue.startMs;
      const { startMs, endMs } = shown;
      return { times: { startMs, endMs }, caught, movedMs, speed: speedOf(shown) };
    },
    finish: () => void commitGesture(),
    abandon: cancelGesture,
  };
}

/** Draws a new cue from where the pointer went down. Null where nothing can be edited or there is no track. */
export function drawCueFrom(fromMs: Milliseconds, words: readonly PlacedWord[]): Drag | null {
  const trackId = useSession.getState().activeTrackId;
  if (trackId === null || !beginGesture()) return null;
  const id = newId();
  const sources = snapSources({ words });
  const durationMs = currentDuration();
  return {
    move({ ms, msPerPx, isFree }) {
      const { deltaMs, caught } = isFree ? FREE : snap([ms], sources, SNAP_PX * msPerPx);
      const toMs = ms + deltaMs;
      const least = toMs < fromMs ? fromMs - SHORTEST_MS : fromMs + SHORTEST_MS;
      const times = drawnTimes(fromMs, toMs, durationMs) ??
        drawnTimes(fromMs, least, durationMs) ?? { startMs: fromMs, endMs: fromMs + SHORTEST_MS };
      const onPictures = isFree
        ? times
        : { startMs: nearestEdge(times.startMs), endMs: nearestEdge(times.endMs) };
      previewGesture(insertCue, { newId: () => id, trackId, ...onPictures });
      return { times: onPictures, caught };
    },
    finish() {
      if (commitGesture()) selectCue(id);
    },
    abandon: cancelGesture,
  };
}

/** Selects every cue of the track that a drag over a stretch of time touches; abandoned, the selection is as before. */
export function rubberBand(fromMs: Milliseconds): Drag {
  const { selectedCueIds, activeTrackId, anchorCueId } = useSession.getState();
  const cues = cuesOfTrack(useDocument.getState().project, activeTrackId);
  return {
    isBand: true,
    move({ ms }) {
      const times = { startMs: Math.min(fromMs, ms), endMs: Math.max(fromMs, ms) };
      const { from, to } = rangeInView(cues, times.startMs, times.endMs);
      const touched = cues.slice(from, to).filter(({ endMs }) => endMs > times.startMs);
      selectCues(touched.map(({ id }) => id));
      return { times, caught: null };
    },
    finish: () => undefined,
    abandon: () => useSession.setState({ selectedCueIds, anchorCueId }),
  };
}
