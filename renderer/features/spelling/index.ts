export { spellingCommands } from './commands';
export { SpellingDialog } from './spelling-dialog';
