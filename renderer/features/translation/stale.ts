/** Walking through what changed upstream, and settling it. */
import type { Cue } from '../../../shared/domain/track';
import { confirmCues } from '../../../shared/edits/cue';
import { announce } from '../../app/announcer';
import { t } from '../../app/messages';
import { run, useDocument } from '../../state/document';
import { seek } from '../../state/playback';
import { cueById, cuesOfTrack } from '../../state/selectors';
import { selectCue, useSession } from '../../state/session';

const shown = () => cuesOfTrack(useDocument.getState().project, useSession.getState().activeTrackId);

/** The stale cues of the track shown, by time. */
export function staleCues(): readonly Cue[] {
  return shown().filter(({ stale }) => stale);
}

/** The selected cue, where it is stale. */
export function staleAnchor(): Cue | null {
  const cue = cueById(useDocument.getState().project, useSession.getState().anchorCueId);
  return cue?.stale === true ? cue : null;
}

/** Selects the next (1) or previous (-1) stale cue; from the last on to the first. */
export function goToStale(step: 1 | -1): void {
  const cues = shown();
  const at = cues.findIndex(({ id }) => id === useSession.getState().anchorCueId);
  const inOrder =
    step > 0
      ? [...cues.slice(at + 1), ...cues.slice(0, at + 1)]
      : [...cues.slice(0, Math.max(0, at)).reverse(), ...cues.slice(Math.max(0, at)).reverse()];
  const next = inOrder.find(({ stale }) => stale);
  if (!next) return announce(t('stale.none'));
  selectCue(next.id);
  seek(next.startMs, 'after');
}

/** Says that the selected cue still fits, and goes on to the next stale one. */
export function keepStale(): void {
  const cue = staleAnchor();
  if (!cue) return;
  run(confirmCues, { ids: [cue.id] });
  if (staleCues().length > 0) goToStale(1);
  else announce(t('stale.none'));
}
