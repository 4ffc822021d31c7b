import { useCallback, useEffect, useRef } from 'react';
import type { Edit } from '../../../shared/edits/edit';
import {
  beginGesture,
  cancelGesture,
  commitGesture,
  previewGesture,
  useDocument,
} from '../../state/document';
import { lendTyped } from '../../state/typed';

export interface TextGesture<Args> {
  /** Shows what is typed everywhere (preview, timeline) at most once a frame; nothing is recorded yet. */
  readonly type: (args: Args) => void;
  /** Records everything typed as one undo step. */
  commit(): void;
  /** As if nothing had been typed. */
  revert(): void;
}

/**
 * Typing as a gesture of the document: the letters are the field's own state at once, the rest of the screen follows on the
 * next frame, and the journal gets one step at the end. Leaving the screen commits.
 */
export function useTextGesture<Args>(edit: Edit<Args>): TextGesture<Args> {
  const waiting = useRef<{ readonly args: Args; readonly frame: number } | null>(null);
  const isOwn = useRef(false);

  const flush = useCallback(() => {
    const { current } = waiting;
    if (!current) return;
    cancelAnimationFrame(current.frame);
    waiting.current = null;
    // Some other command may have committed what was typed so far; what comes now is then a step of its own.
    if (useDocument.getState().gesture === null && !beginGesture()) return;
    isOwn.current = true;
    previewGesture(edit, current.args);
  }, [edit]);

  const commit = useCallback(() => {
    flush();
    if (isOwn.current) commitGesture();
    isOwn.current = false;
  }, [flush]);

  const revert = useCallback(() => {
    if (waiting.current) cancelAnimationFrame(waiting.current.frame);
    waiting.current = null;
    if (isOwn.current) cancelGesture();
    isOwn.current = false;
  }, []);

  const type = useCallback(
    (args: Args) => {
      if (waiting.current) cancelAnimationFrame(waiting.current.frame);
      waiting.current = { args, frame: requestAnimationFrame(flush) };
    },
    [flush],
  );

  useEffect(() => {
    const takeBack = lendTyped(commit);
    return () => {
      takeBack();
      commit();
    };
  }, [commit]);
  return { type, commit, revert };
}
