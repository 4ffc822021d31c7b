export { ClipDialog } from './clip-dialog';
export { clipCommands } from './commands';
