export { exportCommands } from './commands';
export { ExportDialog } from './export-dialog';
export { FolderChoice } from './folder-choice';
export { PlanReport } from './plan-report';
export { choose, followQueue, startExport, useExport } from './state';
export { usePlanCheck } from './use-plan-check';
export { haveSeenParts } from './name-parts';
export { DeliveredStills } from './delivered-stills';
