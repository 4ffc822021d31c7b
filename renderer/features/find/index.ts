export { findCommands } from './commands';
export { FindDialog } from './find-dialog';
