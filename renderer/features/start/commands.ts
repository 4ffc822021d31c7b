import type { Command } from '../../app/commands';
import { attempt, notifyError } from '../../state/notices';
import { askForProject, chooseMedia } from './new-project';
import { openSample } from './open-sample';

/** Ways into a project. */
export const startCommands: readonly Command[] = [
  {
    id: 'media.open',
    titleKey: 'command.media.open',
    shortcut: 'Mod+Shift+O',
    group: 'project',
    isEnabled: () => true,
    run: () => attempt(chooseMedia),
  },
  {
    id: 'project.new',
    titleKey: 'command.project.new',
    shortcut: null,
    group: 'project',
    isEnabled: () => true,
    run: () => askForProject({ media: null, transcript: null }),
  },
  {
    id: 'sample.open',
    titleKey: 'command.sample.open',
    shortcut: null,
    group: 'project',
    isEnabled: () => true,
    run: () => {
      openSample().catch(notifyError);
    },
  },
];
