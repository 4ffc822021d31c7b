export { importDraft } from './apply';
export { encodingOptions } from './encodings';
export { importCommands } from './commands';
export { ImportDialog } from './import-dialog';
export { openImport } from './import-source';
