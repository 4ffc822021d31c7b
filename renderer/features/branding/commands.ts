import type { Command } from '../../app/commands';
import { useDocument } from '../../state/document';
import { showDialog, useSession } from '../../state/session';

/** What the campaign puts on its videos. */
export const brandingCommands: readonly Command[] = [
  {
    id: 'branding.open',
    titleKey: 'branding.command.open',
    shortcut: null,
    group: 'project',
    isEnabled: () => useSession.getState().screen === 'editor' && useDocument.getState().session !== null,
    run: () => showDialog('branding'),
  },
];
