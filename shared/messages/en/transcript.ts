/** English: transcript. What was odd in an imported transcript; the line number is shown beside it. */
export const transcript = {
  'transcript.label-guessed':
    '“{name}” was taken for a speaker because of the colon or dash after it. If it is part of the text, move it back.',
  'transcript.empty-paragraph': 'Nothing is said after the label “{name}”.',
  'transcript.stamp-order':
    'The time stamp {stamp} is earlier than the one before it. It is kept as a hint only.',
  'transcript.inline-stamps':
    '{count, plural, one {# time stamp} other {# time stamps}} in the middle of sentences {count, plural, one {was} other {were}} left out of the text.',
  'transcript.wrong-script':
    'This text is written in {script}, but the language is set to {language}. Choose the right language before you align.',
  'transcript.unspoken-script':
    '{language} in {script} characters cannot be read aloud here, so this text cannot be aligned. In another script (Korean in hangul) it can.',
  'transcript.roughly-spoken':
    '{language} is read aloud only roughly here. Look at every time after you align.',
  'transcript.other-language':
    'This text does not look like {language}: it has none of the letters {letters}. Check the language before you align.',
  'transcript.replacement':
    '{count, plural, one {# character} other {# characters}} could not be read and {count, plural, one {shows} other {show}} as �. Try another encoding.',
  'transcript.long-word':
    'A word of more than {limit} characters was cut into pieces. The text may be damaged.',
  'transcript.more':
    '{count, plural, one {# more line is} other {# more lines are}} odd in the same way: {example}',
  'transcript.pasted-text': 'Pasted text',
  'transcript.reason.locked-document':
    'it is protected by a password or an old Word file; save it as .docx without a password',
  'transcript.reason.damaged-document': 'the Word file is damaged or not completely copied',
  'transcript.no-text': 'There is no text in it.',
  'transcript.document-note': 'The document holds something that is not text and was left out: {note}.',
  'transcript.json-skipped':
    '{count, plural, one {# entry} other {# entries}} without text {count, plural, one {was} other {were}} left out.',
} as const;
