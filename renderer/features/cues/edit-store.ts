/** Which cell of the list is being typed in. */
import { create } from 'zustand';
import type { Id } from '../../../shared/domain/common';
import { canEdit } from '../../state/document';
import { selectCue, showText } from '../../state/session';

export type CuePart = 'text' | 'start' | 'end';

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

/** How to ask the open text for the place of its caret; null while none is open. */
let caret: (() => number) | null = null;

/** For the text editor only: lends its caret to `caretIn`; returns what takes it back. */
export function lendCaret(ask: () => number): () => void {
  caret = ask;
  return () => {
    if (caret === ask) caret = null;
  };
}

/** Place of the caret (UTF-16 units) where this cue's text is open; null otherwise. */
export function caretIn(cueId: Id): number | null {
  const { cueId: edited, part } = useCueEdit.getState();
  return caret !== null && edited === cueId && part === 'text' ? caret() : null;
}
