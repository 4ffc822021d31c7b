/** English: the do-not-name list and what stands where. */
export const safety = {
  'safety.place.comment': 'comment',
  'safety.place.title': 'the title',
  'safety.place.speaker': 'a speaker’s name',
  'safety.place.track': 'the name of a track ({language})',
  'safety.place.cue': 'subtitle {number} ({language})',
  'safety.place.paragraph': 'paragraph {number} of the transcript',
  'safety.place.fileName': 'the file’s name',
  'safety.place.line': 'line {number}',

  'names.issue.noLetter': '“{text}” has no letter and cannot be looked for.',
  'names.issue.tooLong': 'A spelling of “{name}” is too long and was cut off.',
  'names.issue.tooMany': '“{name}” has more than {count} spellings; the rest are not looked for.',
  'names.issue.language':
    '“{tag}” at “{name}” is no language tag; the name is looked for in the other languages given, or in all.',

  'cli.option.manifest':
    'write FILE.manifest.json beside the file: digest, settings, checks, what was let through and why',
  'cli.option.allowNames': 'let listed names through, with the reason for it',
  'cli.allowNames.reason':
    '--allow-names wants a reason of at least 8 characters: it stands in the record of the export.',
} as const;
