export { TranscriptPanel } from './transcript-panel';
export { transcriptCommands } from './commands';
