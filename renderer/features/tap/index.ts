export { tapCommands } from './commands';
export { TapBar } from './tap-bar';
