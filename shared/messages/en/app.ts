/** English: app. */
export const app = {
  'app.unreachable': 'the local Outspoken service does not answer; is it still running?',
} as const;
