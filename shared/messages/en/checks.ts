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
  'finding.spelling': '“{word}” is in no dictionary of this language.',
  'finding.unpaired-italics': 'An italic tag in line {line} has no partner.',
  'finding.balance':
    'Uneven lines: the shorter has {percent} % of the longer, at least {limit} %. Break it elsewhere.',
  'finding.stray-mark-up': '“{mark}” is mark-up that would be shown as it stands. Only italics are known.',
  'finding.invisible-mark': 'Holds characters that nobody sees: {marks}.',
  'finding.missing-letters':
    'The fonts lack these letters: {letters}. Another font would stand in for them, or empty boxes.',
  'finding.forbidden-mark':
    '{kind, select, unreadable {Holds “{mark}”, which stands for letters that could not be read.} other {The style guide does not use “{mark}”.}}',
  'finding.forbidden-italics': 'Italics are not used in this language.',
  'finding.ellipsis': 'Line {line}: an ellipsis is written “{ellipsis}”.',
  'finding.dialogue-dash':
    '{fault, select, alone {Only one line begins with a dash: with two speakers, both do.} mixed {The lines begin with different dashes.} space {A space follows the dash of a speaker.} other {No space follows the dash of a speaker.}}',
  'finding.unpaired-quotes': 'The quotation mark {mark} has no partner.',
  'finding.open-gap':
    'A pause of {gap} ms to the subtitle before it is a flicker: close it to {closed} ms or leave {limit} ms.',
  'finding.outside-media':
    '{kind, select, whole {Begins after the footage has ended.} other {Ends {over} s after the footage.}}',
  'finding.shot-start':
    'Begins {frames, plural, one {# frame} other {# frames}} {side, select, before {before} other {after}} a shot change. {want, select, on {Begin on it.} other {Begin {clear} frames before it, or on it.}}',
  'finding.shot-end':
    'Ends {frames, plural, =0 {on} one {# frame} other {# frames}}{frames, plural, =0 {} other { {side, select, before {before} other {after}}}} a shot change. End {clear} frames before it.',
  'finding.contrast':
    'Hard to read {output, select, none {on this picture} other {in “{output}”}}: contrast {ratio}:1, at least {needed}:1. Put a box behind it, or a stronger outline around it.',
  'finding.untranslated':
    '{kind, select, empty {Not translated yet.} other {Says the same as the original: not translated yet.}}',
  'finding.machine-draft': 'Drafted by machine ({by}); nobody has read it yet.',
  'finding.numbers':
    '{kind, select, missing {A number of the original is missing: {there}.} extra {A number is not in the original: {here}.} other {Numbers differ: {here} here, {there} in the original.}}',
  'finding.term-missing': 'The glossary has “{target}” for “{source}”; it is not here.',
  'finding.term-forbidden':
    'The glossary does not allow “{word}” for “{source}”.{agreed, plural, =0 {} other { Write “{target}”.}}',
  'finding.two-speakers':
    '{speakers, plural, other {# people speak}} in this subtitle: give each a line that begins with a dash, or split it.',
  'finding.stale': 'What it was made from has changed since. Look at it again.',

  'rule.reading-speed': 'Reading speed',
  'rule.line-length': 'Line length',
  'rule.line-count': 'Number of lines',
  'rule.balance': 'Uneven lines',
  'rule.min-duration': 'Too short',
  'rule.max-duration': 'Too long',
  'rule.no-duration': 'No duration',
  'rule.gap': 'Gap too small',
  'rule.open-gap': 'Short pause',
  'rule.overlap': 'Overlap',
  'rule.outside-media': 'Outside the footage',
  'rule.shot-start': 'Start near a shot change',
  'rule.shot-end': 'End near a shot change',
  'rule.empty': 'No text',
  'rule.double-space': 'Spaces',
  'rule.spelling': 'Spelling',
  'rule.unpaired-italics': 'Unclosed italics',
  'rule.forbidden-italics': 'Italics not used',
  'rule.stray-mark-up': 'Other mark-up',
  'rule.invisible-mark': 'Invisible characters',
  'rule.missing-letters': 'Letters without a font',
  'rule.forbidden-mark': 'Marks not used',
  'rule.ellipsis': 'Ellipsis',
  'rule.dialogue-dash': 'Dialogue dashes',
  'rule.unpaired-quotes': 'Quotation marks',
  'rule.stale': 'Out of date',
  'rule.untranslated': 'Not translated',
  'rule.term-missing': 'Agreed term missing',
  'rule.term-forbidden': 'Forbidden term',
  'rule.machine-draft': 'Machine draft nobody has read',
  'rule.numbers': 'Numbers',
  'rule.contrast': 'Contrast with the picture',
  'rule.two-speakers': 'Two speakers',

  'unchecked.shots': 'the shot changes of the footage are not known',
  'unchecked.frameRate': 'the footage has no constant frame rate',
  'unchecked.media': 'the length of the footage is not known',
  'unchecked.spelling': 'words have not been looked up',
  'unchecked.glossary': 'there is no glossary beside the project or above it',
  'unchecked.noDictionary': 'there is no dictionary for this language',
  'unchecked.contrast':
    'the picture under {count, plural, one {# subtitle} other {# subtitles}} has not been looked at',
  'unchecked.noPicture': 'there is no picture to look at',
  'unchecked.line': 'Not checked: {rule} ({reason}).',
} as const;
