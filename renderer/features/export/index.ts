export { exportCommands } from './commands';
export { ExportDialog } from './export-dialog';
export { followQueue } from './state';
