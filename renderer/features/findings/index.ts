export { FindingsPanel } from './findings-panel';
export { FixDialog } from './fix-dialog';
export { findingCommands } from './commands';
export { findFont, SHOWN as FINDINGS_SHOWN } from './actions';
