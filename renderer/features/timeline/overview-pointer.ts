/** Hand and keys on the strip of the whole film. */
import { createScope } from '../../platform/scope';
import { seek } from '../../state/playback';
import { endOf, fitView, msAt, xOf, type View } from './geometry';
import { currentDuration, scroll, setView, showAll, useTimelineView, zoom } from './view-store';

/** Half the width of the strip in which the window's edge can be taken. */
const EDGE_PX = 6;
/** A window narrower than this can only be moved. */
const LEAST_EDGES_PX = 24;
/** Share of the view that an arrow key moves by, and a page key. */
const NUDGE = 0.1;
const PAGE = 0.8;
const ZOOM = 1.5;

type Grip = { readonly part: 'body'; readonly grabMs: number } | { readonly part: 'start' | 'end' };

/** What a press at a pixel of the strip takes of the window; outside, the window comes there and its middle is taken. */
export function gripAt(whole: View, view: View, x: number): Grip {
  const [left, right] = [xOf(whole, view.startMs), xOf(whole, endOf(view))];
  if (right - left >= LEAST_EDGES_PX) {
    if (Math.abs(x - left) <= EDGE_PX) return { part: 'start' };
    if (Math.abs(x - right) <= EDGE_PX) return { part: 'end' };
  }
  const ms = msAt(whole, x);
  const isInside = x >= left && x <= right;
  return { part: 'body', grabMs: isInside ? ms - view.startMs : (endOf(view) - view.startMs) / 2 };
}

/** The view once what was taken is at a time. */
export function draggedView(view: View, grip: Grip, ms: number): View {
  if (grip.part === 'body') return { ...view, startMs: ms - grip.grabMs };
  const startMs = grip.part === 'start' ? Math.min(ms, endOf(view) - 1) : view.startMs;
  const endMs = grip.part === 'end' ? Math.max(ms, view.startMs + 1) : endOf(view);
  return { ...view, startMs, msPerPx: (endMs - startMs) / view.widthPx };
}

/** Dragging the window scrolls, its edges zoom, a press elsewhere brings it there, two move the playhead. */
export function followOverview(strip: HTMLElement, shown: HTMLElement): () => void {
  const scope = createScope();
  const x = (event: MouseEvent) => event.clientX - strip.getBoundingClientRect().left;
  const whole = () => fitView(strip.clientWidth, currentDuration());
  let grip: Grip | null = null;

  scope.listen(strip, 'pointerdown', (event) => {
    if (event.button !== 0) return;
    strip.setPointerCapture(event.pointerId);
    const { view } = useTimelineView.getState();
    grip = gripAt(whole(), view, x(event));
    setView(draggedView(view, grip, msAt(whole(), x(event))));
    shown.focus({ preventScroll: true });
    event.preventDefault();
  });
  scope.listen(strip, 'pointermove', (event) => {
    if (grip) setView(draggedView(useTimelineView.getState().view, grip, msAt(whole(), x(event))));
    else {
      const { part } = gripAt(whole(), useTimelineView.getState().view, x(event));
      strip.style.cursor = part === 'body' ? 'grab' : 'ew-resize';
    }
  });
  const letGo = () => {
    grip = null;
  };
  scope.listen(strip, 'pointerup', letGo);
  scope.listen(strip, 'pointercancel', letGo);
  scope.listen(strip, 'dblclick', (event) => seek(msAt(whole(), x(event))));
  scope.listen(shown, 'keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  return () => scope.end();
}

const by = (share: number) => () => scroll(share * useTimelineView.getState().view.widthPx);
const start = () => setView({ ...useTimelineView.getState().view, startMs: 0 });
const end = () => setView({ ...useTimelineView.getState().view, startMs: currentDuration() });

const KEYS: Readonly<Record<string, () => void>> = {
  ArrowLeft: by(-NUDGE),
  ArrowRight: by(NUDGE),
  PageUp: by(-PAGE),
  PageDown: by(PAGE),
  ArrowUp: () => zoom(ZOOM),
  ArrowDown: () => zoom(1 / ZOOM),
  Home: start,
  End: end,
  Escape: showAll,
};
