export { importDraft } from './apply';
export { importCommands } from './commands';
export { ImportDialog } from './import-dialog';
export { openImport } from './import-source';
