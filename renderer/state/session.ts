/** What the person is looking at: never saved in the project, never undone. */
import { create } from 'zustand';
import type { Id } from '../../shared/domain/common';

/** A part of a dialog that it can be opened at: the translation program in the settings. */
export type DialogPart = 'translator';

/** Dialogs the shell can show; one at a time. */
export type DialogName =
  | 'palette'
  | 'help'
  | 'settings'
  | 'export'
  | 'import-transcript'
  | 'new-project'
  | 'retime'
  | 'project-details'
  | 'operation'
  | 'keys'
  | 'find'
  | 'history'
  | 'moved-cues'
  | 'add-paragraph'
  | 'fix-findings'
  | 'make-packet'
  | 'merge-reviews'
  | 'settle-suggestion'
  | 'write-comment'
  | 'versions'
  | 'compare-versions'
  | 'add-language'
  | 'place-translation'
  | 'machine-translation'
  | 'export-memory'
  | 'link-cues'
  | 'spelling'
  | 'markers'
  | 'clip'
  | 'branding'
  | 'names';

/** Panel sizes (share of the space, 0 to 1) and visibility by name. Kept in the settings between runs. */
export type Layout = Readonly<Record<string, number | boolean | string>>;

export interface SessionState {
  readonly screen: 'start' | 'editor';
  readonly activeTrackId: Id | null;
  readonly selectedCueIds: ReadonlySet<Id>;
  /** The cue that a range selection extends from and that keyboard commands act on. */
  readonly anchorCueId: Id | null;
  /** Address for the media element: the footage itself, or its preview proxy where Chromium cannot show the footage. */
  readonly mediaUrl: string | null;
  readonly layout: Layout;
  readonly dialog: DialogName | null;
  /** Where it is to be opened. */
  readonly dialogPart: DialogPart | null;
}

const NONE: ReadonlySet<Id> = new Set();

export const useSession = create<SessionState>()(() => ({
  screen: 'start',
  activeTrackId: null,
  selectedCueIds: NONE,
  anchorCueId: null,
  mediaUrl: null,
  layout: {},
  dialog: null,
  dialogPart: null,
}));

const set = useSession.setState;

/** Back to nothing selected, for another project or none. */
export function resetSession(
  screen: 'start' | 'editor',
  activeTrackId: Id | null,
  mediaUrl: string | null,
): void {
  set({ screen, activeTrackId, mediaUrl, selectedCueIds: NONE, anchorCueId: null, dialog: null });
}

/** Shows another track; the selection belongs to the track and is dropped. */
export function showTrack(activeTrackId: Id | null): void {
  set({ activeTrackId, selectedCueIds: NONE, anchorCueId: null });
}

/** Selects exactly one cue and makes it the anchor; null selects none. */
export function selectCue(id: Id | null): void {
  set({ selectedCueIds: id === null ? NONE : new Set([id]), anchorCueId: id });
}

/** Adds a cue to the selection or takes it out (Ctrl+click). The cue becomes the anchor. */
export function toggleCue(id: Id): void {
  set(({ selectedCueIds }) => {
    const next = new Set(selectedCueIds);
    if (!next.delete(id)) next.add(id);
    return { selectedCueIds: next, anchorCueId: id };
  });
}

/** Selects everything between the anchor and `id` (Shift+click); `orderedIds` are the track's cues as listed. */
export function selectCuesTo(id: Id, orderedIds: readonly Id[]): void {
  set(({ anchorCueId }) => {
    const from = anchorCueId === null ? -1 : orderedIds.indexOf(anchorCueId);
    const to = orderedIds.indexOf(id);
    if (from < 0 || to < 0) return { selectedCueIds: new Set([id]), anchorCueId: id };
    return { selectedCueIds: new Set(orderedIds.slice(Math.min(from, to), Math.max(from, to) + 1)) };
  });
}

/** Selects a set of cues; the first one becomes the anchor. */
export function selectCues(ids: readonly Id[]): void {
  set({ selectedCueIds: new Set(ids), anchorCueId: ids[0] ?? null });
}

/** Sets what the media element plays. */
export function setMediaUrl(mediaUrl: string | null): void {
  set({ mediaUrl });
}

/** Opens a dialog in place of any other, at one of its parts where that is named; null closes it. */
export function showDialog(dialog: DialogName | null, part: DialogPart | null = null): void {
  set({ dialog, dialogPart: part });
}

/** Brings a text into view: it may have been put away or, in a narrow window, stand behind the other one. */
export function showText(panel: 'cues' | 'transcript'): void {
  setLayout('narrow.shown', panel);
  if (useSession.getState().layout[`${panel}.hidden`] === true) setLayout(`${panel}.hidden`, false);
}

/** Remembers one panel's size or visibility. */
export function setLayout(name: string, value: number | boolean | string): void {
  set(({ layout }) => (layout[name] === value ? {} : { layout: { ...layout, [name]: value } }));
}
