/** English: what a check found in one cue. The rule's name follows `finding.`. */
export const checks = {
  'finding.reading-speed':
    'Too fast to read: {speed} characters a second, at most {limit}. Make it longer or say it in fewer words.',
  'finding.line-length':
    'Line {line} is too long: {characters} characters, at most {limit}. Break it elsewhere or split the subtitle.',
  'finding.line-count': 'Too many lines: {lines}, at most {limit}. Split the subtitle.',
  'finding.min-duration': 'Too short: {duration} s, at least {limit} s.',
  'finding.max-duration': 'Too long on screen: {duration} s, at most {limit} s. Split it or end it earlier.',
  'finding.gap': 'Too close to the subtitle before it: {gap} ms, at least {limit} ms.',
  'finding.overlap': 'Begins {overlap} ms before subtitle {other} ends.',
  'finding.no-duration': 'Ends before it begins, so it is never seen.',
  'finding.empty': 'Has no text.',
  'finding.double-space': 'Line {line} has spaces too many.',
  'finding.unpaired-italics': 'An italic tag in line {line} has no partner.',
  'finding.stale': 'What it was made from has changed since. Look at it again.',
} as const;
