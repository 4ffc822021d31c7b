import { useId } from 'react';
import { useMessages } from '../../app/messages';
import { usePlayback } from '../../state/playback';
import { formatClock } from '../../state/timecode';
import { endOf } from './geometry';
import { currentDuration, useTimelineView } from './view-store';

/** The part of the film that the timeline shows, as a window on the strip of the whole: to be dragged, or moved by keys. */
export function OverviewWindow() {
  const t = useMessages();
  const help = useId();
  // Whole seconds: a screen reader needs no more, and React no frame of its own while scrolling.
  const startS = useTimelineView(({ view }) => Math.round(view.startMs / 1000));
  const endS = useTimelineView(({ view }) => Math.round(endOf(view) / 1000));
  usePlayback((state) => state.durationMs);
  return (
    <>
      <div
        className="timeline__window"
        data-part="window"
        role="slider"
        tabIndex={0}
        aria-label={t('timeline.window')}
        aria-describedby={help}
        aria-valuemin={0}
        aria-valuemax={Math.round(currentDuration() / 1000)}
        aria-valuenow={startS}
        aria-valuetext={t('timeline.windowText', {
          start: formatClock(startS * 1000),
          end: formatClock(endS * 1000),
        })}
      />
      <p id={help} className="visually-hidden">
        {t('timeline.windowHelp')}
      </p>
    </>
  );
}
