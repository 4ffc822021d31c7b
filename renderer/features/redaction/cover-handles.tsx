import { useEffect, useRef, type KeyboardEvent } from 'react';
import { boxAt } from '../../../shared/redaction/cover';
import { useMessages } from '../../app/messages';
import { pictureMs, placeHere, removeSelected, select, selectedCover } from './actions';
import { dropDrag, endDrag, moveDrag, startDrag } from './drag';
import { CORNERS, nudged } from './geometry';
import { placeOf } from './place-of';
import type { ShownCover } from './shown-covers';

/** Takes hold of the selected cover: by pointer at its middle or a corner, by arrow keys once it has the focus. */
export function CoverHandles({
  cover,
  size,
}: {
  readonly cover: ShownCover;
  readonly size: { readonly width: number; readonly height: number };
}) {
  const t = useMessages();
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Opened from the list or a field, the focus stays there.
    if (document.activeElement === document.body) element.current?.focus({ preventScroll: true });
  }, []);
  const { x, y, width, height } = cover.box;
  const percent = (part: number, whole: number) => Math.round((part / whole) * 100);
  return (
    <div
      ref={element}
      className="cover-handles"
      role="application"
      tabIndex={0}
      aria-roledescription={t('redaction.cover')}
      aria-label={t('redaction.coverAt', {
        x: percent(x, size.width),
        y: percent(y, size.height),
        width: percent(width, size.width),
        height: percent(height, size.height),
      })}
      style={placeOf(cover.box, size)}
      onKeyDown={onKeyDown}
      onPointerDown={startDrag}
      onPointerMove={moveDrag}
      onPointerUp={endDrag}
      onPointerCancel={dropDrag}
    >
      {CORNERS.map((corner) => (
        <div key={corner} className="cover-handles__corner" data-corner={corner} />
      ))}
    </div>
  );
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey) return;
  if (event.key === 'Escape') {
    if (!dropDrag()) select(null);
  } else if (event.key === 'Delete' || event.key === 'Backspace') removeSelected();
  else {
    const cover = selectedCover();
    const box = cover && nudged(boxAt(cover.keys, pictureMs()), event);
    if (!box) return;
    placeHere(box);
  }
  event.preventDefault();
  event.stopPropagation();
}
