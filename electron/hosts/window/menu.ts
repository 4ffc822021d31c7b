import { Menu, type MenuItemConstructorOptions } from 'electron';
import { formatMessage, type MessageKey } from '../../../shared/messages/index';

/** Menu entries by command of the renderer's registry; a test checks that each exists there. */
export const MENU_COMMANDS = {
  file: ['media.open', 'project.open', 'project.save', 'project.saveAs', 'transcript.import', 'export.open'],
  edit: ['edit.undo', 'edit.redo', 'track.retime'],
  help: ['palette.open', 'help.keys', 'settings.open'],
} as const satisfies Record<string, readonly string[]>;

const TITLES: Readonly<Record<keyof typeof MENU_COMMANDS, MessageKey>> = {
  file: 'menu.file',
  edit: 'menu.edit',
  help: 'menu.help',
};

/** Builds the window's menu. Shortcuts stay with the renderer's registry, so that each has one home. */
export function buildMenu(titleOf: (command: string) => string, choose: (command: string) => void): Menu {
  const entries = (part: keyof typeof MENU_COMMANDS): MenuItemConstructorOptions[] =>
    MENU_COMMANDS[part].map((command) => ({ label: titleOf(command), click: () => choose(command) }));
  return Menu.buildFromTemplate([
    {
      label: formatMessage(TITLES.file),
      submenu: [...entries('file'), { type: 'separator' }, { role: 'quit' }],
    },
    {
      label: formatMessage(TITLES.edit),
      submenu: [
        ...entries('edit'),
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    { role: 'windowMenu' },
    { label: formatMessage(TITLES.help), submenu: entries('help') },
  ]);
}
