export { PlayerPanel } from './player-panel';
export { playerCommands } from './commands';
