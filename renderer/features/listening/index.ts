export { listeningCommands } from './commands';
export { followListening, hearFullLine } from './listening';
export { ListeningSetting } from './listening-setting';
