export { STYLES_SHOWN, ZONES } from './actions';
export { styleCommands } from './commands';
export { StylePanel } from './style-panel';
