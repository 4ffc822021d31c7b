import { useRef, useState, type PointerEvent } from 'react';
import type { RedactionBox } from '../../../shared/domain/redaction';
import { useMessages } from '../../app/messages';
import { canEdit, useDocument } from '../../state/document';
import { useSession } from '../../state/session';
import { coverHere, isShownIn } from './actions';
import { CoverHandles } from './cover-handles';
import { pointOf } from './drag';
import { boxBetween, type Point } from './geometry';
import { placeOf } from './place-of';
import { useShownCovers, type ShownCover } from './shown-covers';
import { useRedaction } from './store';
import { SoftCover } from './soft-cover';
import { useRedactedSound } from './use-redacted-sound';
import './redaction.css';

/** Shorter drags than this (share of the picture) are clicks. */
const LEAST_DRAG = 0.01;

/** Covers over the footage, at the very pictures and pixels of an export; with the panel open they are drawn and moved here. */
export function CoverLayer() {
  const { size, covers } = useShownCovers();
  const isShown = useSession((state) => isShownIn(state.layout));
  const isEditable = useDocument(canEdit) && isShown;
  const selectedId = useRedaction((state) => state.selectedId);
  useRedactedSound();
  const selected = covers.find(({ id }) => id === selectedId);
  return (
    <div className="covers">
      {covers.map((cover) => (
        <Cover key={cover.id} cover={cover} size={size} isOutlined={isShown} />
      ))}
      {isEditable && <DrawingArea />}
      {isEditable && selected && <CoverHandles key={selected.id} cover={selected} size={size} />}
    </div>
  );
}

function Cover({
  cover,
  size,
  isOutlined,
}: {
  readonly cover: ShownCover;
  readonly size: { readonly width: number; readonly height: number };
  readonly isOutlined: boolean;
}) {
  const state = `${cover.isCovering ? 'on' : 'off'}${isOutlined ? ' outlined' : ''}`;
  return (
    <div className="cover" data-fill={cover.fill} data-state={state} style={placeOf(cover.box, size)}>
      {cover.fill !== 'solid' && cover.isCovering && (
        <SoftCover box={cover.box} size={size} isSmooth={cover.fill === 'blur'} />
      )}
    </div>
  );
}

/** Takes drags over the picture: a new cover. */
function DrawingArea() {
  const t = useMessages();
  const start = useRef<Point | null>(null);
  const [drawn, setDrawn] = useState<RedactionBox | null>(null);
  const finish = (event: PointerEvent<HTMLDivElement>) => {
    const from = start.current;
    start.current = null;
    setDrawn(null);
    if (!from) return;
    const box = boxBetween(from, pointOf(event));
    if (box.width > LEAST_DRAG && box.height > LEAST_DRAG) coverHere(box);
  };
  return (
    <div
      className="covers__area"
      title={t('redaction.draw')}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = pointOf(event);
      }}
      onPointerMove={(event) => {
        if (start.current) setDrawn(boxBetween(start.current, pointOf(event)));
      }}
      onPointerUp={finish}
      onPointerCancel={() => {
        start.current = null;
        setDrawn(null);
      }}
    >
      {drawn && <div className="cover cover--drawn" style={placeOf(drawn, { width: 1, height: 1 })} />}
    </div>
  );
}
