import type { Command } from '../../app/commands';
import { useDocument } from '../../state/document';
import { showDialog } from '../../state/session';

/** Finding and replacing. */
export const findCommands: readonly Command[] = [
  {
    id: 'find.open',
    titleKey: 'find.command',
    shortcut: ['Mod+F', 'Mod+H'],
    group: 'text',
    isEnabled: () => useDocument.getState().session !== null,
    run: () => showDialog('find'),
  },
];
