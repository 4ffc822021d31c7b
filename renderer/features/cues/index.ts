export { CueListPanel } from './cue-list-panel';
export { cueCommands } from './commands';
export { editCueText } from './edit-store';
export { useMayFollow } from './use-follow';
