import { useEffect, useRef, useState, type RefObject } from 'react';
import type { MediaState } from '../../../shared/api/contract';
import { loadCampaignFonts, useCampaignFonts } from '../../state/campaign-fonts';
import { pictureSize } from '../../../shared/video/picture-size';
import { delivered, type Delivered } from '../../state/delivery';
import { useDocument } from '../../state/document';
import { trueFrames, useFrames } from '../../state/frames';
import { attempt } from '../../state/notices';
import { followPlayhead, registerPlayer, reportPlayback, usePlayback } from '../../state/playback';
import { sourceTrack, trackById } from '../../state/selectors';
import { useSession } from '../../state/session';
import { createMediaEngine, type MediaEngine } from './media-engine';
import { followStillPicture } from './still-picture';
import { createSubtitleRenderer, type SubtitleRenderer } from './subtitle-renderer';
import {
  SOUND_ONLY,
  blockOf,
  isSameScript,
  scriptParts,
  writeScript,
  type PictureSize,
  type ScriptParts,
} from './subtitle-script';

/** What the element could not do. `no-picture`: there is sound, and a picture that this browser cannot show. */
export type ElementProblem = 'no-picture' | 'unplayable' | null;

export interface Player {
  readonly elementProblem: ElementProblem;
  /** True when the preview's libass could not be started; cues are then shown nowhere over the picture. */
  readonly subtitlesFailed: boolean;
}

/** The size subtitles are laid out for. */
export function shownSize({ info }: MediaState, shown: Delivered | null): PictureSize {
  if (shown) return pictureSize(shown.video, shown.output);
  if (!info?.video) return SOUND_ONLY;
  return { width: info.video.displayWidth, height: info.video.displayHeight };
}

/** Joins a video element, a canvas and a box over it to the stores: playback, frame-exact seeking and drawn subtitles. */
export function usePlayer(
  video: RefObject<HTMLVideoElement | null>,
  still: RefObject<HTMLCanvasElement | null>,
  overlay: RefObject<HTMLElement | null>,
): Player {
  const url = useSession((state) => state.mediaUrl);
  const [elementProblem, setElementProblem] = useState<ElementProblem>(null);
  const [subtitlesFailed, setSubtitlesFailed] = useState(false);
  const engine = useRef<MediaEngine | null>(null);
  const subtitles = useRef<SubtitleRenderer | null>(null);

  useEffect(() => {
    const element = video.current;
    if (!element) return;
    const started = createMediaEngine(element, {
      frames: useFrames.getState().frames,
      showPicture: (ms) => {
        subtitles.current?.draw(ms);
        reportPlayback({ pictureMs: ms });
      },
      emptied: () => setElementProblem(null),
      loaded: () => {
        const expectsPicture = Boolean(useDocument.getState().media.info?.video);
        setElementProblem(expectsPicture && element.videoWidth === 0 ? 'no-picture' : null);
      },
      failed: () => setElementProblem('unplayable'),
    });
    engine.current = started;
    const release = registerPlayer(started);
    const stopFrames = useFrames.subscribe(({ frames }) => started.setFrames(frames));
    return () => {
      stopFrames();
      engine.current = null;
      started.end();
      release();
    };
  }, [video]);

  useEffect(() => {
    if (video.current && still.current) return followStillPicture(video.current, still.current);
  }, [video, still]);

  useEffect(() => engine.current?.load(url), [video, url]);

  useEffect(() => {
    const host = overlay.current;
    if (!host) return;
    const renderer = createSubtitleRenderer(host, SOUND_ONLY, () => setSubtitlesFailed(true));
    subtitles.current = renderer;
    const stopFonts = followCampaignFonts((fonts) => renderer.addFonts(fonts));
    return () => {
      stopFonts();
      subtitles.current = null;
      renderer.end();
    };
  }, [overlay]);

  useSubtitleScript(subtitles);
  return { elementProblem, subtitlesFailed };
}

/** Gives each file of the campaign's fonts to `add` once; loads those of a project as it is opened. */
function followCampaignFonts(add: (fonts: readonly Uint8Array[]) => void): () => void {
  const given = new Set<string>();
  const give = () => {
    const fresh = [...useCampaignFonts.getState().files].filter(([file]) => !given.has(file));
    for (const [file] of fresh) given.add(file);
    if (fresh.length > 0) add(fresh.map(([, bytes]) => bytes));
  };
  const load = () => attempt(loadCampaignFonts);
  give();
  load();
  const stops = [
    useCampaignFonts.subscribe(give),
    useDocument.subscribe((state, before) => {
      if (state.session !== before.session) load();
    }),
  ];
  return () => stops.forEach((stop) => stop());
}

/** Rewrites the script when what it is made of changes: at most once a frame, and only the stretch around the playhead. */
function useSubtitleScript(subtitles: RefObject<SubtitleRenderer | null>): void {
  useEffect(() => {
    let shown: ScriptParts | null = null;
    let first = true;
    let request = 0;
    const write = () => {
      request = 0;
      const { project, media } = useDocument.getState();
      const { playheadMs, subtitlesShown, subtitleTrackId, bothShown } = usePlayback.getState();
      const fittedTo = delivered();
      const size = shownSize(media, fittedTo);
      const { activeTrackId } = useSession.getState();
      const chosen = trackById(project, subtitleTrackId)?.id ?? activeTrackId;
      const trackId = subtitlesShown ? chosen : null;
      const secondId = bothShown ? (sourceTrack(project)?.id ?? null) : null;
      const around = {
        ...{ size, fittedTo },
        frameTimes: trueFrames()?.timesMs ?? null,
        fonts: useCampaignFonts.getState().families,
      };
      const parts = scriptParts(project, trackId, around, playheadMs, secondId);
      if (!first && isSameScript(parts, shown)) return;
      first = false;
      shown = parts;
      subtitles.current?.setSize(size);
      subtitles.current?.setScript(parts ? writeScript(parts) : EMPTY_SCRIPT);
    };
    const later = () => {
      if (request === 0) request = requestAnimationFrame(write);
    };
    write();
    let block = -1;
    const stops = [
      useFrames.subscribe(later),
      useCampaignFonts.subscribe(later),
      useDocument.subscribe((state, before) => {
        if (state.project !== before.project || state.media !== before.media) later();
      }),
      useSession.subscribe((state, before) => {
        if (state.activeTrackId !== before.activeTrackId || state.layout !== before.layout) later();
      }),
      usePlayback.subscribe((state, before) => {
        if (
          state.subtitlesShown !== before.subtitlesShown ||
          state.subtitleTrackId !== before.subtitleTrackId ||
          state.bothShown !== before.bothShown
        )
          later();
      }),
      followPlayhead((ms) => {
        if (blockOf(ms) === block) return;
        block = blockOf(ms);
        later();
      }),
    ];
    return () => {
      cancelAnimationFrame(request);
      for (const stop of stops) stop();
    };
  }, [subtitles]);
}

const EMPTY_SCRIPT = '[Script Info]\nScriptType: v4.00+\n';
