import { create } from 'zustand';
import type { Project } from '../../../shared/domain/project';
import { useSession } from '../../state/session';

/** Words or subtitles that a clip was asked for; kept while its dialog is open, for a dialog takes the selection away. */
export const useClipChoice = create<{ readonly ids: ReadonlySet<string> }>()(() => ({ ids: new Set() }));

/** Remembers what is selected now: words in the transcript, else subtitles with the words they show. */
export function rememberSelection(project: Project): void {
  const words = selectedWords();
  useClipChoice.setState({ ids: words.size > 0 ? words : selectedCues(project) });
}

function selectedWords(): Set<string> {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return new Set();
  const range = selection.getRangeAt(0);
  const root = range.commonAncestorContainer;
  const within = root instanceof Element ? root : root.parentElement;
  const words = [...(within?.querySelectorAll('[data-word]') ?? [])].filter((word) =>
    range.intersectsNode(word),
  );
  return new Set(words.flatMap((word) => word.getAttribute('data-word') ?? []));
}

function selectedCues({ cues }: Project): Set<string> {
  const { selectedCueIds } = useSession.getState();
  return new Set(
    cues.filter(({ id }) => selectedCueIds.has(id)).flatMap(({ id, wordIds }) => [id, ...wordIds]),
  );
}
