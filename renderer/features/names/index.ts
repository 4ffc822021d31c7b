export { namesCommands } from './commands';
export { NamesDialog } from './names-dialog';
