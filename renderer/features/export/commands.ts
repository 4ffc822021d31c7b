import type { Command } from '../../app/commands';
import { useDocument } from '../../state/document';
import { showDialog } from '../../state/session';
import { showView } from './state';

/** The way out. */
export const exportCommands: readonly Command[] = [
  {
    id: 'export.open',
    titleKey: 'command.export.open',
    shortcut: 'Mod+E',
    group: 'project',
    isEnabled: () => useDocument.getState().session !== null,
    run: () => {
      showView('choose');
      showDialog('export');
    },
  },
  {
    id: 'export.queue',
    titleKey: 'command.export.queue',
    shortcut: null,
    group: 'project',
    isEnabled: () => true,
    run: () => {
      showView('queue');
      showDialog('export');
    },
  },
];
