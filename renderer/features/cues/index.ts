export { CueListPanel } from './cue-list-panel';
export { cueCommands } from './commands';
export { caretIn, changeTyped, editCueText, openTextCaret } from './edit-store';
export { useMayFollow } from './use-follow';
