import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState, type KeyboardEvent } from 'react';
import type { LanguageTag } from '../../../../shared/domain/common';
import type { Track } from '../../../../shared/domain/track';
import {
  leaveOut,
  moveWord,
  nextDoubt,
  pushSentence,
  pushWord,
  wordsOfCue,
  type Bench,
} from '../../../../shared/translation/place/bench';
import { plainText } from '../../../../shared/translation/upstream';
import { useMessages } from '../../../app/messages';
import { useDocument } from '../../../state/document';
import { cueById } from '../../../state/selectors';
import { BenchRow } from './bench-row';
import { changeBench, redoBench, undoBench } from './draft';

const ROW_PX = 56;

interface BenchListProps {
  readonly bench: Bench;
  readonly source: Track;
  readonly language: LanguageTag;
}

/** The rows of the bench, one a source cue. Arrow keys walk; with Alt they move words. */
export function BenchList({ bench, source, language }: BenchListProps) {
  const t = useMessages();
  const scroller = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const [dragged, setDragged] = useState<number | null>(null);
  const project = useDocument((state) => state.project);
  const count = bench.cueIds.length;
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions stay inside this component
  const list = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 6,
  });
  const go = (to: number | null) => {
    if (to === null) return;
    const row = Math.min(count - 1, Math.max(0, to));
    setCurrent(row);
    list.scrollToIndex(row, { align: 'auto' });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const action = actionOf(event);
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    if (action.kind === 'go') go(current + action.by);
    else if (action.kind === 'doubt') go(nextDoubt(bench, current, action.step));
    else if (action.kind === 'word') changeBench((now) => pushWord(now, current, action.step));
    else if (action.kind === 'sentence') changeBench((now) => pushSentence(now, current, action.step));
    else if (action.kind === 'undo') undoBench();
    else if (action.kind === 'redo') redoBench();
    else
      changeBench((now) => {
        const word = now.words[wordsOfCue(now, current)[0]];
        return word ? leaveOut(now, word.sentence, !word.isLeftOut) : now;
      });
  };

  return (
    <div className="bench" ref={scroller}>
      <div
        className="bench__grid"
        role="grid"
        tabIndex={0}
        autoFocus
        aria-label={t('place.bench')}
        aria-rowcount={count}
        aria-colcount={3}
        aria-activedescendant={`bench-${current}`}
        onKeyDown={onKeyDown}
      >
        <div role="rowgroup" className="bench__rows" style={{ blockSize: list.getTotalSize() }}>
          {list.getVirtualItems().map((item) => {
            const cue = cueById(project, bench.cueIds[item.index] ?? null);
            return (
              <div
                key={item.key}
                id={`bench-${item.index}`}
                ref={list.measureElement}
                data-index={item.index}
                role="row"
                aria-rowindex={item.index + 1}
                aria-selected={item.index === current}
                className="bench__row"
                style={{ transform: `translateY(${item.start}px)` }}
                onClick={() => setCurrent(item.index)}
                onDragOver={(event) => {
                  if (dragged !== null) event.preventDefault();
                }}
                onDrop={(event) => {
                  event.preventDefault();
                  if (dragged !== null) changeBench((now) => moveWord(now, dragged, item.index));
                  setDragged(null);
                  setCurrent(item.index);
                }}
              >
                <BenchRow
                  bench={bench}
                  cue={item.index}
                  text={plainText(cue?.text ?? '')}
                  source={source}
                  language={language}
                  onDrag={setDragged}
                />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

type Action =
  | { readonly kind: 'go'; readonly by: number }
  | { readonly kind: 'doubt' | 'word' | 'sentence'; readonly step: 1 | -1 }
  | { readonly kind: 'undo' | 'redo' | 'leaveOut' };

/** What a key does on the bench; null for one that is not its own. */
function actionOf({ key, altKey, shiftKey, ctrlKey, metaKey }: KeyboardEvent): Action | null {
  const isMod = ctrlKey || metaKey;
  if (isMod && key.toLowerCase() === 'z') return { kind: shiftKey ? 'redo' : 'undo' };
  if (isMod) return null;
  const step = key === 'ArrowUp' || key === 'PageUp' ? -1 : 1;
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    if (altKey) return { kind: shiftKey ? 'sentence' : 'word', step };
    return { kind: 'go', by: step };
  }
  if (key === 'PageUp' || key === 'PageDown') return { kind: 'go', by: 10 * step };
  if (key === 'F7') return { kind: 'doubt', step: shiftKey ? -1 : 1 };
  return key === 'Delete' ? { kind: 'leaveOut' } : null;
}
