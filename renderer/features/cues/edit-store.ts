/** Which cell of the list is being typed in. */
import { create } from 'zustand';
import type { Id } from '../../../shared/domain/common';
import type { HardBreaks } from '../../../shared/text/hard-breaks';
import type { Selected } from '../../../shared/text/italics';
import { canEdit } from '../../state/document';
import { selectCue, showText, useSession } from '../../state/session';

/** `source`: the text of the source cue that stands beside a translation. */
export type CuePart = 'text' | 'start' | 'end' | 'source';

interface EditState {
  readonly cueId: Id | null;
  readonly part: CuePart;
}

const NONE: EditState = { cueId: null, part: 'text' };

export const useCueEdit = create<EditState>()(() => NONE);

/** Selects a cue and opens its text for typing. Does nothing in a read-only project. */
export function editCueText(cueId: Id): void {
  editCue(cueId, 'text');
}

/** Selects a cue and opens one of its cells. */
export function editCue(cueId: Id, part: CuePart): void {
  if (!canEdit()) return;
  selectCue(cueId);
  showText('cues');
  useCueEdit.setState({ cueId, part });
}

/** Closes the open cell; what was typed must be recorded before. */
export function stopEditing(): void {
  useCueEdit.setState(NONE);
}

/** A text while it is typed: where its caret or selection is, and which of its breaks are hard. */
export interface Typed extends Selected {
  readonly hardBreaks: HardBreaks;
}

/** The open text, as it stands in its field. */
export interface OpenText {
  selected(): Typed;
  /** Puts another text in its place, as if it had been typed. */
  change(next: Selected): void;
  /** Breaks the line at the caret for good, or makes the break beside it hard or soft. */
  breakHard(): void;
}

let open: OpenText | null = null;

/** Where the caret stood in a text that the palette took the focus from, for the command chosen there. */
let parked: { readonly cueId: Id; readonly caret: number } | null = null;

/** For the text editor only: lends its field to the commands; returns what takes it back. */
export function lendText(text: OpenText): () => void {
  open = text;
  return () => {
    if (open === text) open = null;
  };
}

/** For the text editor only: the field is being left. Where for the palette, its caret is remembered until a command has run. */
export function parkCaret(cueId: Id, caret: number): void {
  if (useSession.getState().dialog !== 'palette') return;
  parked = { cueId, caret };
  const stop = useSession.subscribe(({ dialog }) => {
    if (dialog === 'palette') return;
    stop();
    // The palette runs its command a turn after it is closed.
    setTimeout(() => setTimeout(() => (parked = null)));
  });
}

/** Place of the caret in a cue's text, also while the palette has just taken the focus from it; null where it is not open. */
export function splitCaret(cueId: Id): number | null {
  return caretIn(cueId) ?? (parked?.cueId === cueId ? parked.caret : null);
}

/** Place of the caret (UTF-16 units) where this cue's text is open; null otherwise. */
export function caretIn(cueId: Id): number | null {
  const { cueId: edited, part } = useCueEdit.getState();
  return open !== null && edited === cueId && part === 'text' ? open.selected().start : null;
}

/** Place of the caret (UTF-16 units) in the text that is open for typing; null where none is. */
export function openTextCaret(): number | null {
  const { cueId } = useCueEdit.getState();
  return cueId === null ? null : caretIn(cueId);
}

/** Breaks the line being typed for good; false where none is. */
export function breakTypedHard(): boolean {
  open?.breakHard();
  return open !== null;
}

/** Changes the text being typed; false where none is. */
export function changeTyped(change: (selected: Typed) => Selected): boolean {
  if (!open) return false;
  open.change(change(open.selected()));
  return true;
}
