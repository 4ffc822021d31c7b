/** Which paragraph the panel is asked to show or to open for typing. */
import { create } from 'zustand';
import { canEdit, useDocument } from '../../state/document';
import { seek, usePlayback } from '../../state/playback';
import { showText } from '../../state/session';
import type { WordState } from '../../../shared/transcript/word-state';
import { nextInState, seekTimeOf, startOfParagraph, type WordPlace } from './model';

interface Places {
  /** A word to bring into view; a new object each time, so that the same word can be asked for again. */
  readonly shown: WordPlace | null;
  /** The paragraph being typed. */
  readonly editedId: string | null;
  /** The paragraph last gone to. */
  readonly focusedId: string | null;
}

export const usePlaces = create<Places>()(() => ({ shown: null, editedId: null, focusedId: null }));

/** Opens a paragraph for typing. Does nothing in a read-only project. */
export function editParagraph(editedId: string): void {
  if (canEdit()) usePlaces.setState({ editedId });
}

/** Closes the paragraph being typed. */
export function stopEditingParagraph(): void {
  usePlaces.setState({ editedId: null });
}

/** Shows the next word that needs a look, and goes to where it should be heard. */
export function showNextWord(state: WordState): void {
  const { paragraphs } = useDocument.getState().project;
  const place = nextInState(paragraphs, state, usePlaces.getState().shown?.wordId ?? null);
  if (!place) return;
  showText('transcript');
  usePlaces.setState({ shown: { ...place } });
  const ms = seekTimeOf(paragraphs[place.paragraph]?.words ?? [], place.wordId);
  if (ms !== null) seek(ms, 'after');
}

/** Opens the paragraph being spoken at the playhead: the last one to begin before it. */
export function editParagraphAtPlayhead(): void {
  const { playheadMs } = usePlayback.getState();
  const { paragraphs } = useDocument.getState().project;
  const begun = paragraphs.findLast((paragraph) => {
    const startMs = startOfParagraph(paragraph);
    return startMs !== null && startMs <= playheadMs;
  });
  const paragraph = begun ?? paragraphs[0];
  const word = paragraph?.words[0];
  if (!paragraph || !word) return;
  showText('transcript');
  usePlaces.setState({ shown: { paragraph: paragraphs.indexOf(paragraph), wordId: word.id } });
  editParagraph(paragraph.id);
}

/** Remembers the paragraph the person has gone to. */
export function focusParagraph(focusedId: string): void {
  usePlaces.setState({ focusedId });
}

/** Brings a word into view. */
export function showWord(paragraph: number, wordId: string): void {
  showText('transcript');
  usePlaces.setState({ shown: { paragraph, wordId } });
}
