import type { Command } from '../../app/commands';
import { useDocument } from '../../state/document';
import { showDialog, useSession } from '../../state/session';

/** Names that must not leave. */
export const namesCommands: readonly Command[] = [
  {
    id: 'names.open',
    titleKey: 'names.command.open',
    shortcut: 'Mod+Alt+N',
    group: 'project',
    isEnabled: () => useSession.getState().screen === 'editor' && useDocument.getState().session !== null,
    run: () => showDialog('names'),
  },
];
