export { TimelinePanel } from './timeline-panel';
export { timelineCommands } from './commands';
