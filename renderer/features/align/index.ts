export { alignAgain, type WordRange } from './align';
export { alignCommands, canAlign } from './commands';
export { cueTiming } from './cue-timing';
export { MovedCuesBanner } from './moved-cues-banner';
export { MovedCuesDialog } from './moved-cues-dialog';
export { currentParagraph } from './selected-words';
