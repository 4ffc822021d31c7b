export { JobState } from './job-row';
export { JobTray } from './job-tray';
