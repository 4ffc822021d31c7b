export { STYLES_SHOWN } from './actions';
export { styleCommands } from './commands';
export { StylePanel } from './style-panel';
