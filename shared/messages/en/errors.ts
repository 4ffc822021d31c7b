/** English: what went wrong, what it means for the person's work, what to do. One message per error code. */
export const errors = {
  'error.bad-request':
    'Outspoken was asked for something it does not understand ({reason}). Nothing was changed.',
  'error.internal':
    'Something went wrong inside Outspoken ({reason}). Your work up to the last second is kept; please try again.',
  'error.cancelled': 'Cancelled. Nothing was left half-written.',
  'error.not-found':
    '“{name}” is not there. It may have been moved or renamed, or be on a drive that is not connected. Nothing was changed.',
  'error.unknown-handle': 'This file was not opened in this session. Please choose it again.',
  'error.no-permission':
    'Outspoken may not read or write “{name}”. Nothing was changed. Choose another folder, or change the permissions.',
  'error.read-only': 'This project is open read-only: {reason}. Use “Save as” to keep changes in a new file.',
  'error.disk-full':
    'The disk that holds “{name}” is full, or holds no file this large (USB sticks: 4 GB). The unfinished file was removed and nothing else was changed. Free some space or choose another disk, and try again.',
  'error.empty-file':
    '“{name}” is empty (0 bytes). Nothing was imported. Check that it was copied completely.',
  'error.too-large':
    '“{name}” is {size}, more than the {limit} that Outspoken reads for this kind of file. Nothing was imported.',
  'error.not-media':
    '“{name}” is not a video or audio file that Outspoken can read. The file was not changed. If it should be one, copy it again from the camera or card.',
  'error.bad-picture': '“{name}” cannot be used: {reason}. Nothing was changed.',
  'error.damaged-media':
    '“{name}” is damaged or not completely copied: {reason}. Copy it again from its source; the file was not changed.',
  'error.forbidden-format':
    '“{name}” is a list that points to other files, not a video itself. For safety Outspoken does not follow it.',
  'error.no-video':
    '“{name}” has no picture, only sound. You can align and subtitle it, and export SRT or VTT; a burned-in video needs a picture.',
  'error.no-audio':
    '“{name}” has no sound. There is nothing to align the transcript to; you can still time the subtitles by hand.',
  'error.no-speech':
    'No speech was found in “{name}”. The transcript was left untimed. Check that the right sound track was chosen.',
  'error.no-voice':
    'Nothing loud or lively enough to be a voice was found in “{name}”. Nothing was changed. Check that the right sound track was chosen.',
  'error.empty-transcript': 'There is no text in the transcript. Paste or import what is said, then align.',
  'error.wrong-script':
    'The transcript is written in {script}, but the language is set to {language}. Nothing was timed. Choose the right language or the right text.',
  'error.unspoken-script':
    'Outspoken cannot read {language} in {script} characters aloud and so cannot align it. Nothing was timed. A transcript in another script (Korean in hangul) works; you can also time the subtitles by hand.',
  'error.unknown-language':
    'Outspoken cannot speak “{language}” and so cannot align it. You can still time the subtitles by hand.',
  'error.mismatch':
    'This transcript does not seem to belong to this recording. Nothing was timed. Check the text, the language and the file.',
  'error.no-fit':
    'The subtitles fit nowhere better than by chance: they do not seem to belong to this recording, or there are too few of them to tell. Nothing was changed. Check that both are of the same film.',
  'error.unreadable-text': '“{name}” could not be read as text ({reason}). Nothing was imported.',
  'error.unknown-format': 'Outspoken does not know how to read or write “{name}”. Known kinds: {known}.',
  'error.no-cues': 'There are no subtitles yet. Make them from the transcript or import some first.',
  'error.placement-too-long':
    'This text has {count} sentences, far more than the {source} of the source: it does not seem to be its translation. Nothing was changed.',
  'error.no-glossary':
    'There is no glossary with terms for these languages beside the project or above it. Nothing was written. Drop a glossary.csv or a TBX file there.',
  'error.no-translator':
    'No translation program is set. Outspoken translates nothing by itself; Settings tells how to name a program of your own.',
  'error.program-refused': 'The program was not taken. Settings are as they were.',
  'error.program-elsewhere':
    'A page in the browser may not decide which programs run on this computer. Nothing was changed. {use, select, ffmpeg {Put the folder of your ffmpeg first in PATH and start Outspoken again.} other {Name it in a terminal, by “outspoken translate use”.}}',
  'error.translator-missing':
    'The translation program “{program}” is not there. Nothing was changed. Name it with its whole path in Settings, or install it.',
  'error.translator-silent':
    '“{program}” answered nothing for {seconds} seconds and was stopped. Nothing was changed.{lines, plural, =0 {} other { It said: {said}}}',
  'error.translator-failed':
    '{kind, select, code {“{program}” ended with an error (code {code})} output {“{program}” wrote far more than it was asked for and was stopped} other {“{program}” answered nothing that was asked}}. Nothing was changed. Try it in a terminal with one line of input.{lines, plural, =0 {} other { It said: {said}}}',
  'error.language-there':
    'This project has subtitles in “{language}” already. Nothing was changed. Choose another language, or write in the one that is there.',
  'error.tool-missing': '{tool} was not found. {consequence} {remedy}',
  'error.tool-weak': 'The ffmpeg at {path} lacks {missing}. {consequence} {remedy}',
  'error.tool-failed': '{tool} stopped with an error: {reason}. No file was written under the final name.',
  'error.unknown-codec':
    'This ffmpeg cannot read the kind of video in “{name}” ({codec}). The file was not changed.',
  'error.timeout':
    'Reading “{name}” took longer than {seconds} seconds and was stopped. The file may be damaged. Nothing was changed.',
  'error.verification':
    'The exported file “{name}” did not pass its check ({reason}) and was removed. Please try again.',
  'error.names-found':
    'A name that must not leave stands in {place}: “{found}”{more, plural, =0 {} one { (and in one more place)} other { (and in # more places)}}. Nothing was written. Change the text, give the name a pseudonym in the do-not-name list, or say why it may be published.',
  'error.names-in-reason':
    'The reason itself holds a listed name. It would stand in the record of the export: write it without the name.',
  'error.manifest-busy':
    'The record of exports in “{name}” is being written by another Outspoken. Nothing was lost; try again in a moment.',
  'error.queue-busy':
    'Another Outspoken on this computer is working through the export queue. Close it, or add to its queue there.',
  'error.names-unreadable':
    'The do-not-name list “{name}” cannot be read ({reason}). Nothing was exported, because nobody could be protected. Mend the list, or move it away if it is not needed.',
  'error.target-is-source': 'This would overwrite the file it is made from. Choose another name.',
  'error.bad-dictionary':
    'The dictionary “{name}” cannot be used: it is damaged or of another kind. Words were not looked up in it. Take its two files away or put better ones in their place.',
  'error.not-a-project': '“{name}” is not an Outspoken project. It was not changed.',
  'error.newer-version':
    '“{name}” was saved by a newer Outspoken (format {found}, this one reads up to {known}). It was not changed. Please update Outspoken.',
  'error.damaged-project': '“{name}” is damaged: {reason}. The damaged file was kept as “{kept}”.',
  'error.media-missing':
    'The footage “{name}” is not where the project says. Your transcript and subtitles are safe. Choose where it is now.',
  'error.media-changed':
    '“{name}” is not the file this project was made with. Your transcript and subtitles are safe. Choose the right file.',
} as const;
