/** What part of the film the timeline shows: kept while panels come and go, never saved. */
import { create } from 'zustand';
import type { Project } from '../../../shared/domain/project';
import { useDocument } from '../../state/document';
import { usePlayback } from '../../state/playback';
import { cueById } from '../../state/selectors';
import { useSession } from '../../state/session';
import {
  clampView,
  fitView,
  resizeView,
  reveal,
  viewOfSpan,
  zoomAround,
  panBy,
  xOf,
  type View,
} from './geometry';

/** How much of the film is shown at first: enough words to read, few enough to grab. */
const FIRST_SPAN_MS = 30_000;
/** Length of the timeline of a project without footage or cues. */
const EMPTY_MS = 60_000;
/** Room to add a cue behind the last one where no footage says how long it goes on. */
const ROOM_MS = 10_000;

interface ViewState {
  readonly view: View;
  /** The project the view belongs to; another one starts afresh. */
  readonly projectId: string | null;
}

export const useTimelineView = create<ViewState>()(() => ({
  view: { startMs: 0, msPerPx: 30, widthPx: 0 },
  projectId: null,
}));

const get = useTimelineView.getState;

/** How long the timeline is: the footage, or where there is none, the cues and some room. */
export function timelineDuration(project: Project, mediaMs: number): number {
  if (mediaMs > 0) return mediaMs;
  return Math.max(EMPTY_MS, endOfCues(project.cues) + ROOM_MS);
}

const ends = new WeakMap<Project['cues'], number>();

/** When the last cue ends, looked for once for each version of the cues. */
function endOfCues(cues: Project['cues']): number {
  const known = ends.get(cues) ?? cues.reduce((end, cue) => Math.max(end, cue.endMs), 0);
  ends.set(cues, known);
  return known;
}

/** The open project's timeline length. */
export function currentDuration(): number {
  return timelineDuration(useDocument.getState().project, usePlayback.getState().durationMs);
}

/** Shows this part, brought inside the film. */
export function setView(view: View): void {
  const next = clampView(view, currentDuration());
  const { view: before } = get();
  if (next.startMs === before.startMs && next.msPerPx === before.msPerPx && next.widthPx === before.widthPx)
    return;
  useTimelineView.setState({ view: next });
}

/** Follows the panel's width; for a project not shown before, starts at its beginning. */
export function fitToPanel(widthPx: number): void {
  if (widthPx <= 0) return;
  const { view, projectId } = get();
  const id = useDocument.getState().project.meta.id;
  const durationMs = currentDuration();
  if (projectId === id && view.widthPx > 0) return setView(resizeView(view, widthPx, durationMs));
  const msPerPx = Math.min(FIRST_SPAN_MS, durationMs) / widthPx;
  useTimelineView.setState({ projectId: id, view: clampView({ startMs: 0, msPerPx, widthPx }, durationMs) });
}

/** Zooms around a pixel; by default around the playhead where it is in view, else around the middle. */
export function zoom(factor: number, x?: number): void {
  const { view } = get();
  const playheadX = xOf(view, usePlayback.getState().playheadMs);
  const inView = playheadX >= 0 && playheadX <= view.widthPx;
  setView(zoomAround(view, factor, x ?? (inView ? playheadX : view.widthPx / 2), currentDuration()));
}

/** Scrolls by pixels. */
export function scroll(deltaPx: number): void {
  setView(panBy(get().view, deltaPx, currentDuration()));
}

/** Shows the whole film. */
export function showAll(): void {
  setView(fitView(get().view.widthPx, currentDuration()));
}

/** Shows the selected cues from edge to edge, or zooms to the playhead's neighbourhood when none is selected. */
export function showSelection(): void {
  const { view } = get();
  const { project } = useDocument.getState();
  const { playheadMs } = usePlayback.getState();
  let startMs = Infinity;
  let endMs = -Infinity;
  for (const id of useSession.getState().selectedCueIds) {
    const cue = cueById(project, id);
    if (!cue) continue;
    startMs = Math.min(startMs, cue.startMs);
    endMs = Math.max(endMs, cue.endMs);
  }
  if (endMs < startMs) [startMs, endMs] = [Math.max(0, playheadMs - 2500), playheadMs + 2500];
  setView(viewOfSpan(view.widthPx, startMs, endMs, currentDuration()));
}

/** Brings a time into view if it is not. */
export function showTime(ms: number): void {
  setView(reveal(get().view, ms, currentDuration()));
}
