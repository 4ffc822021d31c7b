import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
} from 'react';
import type { Paragraph } from '../../../shared/domain/transcript';
import { directionOf } from '../../../shared/text/direction';
import { useMessages } from '../../app/messages';
import { useDocument } from '../../state/document';
import { seek, usePlayback } from '../../state/playback';
import { speakerById } from '../../state/selectors';
import { formatClock } from '../../state/timecode';
import { useKeptRow } from '../../ui/kept-row';
import { useMayFollow } from '../cues/index';
import { highlightWords, type Highlight } from './highlight';
import { doubtsIn, seekTimeOf, startOfParagraph } from './model';
import { ParagraphView } from './paragraph-view';
import { editParagraph, focusParagraph, stopEditingParagraph, usePlaces } from './places';

/** Rough height of a paragraph of some 60 words; each is measured once shown. */
const PARAGRAPH_PX = 140;

/** Every paragraph, only those in view drawn. Arrow keys go from one to the next, Enter edits, a click on a word seeks. */
export function ParagraphList() {
  const t = useMessages();
  const scroller = useRef<HTMLDivElement>(null);
  // Not the whole project: a drag of a cue makes sixty of them a second, and none concerns this list.
  const paragraphs = useDocument((state) => state.project.paragraphs);
  const speakers = useDocument((state) => state.project.speakers);
  const projectLanguage = useDocument((state) => state.project.meta.language);
  const keyOf = useCallback((n: number) => paragraphs[n]?.id ?? n, [paragraphs]);
  const editedId = usePlaces((state) => state.editedId);
  const shown = usePlaces((state) => state.shown);
  const [focused, setFocused] = useState(0);
  const mayFollow = useMayFollow(scroller);
  const editedRow =
    editedId === null ? undefined : paragraphs.findIndex((paragraph) => paragraph.id === editedId);

  // eslint-disable-next-line react-hooks/incompatible-library -- its functions stay inside this component
  const list = useVirtualizer({
    count: paragraphs.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => PARAGRAPH_PX,
    overscan: 3,
    getItemKey: keyOf,
    rangeExtractor: useKeptRow(editedRow),
  });

  const highlight = useFollowedWord(scroller, (wordId) => {
    if (!usePlayback.getState().playing || !mayFollow()) return;
    const index = indexOfWord(useDocument.getState().project.paragraphs, wordId);
    revealWord(scroller.current, wordId, () => list.scrollToIndex(index, { align: 'auto' }));
  });
  useLayoutEffect(() => highlight.current?.refresh());

  useEffect(() => {
    if (!shown) return;
    revealWord(scroller.current, shown.wordId, () => list.scrollToIndex(shown.paragraph, { align: 'start' }));
    // Only a new wish scrolls, not a new list.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [shown]);

  const leave = useCallback(() => {
    stopEditingParagraph();
    scroller.current?.querySelector<HTMLElement>('.paragraph[tabindex="0"]')?.focus({ preventScroll: true });
  }, []);

  const goTo = (index: number) => {
    const paragraph = paragraphs[index];
    if (!paragraph) return;
    setFocused(index);
    focusParagraph(paragraph.id);
    list.scrollToIndex(index, { align: 'auto' });
    // The paragraph may have to be drawn first.
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus(),
    );
    const startMs = startOfParagraph(paragraph);
    if (startMs !== null) seek(startMs, 'after');
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (!isParagraph(event.target) || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey)
      return;
    const moves: Partial<Record<string, () => void>> = {
      ArrowDown: () => goTo(Math.min(paragraphs.length - 1, focused + 1)),
      ArrowUp: () => goTo(Math.max(0, focused - 1)),
      Home: () => goTo(0),
      End: () => goTo(paragraphs.length - 1),
      Enter: () => editParagraph(paragraphs[focused]?.id ?? ''),
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  };

  const onClick = (event: MouseEvent) => {
    const wordId = attributeAbove(event.target, 'data-word');
    const index = Number(attributeAbove(event.target, 'data-index') ?? -1);
    const paragraph = paragraphs[index];
    if (!paragraph) return;
    const { words } = paragraph;
    setFocused(index);
    focusParagraph(paragraph.id);
    const ms = wordId === null ? null : seekTimeOf(words, wordId);
    if (ms !== null) seek(ms, 'after');
  };

  const onDoubleClick = (event: MouseEvent) => {
    const paragraph = paragraphs[Number(attributeAbove(event.target, 'data-index') ?? -1)];
    if (!paragraph || event.target instanceof HTMLTextAreaElement) return;
    window.getSelection()?.removeAllRanges();
    editParagraph(paragraph.id);
  };

  return (
    <div className="transcript__scroller" ref={scroller}>
      <div
        className="transcript__list"
        role="list"
        aria-label={t('words.title')}
        style={{ blockSize: list.getTotalSize() }}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onDoubleClick={onDoubleClick}
      >
        {list.getVirtualItems().map((item) => {
          const paragraph = paragraphs[item.index];
          if (!paragraph) return null;
          const speaker = speakerById({ speakers }, paragraph.speakerId);
          const startMs = startOfParagraph(paragraph);
          return (
            <div
              key={item.key}
              ref={list.measureElement}
              data-index={item.index}
              data-keys="app"
              data-work
              role="listitem"
              tabIndex={item.index === Math.min(focused, paragraphs.length - 1) ? 0 : -1}
              aria-label={t('words.paragraph', {
                speaker: speaker?.name ?? t('words.unknownSpeaker'),
                time: startMs === null ? t('words.noTime') : formatClock(startMs),
                ...doubtsIn(paragraph),
              })}
              aria-setsize={paragraphs.length}
              aria-posinset={item.index + 1}
              className="paragraph"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <ParagraphView
                paragraph={paragraph}
                speaker={speaker}
                language={projectLanguage}
                direction={directionOf(paragraph.language ?? projectLanguage)}
                isEditing={editedId === paragraph.id}
                leave={leave}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Keeps the spoken word lit and tells of each new one. */
function useFollowedWord(
  list: RefObject<HTMLElement | null>,
  reached: (wordId: string) => void,
): RefObject<Highlight | null> {
  const highlight = useRef<Highlight | null>(null);
  const latest = useRef(reached);
  useEffect(() => {
    latest.current = reached;
  });
  useEffect(() => {
    if (!list.current) return undefined;
    const lit = highlightWords(list.current, (wordId) => latest.current(wordId));
    highlight.current = lit;
    return () => {
      highlight.current = null;
      lit.end();
    };
  }, [list]);
  return highlight;
}

/** Scrolls a word into view where it is drawn, else `scroll`s to its paragraph first. */
function revealWord(list: HTMLElement | null, wordId: string, scroll: () => void): void {
  const find = () => list?.querySelector(`[data-word="${wordId}"]`) ?? null;
  if (!find()) scroll();
  requestAnimationFrame(() => find()?.scrollIntoView({ block: 'nearest' }));
}

function indexOfWord(paragraphs: readonly Paragraph[], wordId: string): number {
  return paragraphs.findIndex(({ words }) => words.some(({ id }) => id === wordId));
}

function isParagraph(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.classList.contains('paragraph');
}

function attributeAbove(target: EventTarget, name: string): string | null {
  return target instanceof Element ? (target.closest(`[${name}]`)?.getAttribute(name) ?? null) : null;
}
