/** Two fingers on the timeline: the times under them stay under them. */
import { createScope } from '../../platform/scope';
import { CLOSEST_MS_PER_PX, clampView, msAt, type View } from './geometry';
import { currentDuration, setView, useTimelineView } from './view-store';

/** Fingers nearer than this cannot be told from one that trembles. */
const LEAST_PX = 16;

interface Fingers {
  readonly a: number;
  readonly b: number;
}

/** The view in which the times that were under two fingers lie under where they are now. Pixels from the left edge. */
export function pinchedView(view: View, from: Fingers, to: Fingers, durationMs: number): View {
  const [leftMs, rightMs] = [msAt(view, Math.min(from.a, from.b)), msAt(view, Math.max(from.a, from.b))];
  const [left, right] = [Math.min(to.a, to.b), Math.max(to.a, to.b)];
  const msPerPx = Math.max(CLOSEST_MS_PER_PX, (rightMs - leftMs) / Math.max(LEAST_PX, right - left));
  const zoomed = clampView({ ...view, msPerPx }, durationMs);
  return clampView(
    { ...zoomed, startMs: (leftMs + rightMs) / 2 - ((left + right) / 2) * zoomed.msPerPx },
    durationMs,
  );
}

/**
 * Watches for a second finger on the canvas; `began` is called when it comes, to let go of what one finger was doing. While two
 * are down, `isPinching` says so. Returns both it and what stops it. (Track pads pinch with the wheel and Ctrl.)
 */
export function followPinch(
  canvas: HTMLElement,
  began: () => void,
): { readonly isPinching: () => boolean; readonly stop: () => void } {
  const scope = createScope();
  const down = new Map<number, number>();
  let start: { readonly view: View; readonly fingers: Fingers } | null = null;
  const fingers = (): Fingers | null => {
    const [a, b] = down.values();
    return a === undefined || b === undefined ? null : { a, b };
  };
  const xOfEvent = (event: PointerEvent) => event.clientX - canvas.getBoundingClientRect().left;
  scope.listen(canvas, 'pointerdown', (event) => {
    if (event.pointerType !== 'touch') return;
    down.set(event.pointerId, xOfEvent(event));
    const both = fingers();
    if (!both || down.size !== 2) return;
    began();
    start = { view: useTimelineView.getState().view, fingers: both };
  });
  scope.listen(canvas, 'pointermove', (event) => {
    if (!down.has(event.pointerId)) return;
    down.set(event.pointerId, xOfEvent(event));
    const both = fingers();
    if (start && both) setView(pinchedView(start.view, start.fingers, both, currentDuration()));
  });
  const lifted = (event: PointerEvent) => {
    down.delete(event.pointerId);
    if (down.size === 0) start = null;
  };
  scope.listen(canvas, 'pointerup', lifted);
  scope.listen(canvas, 'pointercancel', lifted);
  return { isPinching: () => start !== null, stop: () => scope.end() };
}
