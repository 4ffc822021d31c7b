import type { Command } from '../../app/commands';
import { useDocument } from '../../state/document';
import { showDialog } from '../../state/session';

/** The way out. */
export const exportCommands: readonly Command[] = [
  {
    id: 'export.open',
    titleKey: 'command.export.open',
    shortcut: 'Mod+E',
    group: 'project',
    isEnabled: () => useDocument.getState().session !== null,
    run: () => showDialog('export'),
  },
];
