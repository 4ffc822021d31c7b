/** What commands do to the selected cues. Each ends in at most one undo step. */
import type { Id } from '../../../shared/domain/common';
import type { Cue } from '../../../shared/domain/track';
import {
  confirmCues,
  insertCue,
  removeCues,
  setCuePosition,
  setCueTimes,
  shiftCues,
} from '../../../shared/edits/cue';
import { insertFirstCue } from '../../../shared/edits/make-subtitles';
import { nudgeCues } from '../../../shared/edits/cue-frames';
import { mergeCues } from '../../../shared/edits/cue-merge';
import { splitCue } from '../../../shared/edits/cue-split';
import { balanceCues, balancedText, italiciseCues, keepBreaks } from '../../../shared/edits/cue-texts';
import type { Edit } from '../../../shared/edits/edit';
import { profileById, profileFor } from '../../../shared/profiles/profiles';
import { toggleItalicIn } from '../../../shared/text/italics';
import { announce } from '../../app/announcer';
import { t } from '../../app/messages';
import { newId } from '../../platform/new-id';
import { commitGesture, run, useDocument } from '../../state/document';
import { edgeAt, trueFrames } from '../../state/frames';
import { notify } from '../../state/notices';
import { playRange, seek, usePlayback } from '../../state/playback';
import { cueById, cuesOfTrack, trackById } from '../../state/selectors';
import { selectCue, selectCues, useSession } from '../../state/session';
import { splitCaret, breakTypedHard, changeTyped, editCueText, stopEditing, useCueEdit } from './edit-store';
import { roomAt } from './model';

/** Cues of the track shown, by time. */
export function shownCues(): readonly Cue[] {
  return cuesOfTrack(useDocument.getState().project, useSession.getState().activeTrackId);
}

/** The cue that commands act on: the anchor of the selection. */
export function anchorCue(): Cue | null {
  return cueById(useDocument.getState().project, useSession.getState().anchorCueId);
}

/** The selected cues of the track shown, by time. */
export function selectedCues(): readonly Cue[] {
  const { selectedCueIds } = useSession.getState();
  return selectedCueIds.size === 0 ? [] : shownCues().filter(({ id }) => selectedCueIds.has(id));
}

/** The cue before (-1) or after (1) the selected one, or the one nearest to the playhead where none is selected. */
export function neighbour(offset: 1 | -1): Cue | null {
  const cues = shownCues();
  const at = cues.findIndex(({ id }) => id === useSession.getState().anchorCueId);
  if (at >= 0) return cues[at + offset] ?? null;
  const { playheadMs } = usePlayback.getState();
  return cues.find((cue) => cue.endMs > playheadMs) ?? cues.at(-1) ?? null;
}

/** Selects a cue and shows its first picture. */
export function goToCue(cue: Cue): void {
  selectCue(cue.id);
  seek(cue.startMs, 'after');
}

/** Goes to the next or previous cue; where a text is open for typing, the other one's is opened. */
export function goToNeighbour(offset: 1 | -1): void {
  const isEditing = useCueEdit.getState().cueId !== null;
  const cue = neighbour(offset);
  if (!cue) return;
  goToCue(cue);
  if (isEditing) editCueText(cue.id);
}

/** Nearer to an end of a cue than this, a place is the end itself: a part so short could not be read. */
const LEAST_PART_MS = 100;

/** Splits the selected cue: at the caret where its text is being typed, else at the playhead where that lies inside. */
export function splitSelected(): void {
  const cue = anchorCue();
  if (!cue) return;
  const { playheadMs } = usePlayback.getState();
  const offset = splitCaret(cue.id);
  commitGesture();
  const isInside = playheadMs >= cue.startMs + LEAST_PART_MS && playheadMs <= cue.endMs - LEAST_PART_MS;
  if (offset === null && !isInside) return notify('info', t('cues.splitWhere'));
  const id = newId();
  run(splitCue, { newId: () => id, id: cue.id, offset, atMs: offset === null ? playheadMs : null });
  stopEditing();
  selectCue(id);
  announce(t('cues.splitDone'));
}

/** Joins the selected cues, or the selected one with the next. */
export function mergeSelected(): void {
  commitGesture();
  const selected = selectedCues();
  const next = neighbour(1);
  const cues = selected.length === 1 && next ? [...selected, next] : selected;
  const [first] = cues;
  if (!first || cues.length < 2) return;
  const all = shownCues();
  const from = all.indexOf(first);
  if (cues.some((cue, n) => all[from + n] !== cue)) return notify('info', t('cues.mergeWhich'));
  run(mergeCues, { ids: cues.map(({ id }) => id) });
  stopEditing();
  selectCue(first.id);
  announce(t('cues.mergeDone', { count: cues.length }));
}

/** Deletes the selected cues and selects what comes after them. */
export function removeSelected(): void {
  const cues = selectedCues();
  const last = cues.at(-1);
  if (!last) return;
  const all = shownCues();
  const next = all[all.indexOf(last) + 1] ?? all[all.indexOf(cues[0] ?? last) - 1] ?? null;
  stopEditing();
  run(removeCues, { ids: cues.map(({ id }) => id) });
  selectCue(next?.id ?? null);
  announce(t('cues.removeDone', { count: cues.length }));
}

/** Length of a new cue: two seconds read well and are easily dragged. */
const NEW_CUE_MS = 2000;

/** Adds an empty cue at the playhead, or behind the cue that is there, and opens it for typing. */
export function insertAtPlayhead(): void {
  const { project } = useDocument.getState();
  const track = trackById(project, useSession.getState().activeTrackId);
  const { playheadMs } = usePlayback.getState();
  const profile = profileById(track?.profileId ?? '') ?? profileFor(project.meta.language);
  const room = roomAt(shownCues(), edgeAt(playheadMs), NEW_CUE_MS, profile.minGapMs);
  if (!room) return notify('info', t('cues.noRoom'));
  const id = newId();
  if (track) run(insertCue, { newId: () => id, trackId: track.id, ...room });
  else run(insertFirstCue, { newId, cueId: id, ...room });
  editCueText(id);
}

/** A cue that is shorter may be on no picture at all: cues that begin between two pictures end on the first of them. */
const LEAST_LENGTH_MS = 16;

/** Sets one edge of the selected cue to the picture at the playhead. */
export function setEdge(edge: 'startMs' | 'endMs'): void {
  const cue = anchorCue();
  if (!cue) return;
  const atMs = edgeAt(usePlayback.getState().playheadMs);
  const lengthMs = edge === 'startMs' ? cue.endMs - atMs : atMs - cue.startMs;
  const isPossible = lengthMs >= LEAST_LENGTH_MS;
  if (!isPossible)
    return notify('info', t(edge === 'startMs' ? 'cues.startAfterEnd' : 'cues.endBeforeStart'));
  run(setCueTimes, { id: cue.id, [edge]: atMs });
}

/** Where no picture is known one press moves by this: one of 25 a second. */
const NUDGE_MS = 40;

/** Moves an edge of the selected cue, or (`both`) all selected cues, by one picture. */
export function nudge(part: 'start' | 'end' | 'both', by: 1 | -1): void {
  const cue = anchorCue();
  if (!cue) return;
  const ids = part === 'both' ? idsOf(selectedCues()) : [cue.id];
  const frames = trueFrames();
  const edge = part === 'start' ? 'startMs' : 'endMs';
  if (frames) run(nudgeCues, { ids, part, by, frames });
  else if (part === 'both') run(shiftCues, { ids, deltaMs: by * NUDGE_MS });
  else run(setCueTimes, { id: cue.id, [edge]: Math.max(0, cue[edge] + by * NUDGE_MS) });
}

/** Plays the selected cue once. */
export function playSelected(): void {
  const cue = anchorCue();
  if (cue) playRange(cue.startMs, cue.endMs);
}

/** Takes the stale mark off the selected cues. */
export function confirmSelected(): void {
  run(confirmCues, { ids: idsOf(selectedCues()) });
}

/** Puts the selected cues at the top of the picture, or back to the bottom. */
export function togglePosition(): void {
  const cues = selectedCues();
  const position = cues.some((cue) => cue.position === 'bottom') ? 'top' : 'bottom';
  run(setCuePosition, { ids: idsOf(cues), position });
}

export function selectAll(): void {
  selectCues(idsOf(shownCues()));
}

/** Subtitles have no other order and no other numbers than those by time: whoever looks for a way to put them right is told so. */
export function tellOrder(): void {
  notify('info', t('cues.inOrder', { count: shownCues().length }));
}

/** Selects the selected cue and all after it. */
export function selectFromHere(): void {
  const cues = shownCues();
  const from = cues.findIndex(({ id }) => id === useSession.getState().anchorCueId);
  if (from >= 0) selectCues(idsOf(cues.slice(from)));
}

/** Runs an edit on the selected cues; says so, and returns false, where nothing was to be done. */
export function changeSelected<A>(edit: Edit<A & { ids: readonly string[] }>, args: A): boolean {
  const { timesHeld } = useDocument.getState();
  if (run(edit, { ...args, ids: idsOf(selectedCues()) })) return true;
  // Where the times are the source's, that has been said.
  if (useDocument.getState().timesHeld === timesHeld) notify('info', t('cues.nothingToDo'));
  return false;
}

/** Balances the text being typed, else those of the selected cues. */
export function balanceSelected(): void {
  const { project } = useDocument.getState();
  const track = trackById(project, useSession.getState().activeTrackId);
  if (!track) return;
  const profile = profileById(track.profileId) ?? profileFor(track.language);
  const isTyped = changeTyped(({ end, ...typed }) => {
    const next = balancedText(typed, profile, track.language);
    return { text: next, start: end, end };
  });
  if (!isTyped) changeSelected(balanceCues, {});
}

/** Breaks the line being typed for good; else keeps or frees all line breaks of the selected cues. */
export function keepBreaksOfSelected(): void {
  if (breakTypedHard() || !changeSelected(keepBreaks, {})) return;
  // The mark in a row is small, and other rows may be out of sight.
  const kept = selectedCues().filter(({ hardBreaks = [] }) => hardBreaks.length > 0).length;
  notify('success', kept > 0 ? t('cues.breaksKept', { count: kept }) : t('cues.breaksFreed'));
}

/** Turns italics of the part being typed on or off, else of the selected cues. */
export function italiciseSelected(): void {
  if (!changeTyped(toggleItalicIn)) changeSelected(italiciseCues, {});
}

function idsOf(cues: readonly Cue[]): Id[] {
  return cues.map(({ id }) => id);
}
