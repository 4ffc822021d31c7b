export { AddParagraphDialog } from './add-paragraph-dialog';
export { CheckCard } from './check-card';
export { checkCommands } from './commands';
export { useCheck } from './store';
