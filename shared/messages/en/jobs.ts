/** English: jobs. */
export const jobs = {
  'jobs.align.longer': 'longer than {hours} hours',
  'jobs.align.limit': '{hours} hours',
} as const;
