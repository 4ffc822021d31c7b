/** Walking through what changed upstream and what a machine drafted, and settling it. */
import type { Cue } from '../../../shared/domain/track';
import { confirmCues, setCueStatus } from '../../../shared/edits/cue';
import { isMachineDraft } from '../../../shared/translation/machine/requests';
import { announce } from '../../app/announcer';
import { t } from '../../app/messages';
import { run, useDocument } from '../../state/document';
import { seek } from '../../state/playback';
import { cueById, cuesOfTrack } from '../../state/selectors';
import { selectCue, useSession } from '../../state/session';

const shown = () => cuesOfTrack(useDocument.getState().project, useSession.getState().activeTrackId);

const isOpen = (cue: Cue) => cue.stale || isMachineDraft(cue);

/** The cues of the track shown that somebody has to look at: stale, or drafted by a machine; by time. */
export function openCues(): readonly Cue[] {
  return shown().filter(isOpen);
}

/** The selected cue, where somebody has to look at it. */
export function openAnchor(): Cue | null {
  const cue = cueById(useDocument.getState().project, useSession.getState().anchorCueId);
  return cue && isOpen(cue) ? cue : null;
}

/** Selects the next (1) or previous (-1) such cue; from the last on to the first. */
export function goToOpen(step: 1 | -1): void {
  const cues = shown();
  const at = cues.findIndex(({ id }) => id === useSession.getState().anchorCueId);
  const inOrder =
    step > 0
      ? [...cues.slice(at + 1), ...cues.slice(0, at + 1)]
      : [...cues.slice(0, Math.max(0, at)).reverse(), ...cues.slice(Math.max(0, at)).reverse()];
  const next = inOrder.find(isOpen);
  if (!next) return announce(t('stale.none'));
  selectCue(next.id);
  seek(next.startMs, 'after');
}

/** Says that the selected cue will do as it is, and goes on to the next one to look at. */
export function keepOpen(): void {
  const cue = openAnchor();
  if (!cue) return;
  if (cue.stale) run(confirmCues, { ids: [cue.id] });
  if (isMachineDraft(cue)) run(setCueStatus, { ids: [cue.id], status: 'translated' });
  if (openCues().length > 0) goToOpen(1);
  else announce(t('stale.none'));
}
