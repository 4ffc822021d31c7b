/** English: the command line. */
export const cli = {
  'cli.about':
    'outspoken: interview footage and a transcript in, subtitles and subtitled video out. Offline.',
  'cli.exitCodes':
    'Exit codes: 0 done, 1 findings, 2 wrong use, 3 bad input, 4 a tool is missing, 130 cancelled.\n“outspoken COMMAND --help” tells more. Progress goes to stderr; --json prints one object on stdout.',
  'cli.unknownCommand': 'there is no command “{name}”. “outspoken help” lists them.',
  'cli.usage': 'Wrong number of operands. Usage: {usage}',
  'cli.missingOption': 'This needs --{option}. Usage: {usage}',
  'cli.wrongHeight': '“{value}” is no picture height: a whole number from 64 to 4320.',
  'cli.wrongLanguage': '“{value}” is no language tag. Give one like en, ru, kk or pt-BR.',
  'cli.missingOperand': 'A file name is missing. “--help” shows what is needed.',
  'cli.wrongEnding': '“{name}” must end in {endings}.',
  'cli.exists': '“{name}” is already there. Choose another name, or add --force to replace it.',
  'cli.timeLeft': ', {seconds, plural, one {# second} other {# seconds}} left',
  'cli.option.json': 'print one JSON object on stdout and nothing else',
  'cli.option.help': 'show this help',
  'cli.option.lang': 'language spoken, as a BCP 47 tag: en, ru, kk, ar …',
  'cli.option.targetLang': 'language of the translation, as a BCP 47 tag: ru, kk, ar …',
  'cli.translate.help':
    '“add” gives a project a language: an empty subtitle beside each one of the source. “place” puts a whole translation (text, Word, table) on the source’s subtitles, in a new language or in place of the texts that are there. “run” asks a program of your own (named by “use”) for drafts of empty subtitles. “export” writes translations as TMX, or the campaign’s terms as CSV or TBX.',
  'cli.option.replace': 'run: also replace machine drafts nobody read (drafts), or every text (all)',
  'cli.option.translate.off': 'use: no translation program any more',
  'cli.translate.wrongReplace': '--replace takes empty, drafts or all, not “{value}”.',
  'cli.translate.needsOutput': 'This needs -o with a file that ends in .tmx, .csv or .tbx.',
  'cli.translate.nothing': 'This project has no translation yet.',
  'cli.translate.uses': 'Translations are drafted by: {program}',
  'cli.translate.usesNone': 'No translation program is set.',
  'cli.translate.machine':
    '{file}: {count, plural, one {# subtitle was} other {# subtitles were}} drafted by machine{missing, plural, =0 {} one {, # was not answered} other {, # were not answered}}. Somebody has to read them.',
  'cli.translate.placed':
    '{file}: {placed, plural, one {# sentence} other {# sentences}} placed on {cues, plural, one {# subtitle} other {# subtitles}}.',
  'cli.translate.unsure': 'unsure: {text}',
  'cli.translate.missing': 'not translated: {text}',
  'cli.translate.extra': 'not in the source (stands with its neighbour): {text}',
  'cli.translate.empty': '{count, plural, one {# subtitle has} other {# subtitles have}} no text.',
  'cli.translate.needsLanguage': 'This needs --lang with the language of the translation, e.g. --lang ru.',
  'cli.translate.added':
    '{file}: {language} added with {cues, plural, one {# subtitle} other {# subtitles}} to translate.',
  'cli.option.project': 'write the project here (.outspoken)',
  'cli.option.force': 'replace files that are already there',
  'cli.option.profile': 'style guides to measure by, separated by commas; “--profile help” lists them',
  'cli.option.shots': 'shot changes of the footage: a text file with one time a line, in seconds',
  'cli.option.contrast':
    'measure how well the subtitles stand out from the footage (measured once, then remembered)',
  'cli.option.contrastPreset':
    'look at the contrast in the pictures of these videos too, by commas: tiktok, instagram-reel, …',
  'cli.option.exportContrast': 'measure first how well the subtitles stand out from the pictures',
  'cli.option.findShots': 'look through the footage for shot changes first (found once, then remembered)',
  'cli.option.junit': 'write the findings as JUnit XML here (.xml)',
  'cli.wrongShots': '“{name}”: line {line} is no time. Give one time a line, in seconds or as 0:01:02.5.',
  'cli.option.srt': 'write SubRip subtitles here',
  'cli.option.vtt': 'write WebVTT subtitles here',
  'cli.option.ass': 'write ASS subtitles here',
  'cli.option.ttml': 'write TTML (IMSC 1.1) subtitles here',
  'cli.option.stl': 'write EBU STL subtitles here',
  'cli.option.sbv': 'write SBV subtitles (YouTube) here',
  'cli.option.csv': 'write a table of the subtitles here, separated by commas',
  'cli.option.tsv': 'write a table of the subtitles here, separated by tabs',
  'cli.option.transcript': 'write the transcript here (.txt, .docx, .html, .json)',
  'cli.option.speakers': 'name the speakers in subtitles that can (by pseudonym where one is set)',
  'cli.option.times': 'write times into the transcript',
  'cli.option.outputEncoding': 'encoding of written text files (default: utf8), e.g. windows-1251',
  'cli.option.bom': 'begin written text files with a byte order mark',
  'cli.option.crlf': 'end lines as Windows does (CR LF)',
  'cli.wrongEncoding': '“{value}” is no name of an encoding. Give one like utf8 or windows-1251.',
  'cli.option.burn': 'write a video with the subtitles burned in here (.mp4)',
  'cli.option.height': 'scale the burned-in video to this many lines',
  'cli.option.track': 'which language to export, when the project has several',
  'cli.option.output': 'write the result here',
  'cli.option.encoding': 'read the input in this encoding instead of the recognised one',
  'cli.option.noOpen': 'do not open a browser',
  'cli.option.sampleFolder': 'folder to write the sample into (default: sample)',
  'cli.align.help': 'Times TRANSCRIPT against VIDEO, makes subtitles and writes a project.',
  'cli.export.help':
    'Writes the subtitles of a project as files and into its video; with --preset, every language of any number of projects into a folder.',
  'cli.convert.help':
    'Converts a subtitle file; the formats follow from the file names. Every oddity of the input is listed.',
  'cli.inspect.help':
    'Tells what a file is and what is odd about it: media, subtitles, transcript or project.',
  'cli.check.help': 'Measures a project or a subtitle file against a style guide.',
  'cli.serve.help': 'Starts Outspoken for a browser on this machine and prints the address.',
  'cli.scan.help':
    'Looks for metadata (people, places, dates, devices) in any file, and for the names of a do-not-name list in it, in subtitles, transcripts and file names.',
  'cli.option.names': 'do-not-name list instead of the do-not-name.csv beside or above each file',
  'cli.scan.fileName': 'file name',
  'cli.scan.place': 'part {number}',
  'cli.scan.hit': '{file}, {place}: “{text}” is on the list as “{name}”',
  'cli.scan.part': '{file}, {place}: “{text}” may be “{name}”: look whether that person is meant',
  'cli.scan.metadata': '{file}, {place}: {value}',
  'cli.scan.count':
    '{count, plural, =0 {no listed name was} one {# listed name was} other {# listed names were}} found in {files, plural, one {# file} other {# files}}, and {metadata, plural, =0 {no metadata to worry about} one {# piece of metadata} other {# pieces of metadata}}',
  'cli.sample.help': 'Makes the sample interview: video, transcript and the true time of every word.',
  'cli.align.done':
    '{cues, plural, one {# subtitle} other {# subtitles}} from {words, plural, one {# word} other {# words}}; {unplaced, plural, =0 {every word was heard} one {# word was not heard} other {# words were not heard}}. Saved: {file}',
  'cli.align.uncovered': 'speech without text: {start} to {end}',
  'cli.retime.help':
    'Puts SUBTITLE (SRT or VTT, any language) in step with what is said in a video, or with other subtitles.',
  'cli.option.to': 'the video or audio it belongs to, or a subtitle file that is in step',
  'cli.retime.segment':
    'subtitles {first} to {last}: {shift}{rate, select, same {} other {, speed × {rate}}} ({sure} % sure)',
  'cli.retime.unsure': 'Look at these: the app is not sure about subtitles {first} to {last}.',
  'cli.retime.leftOut': 'left out, for its piece is not in the recording: subtitle {cue}, {start} to {end}',
  'cli.retime.done':
    '{moved, plural, =0 {Already in step, nothing was changed} one {# subtitle was moved} other {# subtitles were moved}}{leftOut, plural, =0 {} one {, # was left out} other {, # were left out}}. Written: {file}',
  'cli.written': 'written: {file}',
  'cli.issue': '{line, plural, =0 {{message}} other {line {line}: {message}}}',
  'cli.nothingToDo':
    'Nothing to write: name at least one of --srt, --vtt, --ass, --ttml, --stl, --sbv, --csv, --tsv, --transcript, --burn.',
  'cli.noTrack': 'There is no subtitle track “{language}”. Tracks: {known}.',
  'cli.serving': 'Outspoken is open at {address}',
  'cli.servingHint': 'This address works for one browser. Ctrl-C stops it.',
  'cli.profiles': 'Style guides: {known}',
  'cli.noProfile': 'There is no style guide “{name}”. Known: {known}.',
  'cli.check.none': 'no findings in {cues, plural, one {# subtitle} other {# subtitles}}',
  'cli.check.count':
    '{findings, plural, one {# finding} other {# findings}} in {cues, plural, one {# subtitle} other {# subtitles}}',
  'cli.inspect.media': '{name}: {container}, {duration}, {streams, plural, one {# stream} other {# streams}}',
  'cli.inspect.video':
    '  picture: {codec} {width}×{height}, {rate} frames a second{variable, select, true { (variable)} other {}}{hdr, select, true {, HDR} other {}}',
  'cli.inspect.audio': '  sound: {codec}, {channels, plural, one {# channel} other {# channels}}, {rate} Hz',
  'cli.inspect.subtitles':
    '{name}: {format} subtitles, {cues, plural, one {# cue} other {# cues}}, {encoding}',
  'cli.inspect.transcript':
    '{name}: transcript, {paragraphs, plural, one {# paragraph} other {# paragraphs}}, {words, plural, one {# word} other {# words}}, {speakers, plural, one {# speaker} other {# speakers}}, {encoding}',
  'cli.inspect.project':
    '{name}: project “{title}” ({language}), {words, plural, one {# word} other {# words}}, {tracks, plural, one {# track} other {# tracks}}, {cues, plural, one {# cue} other {# cues}}',
  'cli.sample.done': 'sample interview written to {folder}',
} as const;
