/** Mouse, pen and wheel on the timeline. Everything they do has a key too (see commands). */
import { constantFrameRate } from '../../../shared/frames/rate';
import { redactionsOf } from '../../../shared/edits/redaction';
import { createScope } from '../../platform/scope';
import { scrub, seek } from '../../state/playback';
import { cueById, cuesOfTrack } from '../../state/selectors';
import { useDocument } from '../../state/document';
import { selectCue, selectCuesTo, showTrack, toggleCue, useSession } from '../../state/session';
import { isShownIn, select } from '../redaction/index';
import type { TimelineController } from './controller';
import { msAt, xOf } from './geometry';
import { dragCue, drawCueFrom, rubberBand, type Drag, type DragShown } from './gestures';
import { hitLane, hitMark, hitTest, hitWord, hitWordEdge, type Hit } from './hit-test';
import { dragMarker, dragShot, dragWord } from './mark-gestures';
import { followPinch } from './pinch';
import { dragBar, hitBar } from './redaction-bars';
import { currentDuration, scroll, useTimelineView, zoom } from './view-store';

/** A pointer that moves less than this clicks. */
const CLICK_PX = 3;
/** Zoom for one notch of a usual wheel (deltaY 100). */
const WHEEL_ZOOM = 1.25;
const LINE_PX = 40;
/** How fast the view runs when a drag leaves it. */
const EDGE_SCROLL_PX = 24;

export interface PointerOptions {
  readonly controller: TimelineController;
  /** Shows in numbers what a drag makes of a thing, beside it; null hides it. */
  readonly showLabel: (label: { readonly shown: DragShown; readonly x: number } | null) => void;
  /** Asked to edit a cue's text. */
  readonly editText: (cueId: string) => void;
  /** Asked to name a marker. */
  readonly editMarker: (markerId: string) => void;
}

interface Press {
  readonly x: number;
  readonly hit: Hit;
  readonly ms: number;
  readonly pointerId: number;
  drag: Drag | 'scrub' | 'pan' | null;
}

/** Listens on the timeline's canvas; returns what stops it. */
export function followPointer(canvas: HTMLCanvasElement, options: PointerOptions): () => void {
  const { controller, showLabel, editText, editMarker } = options;
  const scope = createScope();
  let press: Press | null = null;

  const place = (event: MouseEvent) => {
    const box = canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const hitAt = (event: MouseEvent): Hit => {
    const { x, y } = place(event);
    const { view, bands, cues, words, lanes, selected, markers, shots } = controller.scene();
    const bars = isRedacting() ? redactionsOf(useDocument.getState().project) : [];
    const hit =
      hitMark(view, bands, markers, shots, x, y) ??
      hitBar(view, bands, bars, x, y) ??
      hitLane(view, lanes, x, y) ??
      hitTest(view, bands, cues, selected, x, y);
    return (hit.kind === 'words' ? hitWordEdge(view, words, x) : null) ?? hit;
  };

  const end = (isDone: boolean) => {
    const { drag } = press ?? {};
    press = null;
    controller.hold(false);
    controller.showCaught(null);
    controller.showBand(null);
    showLabel(null);
    if (!drag || typeof drag === 'string') return;
    if (isDone) drag.finish();
    else drag.abandon();
  };

  const startDrag = (started: Press, event: PointerEvent): Press['drag'] => {
    const { hit, ms } = started;
    const { words } = controller.scene();
    if (event.buttons === 4) return 'pan';
    if (hit.kind === 'marker') return dragMarker(hit.markerId, ms, words);
    if (hit.kind === 'shot') return dragShot(hit.atMs, ms);
    if (hit.kind === 'barStart' || hit.kind === 'barEnd') {
      select(hit.redactionId);
      return dragBar(hit, ms, words);
    }
    if (event.shiftKey && hit.kind !== 'ruler') return rubberBand(ms);
    if (hit.kind === 'wordStart' || hit.kind === 'wordEnd') {
      const word = words.find(({ id }) => id === hit.wordId);
      const edge = hit.kind === 'wordStart' ? 'startMs' : 'endMs';
      return word ? dragWord(edge, word, ms, words, cueTiming()) : null;
    }
    if (hit.kind === 'start' || hit.kind === 'end' || hit.kind === 'body') {
      if (!useSession.getState().selectedCueIds.has(hit.cueId)) selectCue(hit.cueId);
      return dragCue(hit.kind, hit.cueId, ms, words);
    }
    return hit.kind === 'empty' ? drawCueFrom(ms, words) : 'scrub';
  };

  const moveDrag = (drag: NonNullable<Press['drag']>, event: PointerEvent, x: number) => {
    if (drag === 'pan') return scroll(-event.movementX);
    const { view } = controller.scene();
    if (x < 0) scroll(-EDGE_SCROLL_PX);
    else if (x > view.widthPx) scroll(EDGE_SCROLL_PX);
    const ms = Math.min(msAt(useTimelineView.getState().view, x), currentDuration());
    if (drag === 'scrub') return scrub(ms);
    const shown = drag.move({ ms, msPerPx: view.msPerPx, isFree: event.altKey });
    controller.showCaught(shown.caught);
    if (drag.isBand) controller.showBand(shown.times);
    showLabel({ shown, x: xOf(useTimelineView.getState().view, shown.times.startMs) });
  };

  const click = ({ hit, ms, x }: Press, event: PointerEvent) => {
    if (hit.kind === 'lane') {
      showTrack(hit.trackId);
      if (hit.laneCueId !== null) selectCue(hit.laneCueId);
      return seek(ms);
    }
    if (hit.kind === 'barStart' || hit.kind === 'barEnd') select(hit.redactionId);
    if (hit.kind === 'marker' || hit.kind === 'shot') return seek(hit.atMs, 'after');
    if ('cueId' in hit) {
      const { project } = useDocument.getState();
      const ids = cuesOfTrack(project, useSession.getState().activeTrackId).map(({ id }) => id);
      if (event.shiftKey) selectCuesTo(hit.cueId, ids);
      else if (event.ctrlKey || event.metaKey) toggleCue(hit.cueId);
      else selectCue(hit.cueId);
      if (hit.kind !== 'body') return seek(edgeTime(hit.cueId, hit.kind), 'after');
    }
    const { view, words } = controller.scene();
    const isOnWords = hit.kind === 'words' || hit.kind === 'wordStart' || hit.kind === 'wordEnd';
    const word = isOnWords ? hitWord(view, words, x) : null;
    if (word) seek(word.startMs, 'after');
    else seek(ms);
  };

  const pinch = followPinch(canvas, () => end(false));
  scope.add(pinch.stop);

  scope.listen(canvas, 'pointerdown', (event) => {
    if (press || pinch.isPinching() || (event.button !== 0 && event.button !== 1)) return;
    // Takes the focus from a text being edited first, so that its words are recorded before a drag begins.
    canvas.focus({ preventScroll: true });
    canvas.setPointerCapture(event.pointerId);
    const { x } = place(event);
    press = {
      x,
      hit: hitAt(event),
      ms: msAt(controller.scene().view, x),
      pointerId: event.pointerId,
      drag: null,
    };
    controller.hold(true);
    if (event.button === 1) event.preventDefault();
    else if (press.hit.kind === 'ruler') {
      press.drag = 'scrub';
      seek(press.ms);
    }
  });

  scope.listen(canvas, 'pointermove', (event) => {
    const { x } = place(event);
    if (!press) {
      if (pinch.isPinching()) return;
      canvas.style.cursor = CURSORS[hitAt(event).kind];
      return;
    }
    if (press.drag === null) {
      if (Math.abs(x - press.x) < CLICK_PX) return;
      press.drag = startDrag(press, event);
      if (press.drag === null) return end(false);
    }
    moveDrag(press.drag, event, x);
  });

  scope.listen(canvas, 'pointerup', (event) => {
    if (!press) return;
    const clicked = press.drag === null && event.button === 0 ? press : null;
    end(true);
    if (clicked) click(clicked, event);
  });
  scope.listen(canvas, 'pointercancel', () => end(false));
  scope.listen(canvas, 'lostpointercapture', () => {
    if (press) end(true);
  });
  scope.listen(
    window,
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !press) return;
      event.preventDefault();
      event.stopPropagation();
      end(false);
    },
    { capture: true },
  );

  scope.listen(canvas, 'dblclick', (event) => {
    const hit = hitAt(event);
    if ('cueId' in hit) editText(hit.cueId);
    else if (hit.kind === 'marker') editMarker(hit.markerId);
  });

  scope.listen(
    canvas,
    'wheel',
    (event) => {
      event.preventDefault();
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : LINE_PX;
      if (event.ctrlKey || event.metaKey) zoom(WHEEL_ZOOM ** ((-event.deltaY * unit) / 100), place(event).x);
      else scroll((Math.abs(event.deltaX) > Math.abs(event.deltaY) ? event.deltaX : event.deltaY) * unit);
    },
    { passive: false },
  );
  scope.add(() => end(false));
  return () => scope.end();
}

const CURSORS: Readonly<Record<Hit['kind'], string>> = {
  ruler: 'text',
  marker: 'ew-resize',
  shot: 'ew-resize',
  barStart: 'ew-resize',
  barEnd: 'ew-resize',
  waveform: 'default',
  words: 'pointer',
  empty: 'crosshair',
  lane: 'pointer',
  wordStart: 'col-resize',
  wordEnd: 'col-resize',
  outside: 'default',
  start: 'ew-resize',
  end: 'ew-resize',
  body: 'grab',
};

/** Bars lie where people scrub: they can be taken only while somebody works on redactions. */
function isRedacting(): boolean {
  return isShownIn(useSession.getState().layout);
}

/** What the times of cues depend on besides their words. */
function cueTiming() {
  return { frameRate: constantFrameRate(useDocument.getState().media.info), durationMs: currentDuration() };
}

function edgeTime(cueId: string, edge: 'start' | 'end'): number {
  const cue = cueById(useDocument.getState().project, cueId);
  if (!cue) return 0;
  return edge === 'start' ? cue.startMs : cue.endMs;
}
