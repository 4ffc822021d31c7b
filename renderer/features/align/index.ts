export { alignCommands } from './commands';
