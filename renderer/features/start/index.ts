export { startCommands } from './commands';
export { followDrops } from './drop';
export { NewProjectDialog } from './new-project-dialog';
export { StartScreen } from './start-screen';
