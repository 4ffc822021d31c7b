import type { Command } from '../../app/commands';
import { firstOf, noSubtitles, readOnly } from '../../app/refusals';
import { canEdit, useDocument } from '../../state/document';
import { cuesOfTrack } from '../../state/selectors';
import { showDialog, useSession } from '../../state/session';

/** Subtitles that are out of step. */
export const retimeCommands: readonly Command[] = [
  {
    id: 'track.retime',
    titleKey: 'command.track.retime',
    shortcut: null,
    group: 'cues',
    isEnabled: () =>
      canEdit() &&
      cuesOfTrack(useDocument.getState().project, useSession.getState().activeTrackId).length > 0,
    refusal: firstOf(readOnly, noSubtitles),
    run: () => showDialog('retime'),
  },
];
