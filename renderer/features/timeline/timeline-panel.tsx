import { Maximize2, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useMessages } from '../../app/messages';
import { editCueText } from '../cues/index';
import { editMarker } from '../markers/index';
import { Button } from '../../ui/button';
import { Progress } from '../../ui/progress';
import { createTimelineController, type TimelineController, type TimelineElements } from './controller';
import { dragLabel } from './drag-label';
import { followOverview } from './overview-pointer';
import { OverviewWindow } from './overview-window';
import { followPointer } from './pointer';
import { SelectedCue } from './selected-cue';
import './timeline.css';
import { useSpectrogram, type SpectrogramState } from './use-spectrogram';
import { useWaveform, type WaveformState } from './use-waveform';
import { showAll, zoom } from './view-store';

const ICON = 14;
const STEP = 1.5;

/** The film as time: overview, ruler, sound, words and the cues of the track shown. */
export function TimelinePanel() {
  const t = useMessages();
  const help = useId();
  const stage = useRef<HTMLDivElement>(null);
  const label = useRef<HTMLDivElement>(null);
  const [controller, setController] = useState<TimelineController | null>(null);
  const waveform = useWaveform(controller);
  const spectrogram = useSpectrogram(controller);

  useEffect(() => {
    if (stage.current && label.current) return startTimeline(stage.current, label.current, setController);
    return undefined;
  }, []);

  return (
    // Time runs from left to right in every language's editors.
    <div className="timeline" ref={stage} dir="ltr">
      <div className="timeline__overview">
        <div className="timeline__strip" data-part="strip">
          <canvas data-part="overview" aria-hidden />
          <OverviewWindow />
          <div className="timeline__mark" data-part="overviewPlayhead" />
        </div>
        <ZoomButtons />
      </div>
      <div className="timeline__stage">
        <canvas
          data-part="canvas"
          className="timeline__canvas"
          tabIndex={0}
          role="application"
          aria-label={t('timeline.title')}
          aria-describedby={help}
        />
        <div className="timeline__band" data-part="band" />
        <div className="timeline__lit" data-part="lit" />
        <div className="timeline__snap" data-part="snapLine" />
        <div className="timeline__playhead" data-part="playhead" />
        <div className="timeline__label numbers" ref={label} hidden />
        <div className="timeline__notes">
          <WaveformNote state={waveform} />
          <SpectrogramNote state={spectrogram} />
        </div>
      </div>
      <p id={help} className="visually-hidden">
        {t('timeline.help')}
      </p>
      <SelectedCue />
    </div>
  );
}

function ZoomButtons() {
  const t = useMessages();
  return (
    <div className="timeline__zoom">
      <Button
        variant="quiet"
        size="small"
        aria-label={t('timeline.command.zoomOut')}
        onPress={() => zoom(1 / STEP)}
      >
        <ZoomOut size={ICON} aria-hidden />
      </Button>
      <Button
        variant="quiet"
        size="small"
        aria-label={t('timeline.command.zoomIn')}
        onPress={() => zoom(STEP)}
      >
        <ZoomIn size={ICON} aria-hidden />
      </Button>
      <Button variant="quiet" size="small" aria-label={t('timeline.command.showAll')} onPress={showAll}>
        <Maximize2 size={ICON} aria-hidden />
      </Button>
    </div>
  );
}

function WaveformNote({ state }: { readonly state: WaveformState }) {
  const t = useMessages();
  if (state.kind === 'loading')
    return (
      <div className="timeline__note">
        <span>{t('timeline.waveformLoading')}</span>
        <Progress label={t('timeline.waveformLoading')} value={state.progress} />
      </div>
    );
  if (state.kind === 'silent') return <p className="timeline__note">{t('timeline.waveformSilent')}</p>;
  if (state.kind === 'failed')
    return <p className="timeline__note">{t('timeline.waveformFailed', { reason: state.reason })}</p>;
  return null;
}

function SpectrogramNote({ state }: { readonly state: SpectrogramState }) {
  const t = useMessages();
  if (state.kind === 'loading')
    return (
      <div className="timeline__note">
        <span>{t('timeline.spectrogramLoading')}</span>
        <Progress label={t('timeline.spectrogramLoading')} value={state.progress} />
      </div>
    );
  if (state.kind === 'failed')
    return <p className="timeline__note">{t('timeline.spectrogramFailed', { reason: state.reason })}</p>;
  return null;
}

/** Starts what paints and listens inside the panel's elements; returns what stops it. */
function startTimeline(
  stage: HTMLElement,
  label: HTMLElement,
  started: (controller: TimelineController | null) => void,
): (() => void) | undefined {
  const elements = elementsIn(stage);
  const strip = stage.querySelector<HTMLElement>('[data-part=strip]');
  if (!elements || !strip) return undefined;
  const controller = createTimelineController(elements);
  started(controller);
  const stopPointer = followPointer(elements.canvas, {
    controller,
    editText: editCueText,
    editMarker,
    showLabel(wanted) {
      label.hidden = wanted === null;
      if (!wanted) return;
      label.textContent = dragLabel(wanted.shown);
      // In the right half it grows to the left. To measure it would lay out the page at each move.
      const { widthPx } = controller.scene().view;
      const x = Math.min(widthPx - 4, Math.max(4, wanted.x));
      label.style.transform = `translateX(${Math.round(x)}px)${x > widthPx / 2 ? ' translateX(-100%)' : ''}`;
    },
  });
  const stopOverview = followOverview(strip, elements.window);
  return () => {
    stopPointer();
    stopOverview();
    controller.end();
    started(null);
  };
}

function elementsIn(stage: HTMLElement): TimelineElements | null {
  const part = (name: string) => stage.querySelector<HTMLElement>(`[data-part=${name}]`);
  const canvas = part('canvas');
  const overview = part('overview');
  const playhead = part('playhead');
  const snapLine = part('snapLine');
  const band = part('band');
  const lit = part('lit');
  const window = part('window');
  const overviewPlayhead = part('overviewPlayhead');
  if (!(canvas instanceof HTMLCanvasElement) || !(overview instanceof HTMLCanvasElement)) return null;
  if (!playhead || !snapLine || !lit || !band || !window || !overviewPlayhead) return null;
  return { canvas, overview, playhead, snapLine, lit, band, window, overviewPlayhead };
}
