/**
 * English: what is odd in a subtitle file or text, one message per issue code (`format.issue.<code>`).
 * Each says what was found and what was done about it. The line number is shown beside it.
 */
export const formats = {
  // The whole file
  'format.issue.no-cues': 'No subtitle was found in this file.',
  'format.issue.no-signature':
    'The file does not begin with WEBVTT. Browsers refuse it; Outspoken read it all the same.',
  'format.issue.mixed-line-ends':
    'The file mixes different kinds of line ends. Lines you do not change keep theirs.',
  'format.issue.cr-line-ends': 'The lines end as on old Macs (CR). Some players do not read that.',
  'format.issue.stray-bom': 'An invisible byte order mark stands in the middle of the file. It was skipped.',
  'format.issue.nul': 'A NUL character stands in this line. It is shown as �.',
  'format.issue.vtt-in-srt': 'This is WebVTT although the file is named as SRT. It was read as WebVTT.',
  'format.issue.srt-in-vtt': 'This is SRT although the file is named as WebVTT. It was read as SRT.',
  'format.issue.not-accounted':
    '{found, plural, one {# line looks} other {# lines look}} like a time line, but {known, plural, one {# was} other {# were}} understood. Check the result against the file.',
  'format.issue.more':
    'And {count, plural, one {# more} other {# more}} like the {shown, number} above: {example}',
  'format.issue.timestamp-map':
    'The header shifts all times for streaming (X-TIMESTAMP-MAP). The times were read as written, without the shift.',

  // The frame of a cue
  'format.issue.text-before-first':
    'This text stands before the first subtitle and belongs to none. It is kept in the file, but it is not a subtitle.',
  'format.issue.unreadable-timing':
    'This time line cannot be read: “{text}”. Its text is kept in the file, but it is not a subtitle.',
  'format.issue.no-timing':
    'A time line was expected here, but this was found: “{text}”. The text is kept in the file, but it is not a subtitle.',
  'format.issue.number-without-cue': 'The number {number} is not followed by a subtitle.',
  'format.issue.missing-number': 'This subtitle has no number.',
  'format.issue.odd-number': 'This subtitle has the number {number}, where {expected} was expected.',
  'format.issue.missing-blank': 'There is no empty line before this subtitle. It was read as a new one.',
  'format.issue.number-in-text':
    'The number {number} stands right before a time line, but does not fit the count. It was kept as text of the subtitle above.',
  'format.issue.blank-after-number': 'There is an empty line between the number and the time line.',
  'format.issue.blank-before-text': 'There is an empty line between the time line and the text.',
  'format.issue.blank-in-text':
    'An empty line stands inside a subtitle. The text after it was kept in the same subtitle.',
  'format.issue.whitespace-line':
    'This line looks empty, but holds spaces: in WebVTT it does not end a subtitle, so the next lines belong to it too.',
  'format.issue.empty-cue': 'This subtitle has no text.',
  'format.issue.arrow-in-text':
    'This line of text holds “-->”, which other programs may take for a time line.',
  'format.issue.arrow-in-block':
    'This block holds “-->”. In WebVTT that ends it, and a new block was begun here.',
  'format.issue.text-without-timing':
    'This block has no time line: “{text}”. It is kept in the file, but it is not a subtitle.',
  'format.issue.style-after-cue': 'A STYLE or REGION block after the first subtitle has no effect.',
  'format.issue.note-as-id': 'A NOTE with no empty line after it is taken for the name of this subtitle.',

  // The time line
  'format.issue.odd-arrow': 'The arrow between the times is written in an unusual way.',
  'format.issue.missing-arrow': 'There is no arrow between the times.',
  'format.issue.odd-spacing': 'The time line has missing or unusual spaces.',
  'format.issue.number-beside-timing': 'The number stands in the same line as the times.',
  'format.issue.text-beside-timing':
    'Text stands in the same line as the times. It was read as the first line of the subtitle.',
  'format.issue.dot-for-comma': 'The thousandths follow a dot; SRT has a comma.',
  'format.issue.comma-for-dot':
    'The thousandths follow a comma; WebVTT has a dot. Browsers skip this subtitle; Outspoken read it all the same.',
  'format.issue.odd-separator': 'An unusual character stands between the parts of a time.',
  'format.issue.odd-digits': 'A part of a time has an unusual number of digits.',
  'format.issue.odd-milliseconds':
    'The fraction of a second does not have three digits. It was read as a decimal fraction.',
  'format.issue.missing-milliseconds': 'A time has no thousandths. They were taken as 000.',
  'format.issue.missing-hours': 'A time has no hours.',
  'format.issue.sixty': 'Minutes or seconds of 60 or more. The time was read by counting on.',
  'format.issue.negative': 'A time is negative. It was set to 0.',
  'format.issue.beyond-day': 'A time lies beyond 24 hours; some programs cannot read that.',
  'format.issue.beyond-limit': 'A time lies beyond 1,000 hours. It was set to that limit.',
  'format.issue.too-long':
    'This subtitle has {count, number} characters. It was split into several with the same times.',
  'format.issue.ends-before-start': 'This subtitle does not end after its start.',
  'format.issue.overlap': 'This subtitle begins before the one above ends.',
  'format.issue.out-of-order': 'This subtitle begins before the one above begins.',
  'format.issue.bad-setting': 'The setting “{setting}” cannot be read.',

  // From a document to cues
  'format.issue.tag-not-kept': 'The formatting “{tag}” was left out; the text in it was kept.',
  'format.issue.unknown-tag': '“{tag}” is not a known format tag. It was kept as text.',
  'format.issue.unbalanced-italic': 'An italic mark-up is not opened or closed. It was completed.',
  'format.issue.literal-italic':
    'The text shows “{text}” literally, which would count as italics. It was written with look-alike characters.',
  'format.issue.unescaped': 'A “{character}” should be written as “{escape}” in WebVTT. It was kept as text.',
  'format.issue.unknown-entity': '“{entity}” is not a known character name. It was kept as text.',
  'format.issue.several-speakers': 'Several voices speak in one subtitle: {names}. Only the first was kept.',
  'format.issue.setting-not-kept': 'The placement “{setting}” was left out.',
  'format.issue.note-not-kept': 'A note was left out: “{text}”.',
  'format.issue.style-not-kept': 'A STYLE block was left out.',
  'format.issue.region-not-kept': 'A REGION block was left out.',
  'format.issue.header-not-kept': 'Text in the header was left out: “{text}”.',
  'format.issue.id-not-kept': 'The name of a subtitle was left out: “{text}”.',
  'format.issue.unknown-not-kept': 'Text that belongs to no subtitle was left out: “{text}”.',

  // Writing
  'format.issue.write-empty':
    '{count, plural, one {Subtitle {numbers} has no text and was left out.} other {# subtitles have no text and were left out: {numbers}.}}',
  'format.issue.write-blank':
    '{count, plural, one {Subtitle {numbers} had an empty line inside; it was taken out, because it ends a subtitle.} other {# subtitles had empty lines inside; they were taken out, because they end a subtitle: {numbers}.}}',
  'format.issue.write-control':
    '{count, plural, one {Subtitle {numbers} held characters that cannot be shown; they were taken out.} other {# subtitles held characters that cannot be shown; they were taken out: {numbers}.}}',
  'format.issue.write-arrow':
    '{count, plural, one {Subtitle {numbers} held “-->”, which SRT cannot hold; it was written as “→”.} other {# subtitles held “-->”, which SRT cannot hold; it was written as “→”: {numbers}.}}',
  'format.issue.write-tag':
    '{count, plural, one {Subtitle {numbers} holds “{text}”, which SRT would take for formatting; it was changed a little so that it stays text.} other {# subtitles hold “{text}”, which SRT would take for formatting; it was changed a little so that it stays text: {numbers}.}}',
  'format.issue.write-timing-like':
    '{count, plural, one {Subtitle {numbers} has a line that SRT would take for a time line; it was written with a look-alike colon.} other {# subtitles have lines that SRT would take for time lines; they were written with a look-alike colon: {numbers}.}}',
  'format.issue.write-italic':
    '{count, plural, one {The italics of subtitle {numbers} were not opened or closed; they were completed.} other {The italics of # subtitles were not opened or closed; they were completed: {numbers}.}}',
  'format.issue.write-negative':
    '{count, plural, one {Subtitle {numbers} had a time before 0; it was set to 0.} other {# subtitles had times before 0; they were set to 0: {numbers}.}}',
  'format.issue.write-fraction':
    '{count, plural, one {Subtitle {numbers} had a time between two milliseconds; it was rounded.} other {# subtitles had times between two milliseconds; they were rounded: {numbers}.}}',
  'format.issue.write-limit':
    '{count, plural, one {Subtitle {numbers} lies beyond 1,000 hours; its time was set to that limit.} other {# subtitles lie beyond 1,000 hours; their times were set to that limit: {numbers}.}}',
  'format.issue.write-beyond-day':
    '{count, plural, one {Subtitle {numbers} lies beyond 24 hours; some programs cannot read that.} other {# subtitles lie beyond 24 hours; some programs cannot read that: {numbers}.}}',
  'format.issue.write-ends-before-start':
    '{count, plural, one {Subtitle {numbers} does not end after its start; players may not show it.} other {# subtitles do not end after their start; players may not show them: {numbers}.}}',

  'format.issue.italics-not-kept':
    'The italics of {count, plural, one {one subtitle} other {# subtitles}} will be left out: {format} has none.',
  'format.issue.position-not-kept':
    '{count, plural, one {One subtitle} other {# subtitles}} at the top will be shown where the player likes: {format} has no placement.',
  'format.issue.beyond-format':
    '{count, plural, one {One time} other {# times}} beyond 24 hours will be set to the end of the day, the latest {format} can say.',
  'format.issue.times-rounded':
    '{format} counts in steps of {tick} milliseconds: {count, plural, one {one time} other {# times}} will be moved to the nearest.',
  'format.issue.stl-characters':
    '{count, plural, one {# character does} other {# characters do}} not exist in the {page} code page of EBU STL and will become “?”: {characters}',
  'format.issue.stl-simplified':
    '{count, plural, one {One character} other {# characters}} will be written with a plainer one: the {page} code page of EBU STL lacks {characters}',
  'format.issue.stl-language': 'EBU STL has no code for the language “{language}”; it will say {written}.',
  'format.issue.stl-too-long':
    '{count, plural, one {Subtitle {numbers} is longer than EBU STL can hold; its end will be cut off.} other {# subtitles are longer than EBU STL can hold; their ends will be cut off: {numbers}.}}',
  'format.issue.formula-guard':
    '{count, plural, one {One text begins} other {# texts begin}} like a formula and will get an apostrophe in front, so that no spreadsheet runs it. Outspoken takes it off again.',

  'format.issue.always-utf8': '{format} is always written as UTF-8; the chosen encoding was not used.',

  // TTML, EBU STL, SBV, tables
  'format.issue.not-xml': 'The file is not well-formed XML: {reason}. What stands before was read.',
  'format.issue.xml-doctype': 'A document type was ignored: for safety its definitions are not read.',
  'format.issue.not-ttml': 'There is no <tt> in this file.',
  'format.issue.ttml-time': 'The time “{text}” cannot be read; its subtitle was left out.',
  'format.issue.ttml-untimed': 'A subtitle without times was left out: “{text}”.',
  'format.issue.ttml-image': 'A subtitle that is a picture was left out.',
  'format.issue.ttml-inner-times': 'Times inside a subtitle were left out; its text is shown all at once.',
  'format.issue.ttml-sequence':
    'The times follow one another (timeContainer “seq”); they were read as if side by side.',
  'format.issue.ttml-style': 'Formatting other than italics and top or bottom was left out ({names}).',
  'format.issue.stl-damaged': 'This block cannot be read and was left out.',
  'format.issue.stl-short': 'The file ends in the middle of a block.',
  'format.issue.stl-unknown-page': 'The code page “{page}” is not known; Latin was taken.',
  'format.issue.stl-rate': 'The frame rate “{rate}” is not known; 25 frames a second were taken.',
  'format.issue.stl-byte': 'A byte ({byte}) has no meaning in the {page} code page and is shown as �.',
  'format.issue.stl-control': 'Formatting other than italics was left out.',
  'format.issue.stl-comment': 'A comment was left out: “{text}”.',
  'format.issue.stl-header': 'Details in the header were left out: {text}',
  'format.issue.stl-start':
    'The film begins at time code {start}, as the header says; all times were moved so that it begins at 0.',
  'format.issue.sbv-text': 'This text stands before the first time line and was left out: “{text}”.',
  'format.issue.table-columns': 'The columns were taken as {columns}.',
  'format.issue.table-row': 'This row has no times that can be read and was left out: “{text}”.',
  'format.issue.table-column-not-kept': 'The column “{name}” was left out.',
  'format.issue.table-quote': 'A quotation mark is never closed; the rest of the file was read as one cell.',

  // Decoding bytes
  'format.issue.mostly-utf8':
    'The text is UTF-8, but {count, plural, one {# place is} other {# places are}} damaged and shown as �.',
  'format.issue.encoding-guessed':
    'The text was read as {encoding}. If letters look wrong, choose another encoding.',
  'format.issue.encoding-unsure':
    'The encoding of the text could not be told; {encoding} was tried. Look at the text and choose another if letters look wrong.',
  'format.issue.encoding-mismatch':
    'The text does not fit {encoding}: {count, plural, one {# place is} other {# places are}} shown as �.',
  'format.issue.bom-mismatch':
    'The file marks itself as {marked}, but {encoding} was chosen. Look at the text and choose another if letters look wrong.',
  'format.issue.odd-utf16': 'The text is UTF-16, but its last byte stands alone and was left out.',
  'format.issue.nul-bytes': 'The file holds {count, plural, one {# NUL byte} other {# NUL bytes}}.',
  'format.issue.not-encodable':
    '{count, plural, one {# character does} other {# characters do}} not exist in {encoding} and will become “?”: {characters}',

  // Reasons in `error.unreadable-text` and `error.verification`
  'format.reason.binary': 'it is not text but binary data',
  'format.reason.unknown-encoding': 'the encoding {encoding} is not known',
  'format.reason.count': '{found} subtitles instead of {expected} when read back',
  'format.reason.differs':
    'subtitle {number} reads back differently ({what, select, times {its times} text {its text} position {its position} speaker {its speaker} other {it is missing}})',
} as const;
