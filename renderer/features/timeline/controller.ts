import { createScope } from '../../platform/scope';
import type { Project } from '../../../shared/domain/project';
import { profileById, profileFor } from '../../../shared/profiles/profiles';
import { useAlignDraft } from '../../state/align-draft';
import { useDocument } from '../../state/document';
import { usePlayback } from '../../state/playback';
import { cuesOfTrack, timedWords, trackById } from '../../state/selectors';
import { useFindings, useShots } from '../../state/findings';
import { trueFrames, useFrames } from '../../state/frames';
import { useSession } from '../../state/session';
import type { Times } from './drag';
import { drawOverview, drawScene } from './draw';
import { fallClock, isFalling } from './fall';
import { endOf, fitView, layOutBands, xOf, type Bands } from './geometry';
import { readColours, type Lane, type PlacedWord, type Scene, type Waveform } from './scene';
import { createRepaint, prepareSurface } from './surface';
import { currentDuration, fitToPanel, showTime, useTimelineView } from './view-store';

/** The elements that the timeline paints on and moves. */
export interface TimelineElements {
  readonly canvas: HTMLCanvasElement;
  readonly playhead: HTMLElement;
  readonly snapLine: HTMLElement;
  readonly band: HTMLElement;
  readonly overview: HTMLCanvasElement;
  readonly window: HTMLElement;
  readonly overviewPlayhead: HTMLElement;
}

export interface TimelineController {
  /** The scene as it would be drawn now; hit tests use the same. */
  scene(): Scene;
  setWaveform(waveform: Waveform | null): void;
  /** Shows a line at a time, e.g. where a drag was caught; null hides it. */
  showLine(ms: number | null): void;
  /** Shows a stretch of time, e.g. what a rubber band covers; null hides it. */
  showBand(times: Times | null): void;
  /** While true the view does not run after the playhead: a hand is on it. */
  hold(isHeld: boolean): void;
  repaint(): void;
  end(): void;
}

/** A playhead that moves further than this at once was put there by a person. */
const JUMP_MS = 500;
/** The overview may lag behind a drag; it is small, and drawing every cue of a long film takes a while. */
const OVERVIEW_MS = 150;

const NO_BANDS: Bands = layOutBands(0);

/** Keeps the timeline's canvases with the stores: paints only after something changed, at most once a frame. */
export function createTimelineController(elements: TimelineElements): TimelineController {
  const scope = createScope();
  const { canvas, overview } = elements;
  let bands = NO_BANDS;
  let bandsFor = '';
  let colours = readColours(canvas);
  let waveform: Waveform | null = null;
  let isHeld = false;
  let isFollowing = true;
  let overviewTimer = 0;

  const scene = (): Scene => {
    const { project } = useDocument.getState();
    const { activeTrackId, selectedCueIds, layout } = useSession.getState();
    const { words: draft } = useAlignDraft.getState();
    const track = trackById(project, activeTrackId);
    const at = project.tracks.findIndex(({ id }) => id === activeTrackId);
    layOut(project.tracks.length, at);
    return {
      view: useTimelineView.getState().view,
      bands,
      durationMs: currentDuration(),
      cues: cuesOfTrack(project, activeTrackId),
      words: draft.length > 0 ? draft : placedWords(timedWords(project)),
      nowMs: fallClock(),
      selected: selectedCueIds,
      direction: track?.direction ?? 'ltr',
      lanes: lanesOf(project, at, bands),
      shots: useShots.getState().shotsMs ?? NO_SHOTS,
      hearing: project.meta.hearing ?? null,
      frames: trueFrames(),
      countsFrames: layout['timeline.ruler'] === 'frames',
      findings: useFindings.getState().byCue,
      mostSpeed: (profileById(track?.profileId ?? '') ?? profileFor(track?.language ?? 'en'))
        .maxCharactersPerSecond,
      waveform,
      colours,
    };
  };

  const layOut = (tracks: number, at: number) => {
    const key = `${canvas.clientHeight} ${tracks} ${at}`;
    if (key === bandsFor) return;
    bandsFor = key;
    bands = layOutBands(canvas.clientHeight, Math.max(0, at), at < 0 ? 0 : tracks - at - 1);
  };

  const place = (element: HTMLElement, x: number, isShown = true) => {
    element.style.transform = `translateX(${Math.round(x)}px)`;
    element.style.visibility = isShown ? 'visible' : 'hidden';
  };

  const movePlayhead = () => {
    const { view } = useTimelineView.getState();
    const { playheadMs } = usePlayback.getState();
    const x = xOf(view, playheadMs);
    place(elements.playhead, x, x >= -1 && x <= view.widthPx);
    place(elements.overviewPlayhead, xOf(fitView(view.widthPx, currentDuration()), playheadMs));
  };

  const moveWindow = () => {
    const { view } = useTimelineView.getState();
    const whole = fitView(view.widthPx, currentDuration());
    const left = xOf(whole, view.startMs);
    place(elements.window, left);
    elements.window.style.width = `${Math.max(4, xOf(whole, endOf(view)) - left)}px`;
  };

  const main = createRepaint(() => {
    const surface = prepareSurface(canvas);
    if (!surface) return;
    const drawn = scene();
    drawScene(surface.context, drawn);
    if (isFalling(drawn.words, drawn.nowMs)) main.request();
    moveWindow();
    movePlayhead();
  });
  scope.add(() => main.end());

  const paintOverview = () => {
    overviewTimer = 0;
    const surface = prepareSurface(overview);
    if (!surface) return;
    const view = fitView(surface.widthPx, currentDuration());
    drawOverview(surface.context, { ...scene(), view }, surface.heightPx);
  };
  const requestOverview = () => {
    if (overviewTimer === 0) overviewTimer = window.setTimeout(paintOverview, OVERVIEW_MS);
  };
  scope.add(() => clearTimeout(overviewTimer));

  const repaintAll = () => {
    main.request();
    requestOverview();
  };

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
  let isOwnMove = false;

  const resized = new ResizeObserver(() => {
    fitToPanel(canvas.clientWidth);
    repaintAll();
  });
  resized.observe(canvas);
  scope.add(() => resized.disconnect());

  const themed = new MutationObserver(() => {
    colours = readColours(canvas);
    main.request();
    // At once: the other theme's strip would stand out.
    clearTimeout(overviewTimer);
    paintOverview();
  });
  themed.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'dir'] });
  scope.add(() => themed.disconnect());

  scope.add(
    useDocument.subscribe((state, before) => {
      if (state.project.meta.id !== before.project.meta.id) fitToPanel(canvas.clientWidth);
      if (state.project !== before.project) repaintAll();
    }),
  );
  scope.add(
    useSession.subscribe((state, before) => {
      if (state.activeTrackId !== before.activeTrackId) repaintAll();
      else if (state.selectedCueIds !== before.selectedCueIds || state.layout !== before.layout)
        main.request();
    }),
  );
  scope.add(useShots.subscribe(() => main.request()));
  scope.add(useFindings.subscribe(() => main.request()));
  scope.add(useFrames.subscribe(() => main.request()));
  scope.add(
    usePlayback.subscribe((state, before) => {
      if (state.durationMs !== before.durationMs) {
        fitToPanel(canvas.clientWidth);
        repaintAll();
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
    scene,
    setWaveform(next) {
      waveform = next;
      repaintAll();
    },
    showLine(ms) {
      if (ms === null) place(elements.snapLine, 0, false);
      else place(elements.snapLine, xOf(useTimelineView.getState().view, ms));
    },
    showBand(times) {
      const { view } = useTimelineView.getState();
      place(elements.band, times ? xOf(view, times.startMs) : 0, times !== null);
      if (times) elements.band.style.width = `${(times.endMs - times.startMs) / view.msPerPx}px`;
    },
    hold(held) {
      isHeld = held;
    },
    repaint: repaintAll,
    end: () => scope.end(),
  };
}

const NO_SHOTS: readonly number[] = [];

/** The other tracks that have a band, in their order. */
function lanesOf(project: Project, at: number, bands: Bands): Lane[] {
  const others = project.tracks.filter((_, n) => n !== at);
  return bands.others.flatMap((band, n) => {
    const track = others[n];
    if (!track) return [];
    const { id: trackId, language, direction } = track;
    return [{ trackId, language, direction, band, cues: cuesOfTrack(project, trackId) }];
  });
}

const placed = new WeakMap<readonly object[], readonly PlacedWord[]>();

/** The words that have both times, once for each version of the transcript. */
function placedWords(words: ReturnType<typeof timedWords>): readonly PlacedWord[] {
  let known = placed.get(words);
  if (!known) {
    known = words.filter(isPlaced);
    placed.set(words, known);
  }
  return known;
}

function isPlaced(word: {
  readonly startMs: number | null;
  readonly endMs: number | null;
}): word is PlacedWord {
  return word.startMs !== null && word.endMs !== null;
}
