import { alignCommands } from '../features/align/index';
import { exportCommands } from '../features/export/index';
import { importCommands } from '../features/import/index';
import { startCommands } from '../features/start/index';
import { appCommands } from './app-commands';
import type { Command } from './commands';

/** Every command of the shell. Panels register theirs while they are shown. */
export const shellCommands: readonly Command[] = [
  ...startCommands,
  ...appCommands,
  ...importCommands,
  ...alignCommands,
  ...exportCommands,
];
