export { TranscriptPanel } from './transcript-panel';
export { transcriptCommands } from './commands';
export { editParagraph, showWord, usePlaces } from './places';
