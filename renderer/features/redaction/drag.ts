/** A cover under a hand: previews while it moves, one step when it is let go, none on Escape. */
import type { PointerEvent } from 'react';
import type { RedactionBox } from '../../../shared/domain/redaction';
import { placeCover } from '../../../shared/edits/redaction';
import { boxAt } from '../../../shared/redaction/cover';
import { beginGesture, cancelGesture, commitGesture, previewGesture } from '../../state/document';
import { pictureMs, selectedCover } from './actions';
import { CORNERS, dragged, type Grip, type Point } from './geometry';

interface Drag {
  readonly grip: Grip;
  readonly from: Point;
  readonly box: RedactionBox;
  readonly id: string;
  readonly atMs: number;
}

/** There is one hand. */
let drag: Drag | null = null;

/** Where a pointer is on the picture that holds the element, as shares of it. */
export function pointOf(event: PointerEvent<HTMLElement>): Point {
  const box = event.currentTarget.closest('.covers')?.getBoundingClientRect();
  if (!box) return { x: 0, y: 0 };
  return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
}

/** Takes hold of the selected cover, by the corner that was hit or by its middle. */
export function startDrag(event: PointerEvent<HTMLElement>): void {
  const cover = selectedCover();
  if (!cover || !beginGesture()) return;
  event.currentTarget.setPointerCapture(event.pointerId);
  const corner = event.target instanceof HTMLElement ? event.target.dataset.corner : undefined;
  const grip = CORNERS.find((one) => one === corner) ?? 'all';
  const atMs = pictureMs();
  drag = { grip, from: pointOf(event), box: boxAt(cover.keys, atMs), id: cover.id, atMs };
}

/** Shows the cover where the hand has it. */
export function moveDrag(event: PointerEvent<HTMLElement>): void {
  if (!drag) return;
  const { grip, from, box, id, atMs } = drag;
  const to = pointOf(event);
  previewGesture(placeCover, { id, atMs, box: dragged(box, grip, { x: to.x - from.x, y: to.y - from.y }) });
}

/** Lets go: one step. */
export function endDrag(): void {
  if (!drag) return;
  drag = null;
  commitGesture();
}

/** Puts the cover back where it was; whether one was held. */
export function dropDrag(): boolean {
  if (!drag) return false;
  drag = null;
  cancelGesture();
  return true;
}
