export { isShownIn, select } from './actions';
export { redactionCommands } from './commands';
export { CoverLayer } from './cover-layer';
export { RedactionPanel } from './redaction-panel';
