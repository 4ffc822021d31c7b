export { operationCommands } from './commands';
export { OperationDialog } from './operation-dialog';
export { gapMs } from './operations';
