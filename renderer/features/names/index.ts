export { namesCommands } from './commands';
export { NameReason, overrideBy, useWayOut, type WayOut } from './name-reason';
export { NamesDialog } from './names-dialog';
