/**
 * For people who work by ear: a tone where a subtitle comes and where it goes, and its text for the screen reader, while the
 * film plays; a tone when a line is full while typing.
 */
import { withoutMarkUp } from '../../../shared/text/mark-up';
import { oneLine } from '../../../shared/text/unspaced';
import { announce } from '../../app/announcer';
import { cueAt } from '../../state/cue-at';
import { useDocument } from '../../state/document';
import { followPlayhead, usePlayback } from '../../state/playback';
import { cuesOfTrack } from '../../state/selectors';
import { useSession } from '../../state/session';
import { changeSettings, useSettings } from '../../state/settings';
import { edgeBetween } from './edges';
import { playTone } from './tones';

/** Listens to the playhead; returns what stops it. */
export function followListening(): () => void {
  let [shown, atMs]: [ReturnType<typeof cueAt>, number] = [null, 0];
  return followPlayhead((ms) => {
    const { tones, spoken } = useSettings.getState().listening;
    const { playing, subtitleTrackId } = usePlayback.getState();
    if (!playing || (!tones && !spoken)) {
      [shown, atMs] = [null, ms];
      return;
    }
    const trackId = subtitleTrackId ?? useSession.getState().activeTrackId;
    const now = cueAt(cuesOfTrack(useDocument.getState().project, trackId), ms);
    const edge = edgeBetween(shown, now, ms - atMs);
    [shown, atMs] = [now, ms];
    if (!edge) return;
    if (tones) edge.tones.forEach(playTone);
    if (spoken && edge.shown) announce(oneLine(withoutMarkUp(edge.shown.text)));
  });
}

/** Says that the line being typed is longer than the profile allows. */
export function hearFullLine(): void {
  if (useSettings.getState().listening.tones) playTone('full');
}

export function toggleTones(): void {
  const { listening } = useSettings.getState();
  void changeSettings({ listening: { ...listening, tones: !listening.tones } });
}

export function toggleSpoken(): void {
  const { listening } = useSettings.getState();
  void changeSettings({ listening: { ...listening, spoken: !listening.spoken } });
}
