import { followPlayhead } from '../../state/playback';
import { useDocument } from '../../state/document';
import { timedWords } from '../../state/selectors';
import { wordAt } from './model';

/** Gaps between words up to this keep the last word lit: the light would flicker otherwise. */
const BRIDGE_MS = 250;
const NOW = 'word--now';

export interface Highlight {
  /** Lights the word again after the list drew other paragraphs. */
  refresh(): void;
  end(): void;
}

/**
 * Keeps the word being spoken lit inside `list`, by moving one class from word to word: React renders nothing for it.
 * `reached` is called with each word that is lit newly.
 */
export function highlightWords(list: HTMLElement, reached: (wordId: string) => void): Highlight {
  let current: string | null = null;
  const show = () => {
    for (const lit of list.querySelectorAll(`.${NOW}`))
      if (lit.getAttribute('data-word') !== current) lit.classList.remove(NOW);
    if (current !== null) list.querySelector(`[data-word="${current}"]`)?.classList.add(NOW);
  };
  const stop = followPlayhead((ms) => {
    const words = timedWords(useDocument.getState().project);
    const next = words[wordAt(words, ms, BRIDGE_MS)]?.id ?? null;
    if (next === current) return;
    current = next;
    show();
    if (next !== null) reached(next);
  });
  return { refresh: show, end: stop };
}
