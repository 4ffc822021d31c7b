/** Timing by hand: a queue of cues, one armed, timed from key down to key up while the film plays. */
import { create } from 'zustand';
import type { Id } from '../../../shared/domain/common';
import { makeRoughCues, tapCue } from '../../../shared/edits/tap';
import { announce } from '../../app/announcer';
import { t } from '../../app/messages';
import { newId } from '../../platform/new-id';
import { run, undo, useDocument } from '../../state/document';
import { edgeAt, nearestEdge } from '../../state/frames';
import { notify } from '../../state/notices';
import { play, seek, usePlayback } from '../../state/playback';
import { cuesOfTrack } from '../../state/selectors';
import { selectCue, useSession } from '../../state/session';

export interface TapState {
  /** The cues to time, in order; null while the mode is off. */
  readonly queue: readonly Id[] | null;
  /** How many of them are done: the index of the armed one. */
  readonly at: number;
  /** Where the key went down; null while it is up. */
  readonly heldFromMs: number | null;
}

const OFF: TapState = { queue: null, at: 0, heldFromMs: null };

export const useTap = create<TapState>()(() => OFF);

/** Shorter is a slip of the finger. */
const LEAST_MS = 120;
/** After taking one back, playing goes on from this long before it. */
const AGAIN_MS = 1500;

const { getState: get, setState: set } = useTap;

/** Turns the mode on, from the selected cue on (else from the first), or off. A transcript without subtitles gives rough ones first. */
export function toggleTap(): void {
  if (get().queue) return set(OFF);
  if (!usePlayback.getState().ready) return notify('info', t('tap.needsMedia'));
  if (useDocument.getState().project.cues.length === 0) run(makeRoughCues, { newId });
  const { activeTrackId, anchorCueId } = useSession.getState();
  const ids = cuesOfTrack(useDocument.getState().project, activeTrackId).map(({ id }) => id);
  const from = Math.max(
    0,
    ids.findIndex((id) => id === anchorCueId),
  );
  if (ids.length === 0) return;
  set({ queue: ids.slice(from), at: 0, heldFromMs: null });
  arm();
}

/** Key down: the armed line begins here. Starts the film where it stands. */
export function holdTap(): void {
  const { queue, at, heldFromMs } = get();
  if (!queue || heldFromMs !== null || at >= queue.length) return;
  if (!usePlayback.getState().playing) play();
  set({ heldFromMs: edgeAt(usePlayback.getState().playheadMs) });
}

/** Key up: it ends here, as one step to undo, and the next line is armed. */
export function releaseTap(): void {
  const { queue, at, heldFromMs } = get();
  const id = queue?.[at];
  if (!queue || id === undefined || heldFromMs === null) return;
  set({ heldFromMs: null });
  const endMs = nearestEdge(usePlayback.getState().playheadMs);
  if (endMs - heldFromMs < LEAST_MS) return announce(t('tap.tooShort'));
  // A cue deleted meanwhile is passed over.
  const known = new Set(useDocument.getState().project.cues.map((cue) => cue.id));
  const waiting = queue.slice(at + 1).filter((other) => known.has(other));
  if (known.has(id)) run(tapCue, { id, startMs: heldFromMs, endMs, waiting });
  set({ at: at + 1 });
  arm();
}

/** Takes the last line back and plays again from a little before it. */
export function takeBack(): void {
  const { queue, at } = get();
  const id = queue?.[at - 1];
  if (!queue || id === undefined) return;
  const cue = useDocument.getState().project.cues.find((other) => other.id === id);
  undo();
  set({ at: at - 1, heldFromMs: null });
  if (cue) seek(Math.max(0, cue.startMs - AGAIN_MS));
  arm();
}

function arm(): void {
  const { queue, at } = get();
  const id = queue?.[at];
  if (id !== undefined) selectCue(id);
  else if (queue) announce(t('tap.done'));
}

// Another project, or another track: the queue means nothing there.
useDocument.subscribe((state, before) => {
  if (state.session !== before.session) set(OFF);
});
useSession.subscribe((state, before) => {
  if (state.activeTrackId !== before.activeTrackId && get().at > 0) set(OFF);
});
