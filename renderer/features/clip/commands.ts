import type { Command } from '../../app/commands';
import { firstOf, noFootage } from '../../app/refusals';
import { useDocument } from '../../state/document';
import { showDialog, useSession } from '../../state/session';
import { rememberSelection } from './selection';

/** A part of the film as a video of its own. */
export const clipCommands: readonly Command[] = [
  {
    id: 'clip.make',
    titleKey: 'clip.command.make',
    shortcut: 'Mod+Alt+E',
    group: 'project',
    isEnabled: () => useSession.getState().screen === 'editor' && useDocument.getState().media.state === 'ok',
    refusal: firstOf(noFootage),
    run: () => {
      rememberSelection(useDocument.getState().project);
      showDialog('clip');
    },
  },
];
