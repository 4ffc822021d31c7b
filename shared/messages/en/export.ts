/** English: styles, export of subtitles and video, and what is odd in ASS files. */
export const exports_ = {
  'style.name.outspoken': 'Outspoken',
  'style.name.box': 'Box',
  'style.name.high-contrast': 'High contrast',

  // Reasons in `error.verification`
  'export.reason.unreadable': 'it cannot be read back',
  'export.reason.noPicture': 'it has no picture',
  'export.reason.noSound': 'its sound is missing',
  'export.reason.duration': 'it is {found} s long instead of {expected} s',
  'export.reason.size': 'its picture has {found} pixels instead of {expected}',
  'export.reason.tail': 'its end cannot be played',
  'export.reason.notBurned': 'the subtitles are not in the picture',
  'export.reason.differs': 'what was written reads back differently',

  'format.issue.voices-not-kept':
    'The names of {count, plural, one {one speaker} other {# speakers}} will be left out: {format} files from Outspoken hold none.',
  'format.issue.missing-glyphs':
    'The fonts of Outspoken cannot draw {characters}. They will be drawn with another font of the computer or shown as boxes.',
  'format.issue.ass-rounded':
    'ASS counts in hundredths of a second: {count, plural, one {one time was} other {# times were}} moved by up to 5 milliseconds.',
  'format.issue.ass-braces':
    '{count, plural, one {Subtitle {numbers} has curly brackets.} other {# subtitles have curly brackets: {numbers}.}} VLC and mpv show them right, some other players do not.',

  'format.issue.ass-section': 'The part [{name}] of the file was left out.',
  'format.issue.ass-comment': 'A comment was left out: “{text}”.',
  'format.issue.ass-unknown-line': 'This line is not known in ASS files and was left out: “{text}”.',
  'format.issue.ass-outside':
    'This subtitle does not stand in the part [Events]. Players skip it; Outspoken read it all the same.',
  'format.issue.ass-effect': 'The effect “{text}” was left out.',
  'format.issue.ass-drawing': 'A drawing was left out.',
} as const;
