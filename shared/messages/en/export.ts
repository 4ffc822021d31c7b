/** English: styles, export of subtitles and video, and what is odd in ASS files. */
export const exports_ = {
  'style.name.outspoken': 'Outspoken',
  'style.name.box': 'Box',
  'style.name.high-contrast': 'High contrast',

  'format.issue.ass-section': 'The part [{name}] of the file was left out.',
  'format.issue.ass-comment': 'A comment was left out: “{text}”.',
  'format.issue.ass-unknown-line': 'This line is not known in ASS files and was left out: “{text}”.',
  'format.issue.ass-outside':
    'This subtitle does not stand in the part [Events]. Players skip it; Outspoken read it all the same.',
  'format.issue.ass-effect': 'The effect “{text}” was left out.',
  'format.issue.ass-drawing': 'A drawing was left out.',
} as const;
