export { retimeCommands } from './commands';
export { RetimeDialog } from './retime-dialog';
