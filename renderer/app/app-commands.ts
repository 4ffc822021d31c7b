/** Commands of the whole app; each feature adds its own beside them. */
import { canEdit, redo, undo, useDocument } from '../state/document';
import { attempt } from '../state/notices';
import { setLayout, showDialog, useSession } from '../state/session';
import { changeSettings, useSettings } from '../state/settings';
import { isMessageKey } from '../../shared/messages/index';
import { redoStep, undoStep } from '../../shared/history/history';
import { announce } from './announcer';
import type { Command } from './commands';
import { t } from './messages';
import { chooseProject, closeProject, saveProject, saveProjectAs } from './project-actions';
import { firstOf, otherwise, readOnly } from './refusals';
import type { Theme } from './theme';

const isOpen = () => useDocument.getState().session !== null;
const always = () => true;

function announceStep(key: 'app.undone' | 'app.redone', label: string | null): void {
  if (label !== null && isMessageKey(label)) announce(t(key, { step: t(label) }));
}

const projectCommands: readonly Command[] = [
  {
    id: 'project.open',
    titleKey: 'command.project.open',
    shortcut: 'Mod+O',
    group: 'project',
    isEnabled: always,
    run: () => attempt(chooseProject),
  },
  {
    id: 'project.save',
    titleKey: 'command.project.save',
    shortcut: 'Mod+S',
    group: 'project',
    isEnabled: () => isOpen() && canEdit(),
    refusal: firstOf(readOnly),
    run: () => attempt(saveProject),
  },
  {
    id: 'project.saveAs',
    titleKey: 'command.project.saveAs',
    shortcut: 'Mod+Shift+S',
    group: 'project',
    isEnabled: isOpen,
    run: () => attempt(saveProjectAs),
  },
  {
    id: 'project.details',
    titleKey: 'command.project.details',
    shortcut: null,
    group: 'project',
    isEnabled: () => isOpen() && canEdit(),
    run: () => showDialog('project-details'),
  },
  {
    id: 'project.close',
    titleKey: 'command.project.close',
    shortcut: null,
    group: 'project',
    isEnabled: isOpen,
    run: () => attempt(closeProject),
  },
];

const editCommands: readonly Command[] = [
  {
    id: 'edit.undo',
    titleKey: 'command.edit.undo',
    shortcut: 'Mod+Z',
    group: 'edit',
    repeats: true,
    isEnabled: () => canEdit() && (undoStep(useDocument.getState().history) !== null || hasGesture()),
    refusal: firstOf(readOnly, otherwise('refusal.nothingToUndo')),
    run: () => announceStep('app.undone', undo()),
  },
  {
    id: 'edit.redo',
    titleKey: 'command.edit.redo',
    shortcut: ['Mod+Shift+Z', 'Mod+Y'],
    group: 'edit',
    repeats: true,
    isEnabled: () => canEdit() && redoStep(useDocument.getState().history) !== null,
    refusal: firstOf(readOnly, otherwise('refusal.nothingToRedo')),
    run: () => announceStep('app.redone', redo()),
  },
  {
    id: 'edit.history',
    titleKey: 'command.edit.history',
    shortcut: ['Mod+Alt+Z', 'Shift+U'],
    group: 'edit',
    isEnabled: isOpen,
    run: () => showDialog('history'),
  },
];

function hasGesture(): boolean {
  return useDocument.getState().gesture !== null;
}

const helpCommands: readonly Command[] = [
  {
    id: 'palette.open',
    titleKey: 'command.palette.open',
    shortcut: ['Mod+K', 'Mod+Shift+P'],
    group: 'help',
    hidden: true,
    isEnabled: always,
    run: () => showDialog('palette'),
  },
  {
    id: 'help.keys',
    titleKey: 'command.help.keys',
    shortcut: ['?', 'F1'],
    group: 'help',
    isEnabled: always,
    run: () => showDialog('help'),
  },
  {
    id: 'keys.change',
    titleKey: 'command.keys.change',
    shortcut: null,
    group: 'help',
    isEnabled: always,
    run: () => showDialog('keys'),
  },
  {
    id: 'settings.open',
    titleKey: 'command.settings.open',
    shortcut: 'Mod+Comma',
    group: 'help',
    isEnabled: always,
    run: () => showDialog('settings'),
  },
];

function panelCommand(
  panel: 'transcript' | 'player' | 'timeline',
  titleKey: Command['titleKey'],
  shortcut: string,
): Command {
  const name = `${panel}.hidden`;
  return {
    id: `view.${panel}`,
    titleKey,
    shortcut,
    group: 'view',
    isEnabled: () => useSession.getState().screen === 'editor',
    run: () => setLayout(name, useSession.getState().layout[name] !== true),
  };
}

function themeCommand(theme: Theme, titleKey: Command['titleKey']): Command {
  return {
    id: `view.theme.${theme}`,
    titleKey,
    shortcut: null,
    group: 'view',
    isEnabled: always,
    run: () => void changeSettings({ theme }),
  };
}

/** Everything that is always there, in the order it is listed. */
export const appCommands: readonly Command[] = [
  ...projectCommands,
  ...editCommands,
  panelCommand('transcript', 'command.view.transcript', 'Alt+1'),
  panelCommand('player', 'command.view.player', 'Alt+2'),
  panelCommand('timeline', 'command.view.timeline', 'Alt+3'),
  themeCommand('dark', 'command.view.dark'),
  themeCommand('light', 'command.view.light'),
  themeCommand('contrast', 'command.view.contrast'),
  themeCommand('system', 'command.view.system'),
  {
    id: 'view.direction',
    titleKey: 'command.view.direction',
    shortcut: null,
    group: 'view',
    isEnabled: always,
    run: () => void changeSettings({ direction: useSettings.getState().direction === 'ltr' ? 'rtl' : 'ltr' }),
  },
  ...helpCommands,
];
