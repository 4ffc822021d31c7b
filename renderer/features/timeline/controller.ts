import { createScope } from '../../platform/scope';
import { useAlignDraft } from '../../state/align-draft';
import { useDocument } from '../../state/document';
import { useFindings, useShots } from '../../state/findings';
import { useFrames } from '../../state/frames';
import { usePlayback } from '../../state/playback';
import { useSession } from '../../state/session';
import { changeBetween, isSameStrip } from './dirty';
import type { Caught, Times } from './drag';
import { drawPart } from './draw/draw';
import { drawOverview } from './draw/overview';
import { isFalling } from './fall';
import { endOf, fitView, xOf, type Band } from './geometry';
import type { Scene, Waveform } from './scene';
import { createSceneSource } from './scene-source';
import type { SpectrogramTiles } from './spectrogram-tiles';
import { createRepaint, prepareSurface, shiftSurface, type Surface } from './surface';
import { currentDuration, fitToPanel, showTime, useTimelineView } from './view-store';

/** The elements that the timeline paints on and moves. */
export interface TimelineElements {
  readonly canvas: HTMLCanvasElement;
  readonly playhead: HTMLElement;
  readonly snapLine: HTMLElement;
  readonly lit: HTMLElement;
  readonly band: HTMLElement;
  readonly overview: HTMLCanvasElement;
  readonly window: HTMLElement;
  readonly overviewPlayhead: HTMLElement;
}

export interface TimelineController {
  /** The scene as it would be drawn now; hit tests use the same. */
  scene(): Scene;
  setWaveform(waveform: Waveform | null): void;
  setSpectrogram(tiles: SpectrogramTiles | null): void;
  /** Lights up what caught a drag; null nothing. */
  showCaught(caught: Caught | null): void;
  /** Shows a stretch of time, e.g. what a rubber band covers; null hides it. */
  showBand(times: Times | null): void;
  /** While true the view does not run after the playhead: a hand is on it. */
  hold(isHeld: boolean): void;
  /** Paints everything anew, e.g. because a piece of the sound came. */
  repaint(): void;
  end(): void;
}

/** A playhead that moves further than this at once was put there by a person. */
const JUMP_MS = 500;
/** The overview may lag behind a drag; it is small, and drawing every cue of a long film takes a while. */
const OVERVIEW_MS = 150;

/** Keeps the timeline's canvases with the stores: paints only what changed, at most once a frame. */
export function createTimelineController(elements: TimelineElements): TimelineController {
  const scope = createScope();
  const { canvas, overview } = elements;
  const source = createSceneSource(canvas);
  /** What the canvas shows; null: nothing that can be built upon. */
  let painted: Scene | null = null;
  let isHeld = false;
  let isFollowing = true;
  let overviewTimer = 0;
  /** Kept: to ask the element in the middle of moving things would lay out the page anew. */
  let overviewPx = overview.clientWidth;

  const movePlayhead = () => {
    const { view } = useTimelineView.getState();
    const { playheadMs } = usePlayback.getState();
    const x = xOf(view, playheadMs);
    place(elements.playhead, x, x >= -1 && x <= view.widthPx);
    const whole = fitView(overviewPx, currentDuration());
    place(elements.overviewPlayhead, xOf(whole, playheadMs));
  };

  const moveWindow = () => {
    const { view } = useTimelineView.getState();
    const whole = fitView(overviewPx, currentDuration());
    const left = xOf(whole, view.startMs);
    place(elements.window, left);
    elements.window.style.width = `${Math.max(4, xOf(whole, endOf(view)) - left)}px`;
  };

  const main = createRepaint(() => {
    const surface = prepareSurface(canvas);
    if (!surface) return;
    if (surface.isNew) painted = null;
    const scene = source.scene();
    paint(surface, painted, scene);
    painted = scene;
    if (scene.nowMs !== Infinity && isFalling(scene.words, scene.nowMs)) main.request();
    moveWindow();
    movePlayhead();
  });
  scope.add(() => main.end());

  /** What the strip shows; null: nothing that can be kept. */
  let strip: Scene | null = null;
  const paintOverview = () => {
    overviewTimer = 0;
    const surface = prepareSurface(overview);
    if (!surface) return;
    const scene = source.scene();
    if (!surface.isNew && strip && isSameStrip(strip, scene)) return;
    strip = scene;
    drawOverview(surface.context, scene, surface.widthPx, surface.heightPx);
  };
  const requestOverview = () => {
    if (overviewTimer === 0) overviewTimer = window.setTimeout(paintOverview, OVERVIEW_MS);
  };
  scope.add(() => clearTimeout(overviewTimer));

  const request = () => {
    main.request();
    requestOverview();
  };
  const repaint = () => {
    painted = null;
    strip = null;
    request();
  };

  let isOwnMove = false;
  const follow = (ms: number, beforeMs: number) => {
    if (Math.abs(ms - beforeMs) > JUMP_MS) isFollowing = true;
    const { view } = useTimelineView.getState();
    const x = xOf(view, ms);
    if (x >= 0 && x <= view.widthPx) isFollowing = true;
    if (isFollowing && !isHeld) {
      isOwnMove = true;
      showTime(ms);
      isOwnMove = false;
    }
    movePlayhead();
  };

  const resized = new ResizeObserver(() => {
    overviewPx = overview.clientWidth;
    fitToPanel(canvas.clientWidth);
    repaint();
  });
  resized.observe(canvas);
  resized.observe(overview);
  scope.add(() => resized.disconnect());

  const recolour = () => {
    source.recolour();
    main.request();
    // At once: the other theme's strip would stand out.
    clearTimeout(overviewTimer);
    paintOverview();
  };
  const themed = new MutationObserver(recolour);
  scope.listen(window.matchMedia('(forced-colors: active)'), 'change', recolour);
  themed.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'dir'] });
  scope.add(() => themed.disconnect());

  scope.add(
    useDocument.subscribe((state, before) => {
      if (state.project.meta.id !== before.project.meta.id) fitToPanel(canvas.clientWidth);
      if (state.project !== before.project) request();
    }),
  );
  scope.add(
    useSession.subscribe((state, before) => {
      if (state.activeTrackId !== before.activeTrackId) request();
      else if (state.selectedCueIds !== before.selectedCueIds || state.layout !== before.layout)
        main.request();
    }),
  );
  scope.add(useShots.subscribe(request));
  scope.add(useFindings.subscribe(request));
  scope.add(useFrames.subscribe(() => main.request()));
  scope.add(
    usePlayback.subscribe((state, before) => {
      if (state.durationMs !== before.durationMs) {
        fitToPanel(canvas.clientWidth);
        request();
      }
      if (state.playheadMs !== before.playheadMs) follow(state.playheadMs, before.playheadMs);
    }),
  );
  scope.add(useAlignDraft.subscribe(() => main.request()));
  scope.add(
    useTimelineView.subscribe(() => {
      if (!isOwnMove) isFollowing = false;
      main.request();
    }),
  );

  return {
    scene: () => source.scene(),
    setWaveform(next) {
      source.setWaveform(next);
      repaint();
    },
    setSpectrogram(next) {
      source.setSpectrogram(next);
      repaint();
    },
    showCaught(caught) {
      const { view } = useTimelineView.getState();
      place(elements.snapLine, caught ? xOf(view, caught.ms) : 0, caught !== null);
      const box = caught && boxOf(caught, source.scene());
      place(elements.lit, box ? xOf(view, box.times.startMs) : 0, box !== null);
      if (!box) return;
      elements.lit.style.width = `${Math.max(2, (box.times.endMs - box.times.startMs) / view.msPerPx)}px`;
      elements.lit.style.top = `${box.band.top}px`;
      elements.lit.style.height = `${box.band.height}px`;
    },
    showBand(times) {
      const { view } = useTimelineView.getState();
      place(elements.band, times ? xOf(view, times.startMs) : 0, times !== null);
      if (times) elements.band.style.width = `${(times.endMs - times.startMs) / view.msPerPx}px`;
    },
    hold(held) {
      isHeld = held;
    },
    repaint,
    end: () => scope.end(),
  };
}

function place(element: HTMLElement, x: number, isShown = true): void {
  element.style.transform = `translateX(${Math.round(x)}px)`;
  element.style.visibility = isShown ? 'visible' : 'hidden';
}

/** Turns what the canvas shows into the scene. */
function paint({ context, ratio }: Surface, painted: Scene | null, scene: Scene): void {
  const { shiftPx, parts } = changeBetween(painted, scene, ratio);
  if (shiftPx !== 0) shiftSurface(context, shiftPx * ratio);
  for (const part of parts) drawPart(context, scene, part);
}

/** Where on the timeline the thing lies that caught a drag; null for a single time: the line shows it. */
function boxOf(
  { kind, span, trackId }: Caught,
  { bands, lanes }: Scene,
): { times: Times; band: Band } | null {
  if (!span) return null;
  if (kind === 'word') return { times: span, band: bands.words };
  if (kind === 'speech') return { times: span, band: { top: bands.waveform.top, height: 4 } };
  return { times: span, band: lanes.find((lane) => lane.trackId === trackId)?.band ?? bands.cues };
}
