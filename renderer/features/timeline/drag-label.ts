/** What a drag says in numbers while it goes on. */
import { frameAt } from '../../../shared/frames/frames';
import { t } from '../../app/messages';
import { trueFrames } from '../../state/frames';
import { useSession } from '../../state/session';
import { formatSeconds, formatTimecode } from '../../state/timecode';
import type { DragShown } from './gestures';

/** Times or pictures as the ruler counts, how far it was moved, how fast it reads, and what caught it. */
export function dragLabel({ times, caught, movedMs, speed }: DragShown): string {
  const { startMs, endMs } = times;
  const parts = [
    startMs === endMs
      ? placeText(startMs)
      : t('timeline.span', {
          start: placeText(startMs),
          end: placeText(endMs),
          seconds: formatSeconds(endMs - startMs),
        }),
  ];
  if (movedMs !== undefined && movedMs !== 0) parts.push(t('timeline.moved', { seconds: signed(movedMs) }));
  if (speed !== undefined && speed > 0) parts.push(t('timeline.speed', { speed: speed.toFixed(1) }));
  if (caught) parts.push(t('timeline.caught', { kind: caught.kind }));
  return parts.join(' · ');
}

function placeText(ms: number): string {
  const frames = trueFrames();
  const countsFrames = useSession.getState().layout['timeline.ruler'] === 'frames';
  return countsFrames && frames ? String(frameAt(frames, ms)) : formatTimecode(ms);
}

function signed(ms: number): string {
  return `${ms < 0 ? '−' : '+'}${(Math.abs(ms) / 1000).toFixed(3)}`;
}
