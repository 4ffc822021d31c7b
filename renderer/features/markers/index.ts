export { editMarker, markerCommands } from './commands';
export { MarkersDialog } from './markers-dialog';
