import type { Command } from '../../app/commands';
import { toggleSpoken, toggleTones } from './listening';

const command = (id: string, titleKey: Command['titleKey'], run: () => void): Command => ({
  ...{ id, titleKey, shortcut: null, group: 'playback', isEnabled: () => true, run },
});

/** What is heard of subtitles. */
export const listeningCommands: readonly Command[] = [
  command('listening.tones', 'listening.command.tones', toggleTones),
  command('listening.spoken', 'listening.command.spoken', toggleSpoken),
];
