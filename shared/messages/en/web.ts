/** English: the loopback web host's own pages. */
export const web = {
  'web.noSession':
    'Outspoken is running, but this browser has not been let in. Open the address that was printed when it started.',
  'web.usedAddress':
    'This address was already used: each works for one browser only. Stop “outspoken serve” and start it again for a new one.',
} as const;
