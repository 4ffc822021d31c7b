export { isShownIn } from './actions';
export { redactionCommands } from './commands';
export { CoverLayer } from './cover-layer';
export { RedactionPanel } from './redaction-panel';
