/** English: find and replace, tap timing, pasting. */
export const find = {
  'find.command': 'Find and replace…',
  'find.title': 'Find and replace',
  'find.pattern': 'Find',
  'find.replacement': 'Replace with',
  'find.regexHelp': 'In patterns $1 stands for the first group, \\n for a line break.',
  'find.case': 'Match case',
  'find.whole': 'Whole words',
  'find.regex': 'Pattern (regular expression)',
  'find.where': 'Where',
  'find.where.track': 'In the language shown',
  'find.where.tracks': 'In every language',
  'find.where.everything': 'In every language and the transcript',
  'find.wrong': 'This pattern cannot be read: {reason}.',
  'find.slow':
    'This pattern takes too long and was stopped. Nested repeats such as (a+)+ are the usual cause; nothing was changed.',
  'find.count':
    '{count, plural, =0 {Nothing found.} one {# find} other {# finds}}{count, plural, =0 {} other { in {texts, plural, one {# text} other {# texts}}}}',
  'find.replace': '{count, plural, =0 {Replace} one {Replace in # text} other {Replace in # texts}}',
  'find.done': 'Replaced in {count, plural, one {# text} other {# texts}}',
  'find.inTranscript': 'Transcript',
  'find.go': 'Show',
  'find.goTo': 'Show {place}',
  'find.more': 'and {count} more',

  'tap.start': 'Tap timing: start or stop',
  'tap.hold': 'Tap timing: hold while the line is spoken',
  'tap.back': 'Tap timing: take the last line back',
  'tap.title': 'Tap timing',
  'tap.how':
    'Hold {hold} while the line is spoken and let go when it ends. {back} takes the last one back, {stop} ends it.',
  'tap.command.stop': 'End tap timing',
  'tap.holding': 'Holding…',
  'tap.armed': 'Next line',
  'tap.progress': '{done} of {count} timed',
  'tap.done': 'Every line is timed.',
  'tap.stop': 'Stop',
  'tap.takeBack': 'Take back',
  'tap.tooShort': 'That was too short; the line stays armed.',
  'tap.needsMedia': 'Tap timing needs footage that plays.',

  'paste.cleaned':
    '{count, plural, one {# invisible or odd character was} other {# invisible or odd characters were}} cleaned from what you pasted.',
  'paste.keep': 'Paste as it was',
} as const;
