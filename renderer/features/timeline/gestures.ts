/** What pointers do to cues: each drag is one gesture of the document, with a live label, snapping and Escape. */
import type { Id } from '../../../shared/domain/common';
import type { Milliseconds } from '../../../shared/domain/time';
import { insertCue, setCueTimes, shiftCues } from '../../../shared/edits/cue';
import { newId } from '../../platform/new-id';
import {
  beginGesture,
  cancelGesture,
  commitGesture,
  previewGesture,
  useDocument,
} from '../../state/document';
import { usePlayback } from '../../state/playback';
import { cueById, cuesOfTrack } from '../../state/selectors';
import { selectCue, useSession } from '../../state/session';
import {
  SHORTEST_MS,
  SNAP_PX,
  dragTimes,
  drawnTimes,
  movingTimes,
  snap,
  snapTargets,
  type DragKind,
  type Times,
} from './drag';
import type { PlacedWord } from './scene';
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
  /** Where a line shows what caught the drag; null when nothing did. */
  readonly lineMs: Milliseconds | null;
}

export interface Drag {
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
  const targets = targetsFor(ids, words);
  const durationMs = currentDuration();
  return {
    move({ ms, msPerPx, isFree }) {
      const raw = dragTimes(cue, kind, ms - grabMs, durationMs);
      const caught = isFree ? FREE : snap(movingTimes(raw, kind), targets, SNAP_PX * msPerPx);
      const times = dragTimes(cue, kind, ms - grabMs + caught.deltaMs, durationMs);
      if (kind === 'body') previewGesture(shiftCues, { ids, deltaMs: times.startMs - cue.startMs });
      else if (kind === 'start') previewGesture(setCueTimes, { id: cueId, startMs: times.startMs });
      else previewGesture(setCueTimes, { id: cueId, endMs: times.endMs });
      return { times, lineMs: caught.lineMs };
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
  const targets = targetsFor([], words);
  const durationMs = currentDuration();
  return {
    move({ ms, msPerPx, isFree }) {
      const caught = isFree ? FREE : snap([ms], targets, SNAP_PX * msPerPx);
      const toMs = ms + caught.deltaMs;
      const least = toMs < fromMs ? fromMs - SHORTEST_MS : fromMs + SHORTEST_MS;
      const times = drawnTimes(fromMs, toMs, durationMs) ??
        drawnTimes(fromMs, least, durationMs) ?? { startMs: fromMs, endMs: fromMs + SHORTEST_MS };
      previewGesture(insertCue, { newId: () => id, trackId, ...times });
      return { times, lineMs: caught.lineMs };
    },
    finish() {
      if (commitGesture()) selectCue(id);
    },
    abandon: cancelGesture,
  };
}

const FREE = { deltaMs: 0, lineMs: null } as const;

/** Edges of the track's other cues and of the words, and the playhead. */
function targetsFor(ids: readonly Id[], words: readonly PlacedWord[]): Milliseconds[] {
  const moving = new Set(ids);
  const { project } = useDocument.getState();
  const others = cuesOfTrack(project, useSession.getState().activeTrackId).filter(
    ({ id }) => !moving.has(id),
  );
  return snapTargets([others, words], [usePlayback.getState().playheadMs]);
}
