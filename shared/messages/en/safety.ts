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

  'error.names-changed':
    'The do-not-name list “{name}” was changed by another program while it was open here, so nothing was written over it. Close this window and open it again to go on with the list as it is now.',
  'dialog.names': 'Lists of names',
  'files.title.names': 'Choose a list of names',
  'names.command.open': 'Do-not-name list of the campaign…',
  'names.title': 'Do-not-name list',
  'names.lead':
    'Names and places that must not leave with anything: they stop an export, or a pseudonym takes their place. They are found in any case, form of grammar and script. The list is kept with the campaign and counts for all its projects.',
  'names.where': 'Kept in the folder “{folder}”',
  'names.add': 'Add a name',
  'names.import': 'Bring in a list…',
  'names.undo': 'Undo',
  'names.undone': 'List as it was before',
  'names.none':
    'No names yet. Add them one by one, or bring in a text file with one name a line, or a table.',
  'names.issues':
    '{count, plural, one {One row of the list cannot be looked for as it stands} other {# rows of the list cannot be looked for as they stand}}: {first}',
  'names.others':
    '{count, plural, one {# more name protects this project from a list in a folder above.} other {# more names protect this project from lists in folders above.}}',
  'names.count': '{count, plural, =0 {not in this project} one {in 1 place} other {in # places}}',
  'names.looking': 'looking…',
  'names.imported':
    '{added, plural, =0 {No name was new} one {# name was added} other {# names were added}}{joined, plural, =0 {} one {, # was joined with its entry} other {, # were joined with their entries}}{odd, plural, =0 {.} one {; # row could not be taken.} other {; # rows could not be taken.}}',
  'names.entry': 'Name',
  'names.name': 'Name',
  'names.noLetter': 'A name needs at least one letter.',
  'names.aliases': 'Also written',
  'names.aliasesHelp':
    'Nicknames, initials, other spellings: one a line. Other scripts are found by themselves, as far as the name sounds alike.',
  'names.kind': 'Kind',
  'names.kindName': '{kind, select, person {Person} place {Place} other {Other}}',
  'names.languages': 'Only in',
  'names.languagesHelp': 'Language tags such as “ru kk”; empty: in all languages.',
  'names.noLanguage': 'One of these is no language tag.',
  'names.pseudonym': 'Say instead',
  'names.pseudonymHelp':
    'Takes the name’s place in everything that leaves; empty: the name stops the export.',
  'names.save': 'Save',
  'names.addThis': 'Add to the list',
  'names.remove': 'Take out of the list',
  'names.places':
    '{count, plural, =0 {Not in this project} one {In this project once} other {In this project # times}}',
  'names.place': '{place}: “{text}”',
  'names.more': '{count, plural, one {and in one more place} other {and in # more places}}',

  'cli.option.manifest':
    'write FILE.manifest.json beside the file: digest, settings, checks, what was let through and why',
  'cli.option.allowNames': 'let listed names through, with the reason for it',
  'cli.allowNames.reason':
    '--allow-names wants a reason of at least 8 characters: it stands in the record of the export.',
} as const;
