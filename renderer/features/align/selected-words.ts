import type { Paragraph, Word } from '../../../shared/domain/transcript';
import { useDocument } from '../../state/document';
import { usePlayback } from '../../state/playback';
import { cueById } from '../../state/selectors';
import { useSession } from '../../state/session';
import { usePlaces } from '../transcript/index';

/** The words the person has selected, in order: marked in the transcript, else those of the selected cues; null for none. */
export function selectedWords(): readonly Word[] | null {
  const { project } = useDocument.getState();
  const marked = markedWordIds();
  const ids = new Set(
    marked.length > 0
      ? marked
      : [...useSession.getState().selectedCueIds].flatMap((id) => cueById(project, id)?.wordIds ?? []),
  );
  if (ids.size === 0) return null;
  const words = project.paragraphs.flatMap((paragraph) => paragraph.words.filter(({ id }) => ids.has(id)));
  return words.length > 0 ? words : null;
}

/** Ids of the words touched by the text selection, if that is in the transcript. */
function markedWordIds(): string[] {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return [];
  const list = document.querySelector('.transcript__list');
  const range = selection.getRangeAt(0);
  if (!list || !range.intersectsNode(list)) return [];
  return [...list.querySelectorAll('[data-word]')].flatMap((element) =>
    range.intersectsNode(element) ? (element.getAttribute('data-word') ?? []) : [],
  );
}

/** The paragraph the person is at: the one last gone to in the transcript, else the one spoken at the playhead. */
export function currentParagraph(): Paragraph | null {
  const { paragraphs } = useDocument.getState().project;
  const { focusedId } = usePlaces.getState();
  const focused = paragraphs.find(({ id }) => id === focusedId);
  if (focused) return focused;
  const { playheadMs } = usePlayback.getState();
  const begun = paragraphs.findLast(({ words }) =>
    words.some(({ startMs }) => startMs !== null && startMs <= playheadMs),
  );
  return begun ?? paragraphs[0] ?? null;
}
