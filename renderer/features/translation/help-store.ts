/** What memories and glossaries have for the selected subtitle of a translation. */
import { create } from 'zustand';
import type { Output } from '../../../shared/api/contract';
import { setCueText } from '../../../shared/edits/cue';
import { mendCue } from '../../../shared/edits/translation';
import { announce } from '../../app/announcer';
import { t } from '../../app/messages';
import { getClient } from '../../platform/client';
import { run, useDocument } from '../../state/document';
import { notify, notifyError } from '../../state/notices';
import { cueById } from '../../state/selectors';
import { useSession } from '../../state/session';
import { shownTranslation } from './actions';

export type Help = Output<'translation.help'>;

export const useHelp = create<{ readonly cueId: string | null; readonly help: Help | null }>()(() => ({
  cueId: null,
  help: null,
}));

/** Walking through cues with a held key asks once, at the end. */
const SETTLE_MS = 150;

/** Asks for help whenever another subtitle of a translation is selected or its project changed; returns what stops it. */
export function followHelp(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = () => {
    clearTimeout(timer);
    const cueId = shownTranslation() ? useSession.getState().anchorCueId : null;
    if (cueId !== useHelp.getState().cueId) useHelp.setState({ cueId, help: null });
    if (cueId === null) return;
    timer = setTimeout(() => void load(cueId), SETTLE_MS);
  };
  const stops = [
    useSession.subscribe((state, before) => {
      if (state.anchorCueId !== before.anchorCueId || state.activeTrackId !== before.activeTrackId) ask();
    }),
    useDocument.subscribe((state, before) => {
      // What is safe at the services is what they answer from.
      if (state.safeSeq !== before.safeSeq) ask();
    }),
  ];
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}

async function load(cueId: string): Promise<void> {
  const { session } = useDocument.getState();
  if (session === null) return;
  // A cue that is not yet known there, or a project just closed, has no help; that is no error to tell of.
  const help = await getClient()
    .call('translation.help', { session, cue: cueId })
    .catch(() => null);
  if (useHelp.getState().cueId === cueId) useHelp.setState({ help });
}

/** Writes the match of this place (from 0) into the selected subtitle. */
export function takeMatch(place: number): void {
  const { cueId, help } = useHelp.getState();
  const match = help?.matches[place];
  const cue = cueById(useDocument.getState().project, cueId);
  if (!match || !cue) return;
  run(cue.stale ? mendCue : setCueText, { id: cue.id, text: match.target });
  announce(t('memory.taken'));
}

/** Adds what is translated to the memory file beside the project. */
export async function keepMemory(): Promise<void> {
  const track = shownTranslation();
  const { session } = useDocument.getState();
  if (!track || session === null) return;
  try {
    const { file, units } = await getClient().call('translation.keep', { session, track: track.id });
    notify('success', t('memory.kept', { file, count: units }));
  } catch (error) {
    notifyError(error);
  }
}
