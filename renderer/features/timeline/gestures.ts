/** What pointers do to cues: each drag is one gesture of the document, with a live label, snapping and Escape. */
import type { Id } from '../../../shared/domain/common';
import type { Milliseconds } from '../../../shared/domain/time';
import { insertCue, setCueTimes } from '../../../shared/edits/cue';
import { moveCues } from '../../../shared/edits/cue-frames';
import { setWordTimes } from '../../../shared/edits/word-times';
import type { CueTiming } from '../../../shared/edits/cues-follow';
import { newId } from '../../platform/new-id';
import {
  beginGesture,
  cancelGesture,
  commitGesture,
  previewGesture,
  useDocument,
} from '../../state/document';
import { useShots } from '../../state/findings';
import { nearestEdge, trueFrames } from '../../state/frames';
import { usePlayback } from '../../state/playback';
import { cueById, cuesOfTrack } from '../../state/selectors';
import { selectCue, selectCues, useSession } from '../../state/session';
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
  /** Where a line shows what caught the drag; null when nothing did. */
  readonly lineMs: Milliseconds | null;
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
  const targets = targetsFor(ids, words);
  const durationMs = currentDuration();
  return {
    move({ ms, msPerPx, isFree }) {
      const raw = dragTimes(cue, kind, ms - grabMs, durationMs);
      const caught = isFree ? FREE : snap(movingTimes(raw, kind), targets, SNAP_PX * msPerPx);
      const wanted = dragTimes(cue, kind, ms - grabMs + caught.deltaMs, durationMs);
      const frames = isFree ? null : trueFrames();
      if (kind === 'body') previewGesture(moveCues, { ids, deltaMs: wanted.startMs - cue.startMs, frames });
      else {
        const edge = kind === 'start' ? 'startMs' : 'endMs';
        previewGesture(setCueTimes, { id: cueId, [edge]: frames ? nearestEdge(wanted[edge]) : wanted[edge] });
      }
      // As the edit made them: on pictures, and within what it allows.
      const shown = cueById(useDocument.getState().project, cueId) ?? wanted;
      return { times: { startMs: shown.startMs, endMs: shown.endMs }, lineMs: caught.lineMs };
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
      const onPictures = isFree
        ? times
        : { startMs: nearestEdge(times.startMs), endMs: nearestEdge(times.endMs) };
      previewGesture(insertCue, { newId: () => id, trackId, ...onPictures });
      return { times: onPictures, lineMs: caught.lineMs };
    },
    finish() {
      if (commitGesture()) selectCue(id);
    },
    abandon: cancelGesture,
  };
}

const FREE = { deltaMs: 0, lineMs: null } as const;

/** Edges of the other cues of every track, of the words and of speech; shot changes, and the playhead. */
function targetsFor(ids: readonly Id[], words: readonly PlacedWord[]): Milliseconds[] {
  const moving = new Set(ids);
  const { project } = useDocument.getState();
  const others = project.cues.filter(({ id }) => !moving.has(id));
  const speech = project.meta.hearing?.speech ?? [];
  const shots = useShots.getState().shotsMs ?? [];
  return snapTargets([others, words, speech], [usePlayback.getState().playheadMs, ...shots]);
}

/** Takes the start or the end of a word; its neighbours and its cue follow as the edit says. Null where nothing can be edited. */
export function dragWord(
  edge: 'startMs' | 'endMs',
  word: PlacedWord,
  grabMs: Milliseconds,
  words: readonly PlacedWord[],
  timing: CueTiming,
): Drag | null {
  if (!beginGesture()) return null;
  const speech = useDocument.getState().project.meta.hearing?.speech ?? [];
  const others = words.filter(({ id }) => id !== word.id);
  const targets = snapTargets([others, speech], [usePlayback.getState().playheadMs]);
  return {
    move({ ms, msPerPx, isFree }) {
      const rawMs = word[edge] + ms - grabMs;
      const caught = isFree ? FREE : snap([rawMs], targets, SNAP_PX * msPerPx);
      const atMs = Math.max(0, Math.round(rawMs + caught.deltaMs));
      const times =
        edge === 'startMs'
          ? { startMs: Math.min(atMs, word.endMs - LEAST_WORD_MS), endMs: word.endMs }
          : { startMs: word.startMs, endMs: Math.max(atMs, word.startMs + LEAST_WORD_MS) };
      previewGesture(setWordTimes, { ids: [word.id], ...times, timing });
      return { times, lineMs: caught.lineMs };
    },
    finish: () => void commitGesture(),
    abandon: cancelGesture,
  };
}

/** No word is heard in less (ms). */
const LEAST_WORD_MS = 20;

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
      return { times, lineMs: null };
    },
    finish: () => undefined,
    abandon: () => useSession.setState({ selectedCueIds, anchorCueId }),
  };
}
