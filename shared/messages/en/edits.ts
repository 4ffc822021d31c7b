/** English: names of undo steps, one for each edit; and what opening a project has to say. */
export const edits = {
  'edit.cue.setText': 'Change subtitle text',
  'edit.cue.setTimes': 'Change subtitle times',
  'edit.cue.shift': 'Move subtitles in time',
  'edit.cue.split': 'Split subtitle',
  'edit.cue.merge': 'Merge subtitles',
  'edit.cue.insert': 'Add subtitle',
  'edit.cue.remove': 'Delete subtitles',
  'edit.cue.setPosition': 'Change subtitle position',
  'edit.cue.setStatus': 'Change subtitle status',
  'edit.cue.setSpeaker': 'Change who speaks in subtitles',
  'edit.cue.confirm': 'Mark subtitles as up to date',
  'edit.track.add': 'Add language',
  'edit.track.remove': 'Remove language',
  'edit.track.setCues': 'Replace all subtitles of a language',
  'edit.track.makeSubtitles': 'Make subtitles',
  'edit.track.setProfile': 'Change quality profile',
  'edit.track.setStyle': 'Choose style',
  'edit.style.set': 'Change style',
  'edit.speaker.add': 'Add speaker',
  'edit.speaker.rename': 'Rename speaker',
  'edit.speaker.setPseudonym': 'Change pseudonym',
  'edit.transcript.replace': 'Replace transcript',
  'edit.transcript.setParagraphText': 'Change transcript text',
  'edit.transcript.setParagraphSpeaker': 'Change who speaks',
  'edit.transcript.applyAlignment': 'Time the words',
  'edit.project.setTitle': 'Change project title',
  'edit.project.setMedia': 'Choose footage',
  'edit.project.setLanguage': 'Change spoken language',

  'project.untitled': 'Untitled',
  'project.readOnly.locked':
    'it is already open in another Outspoken window{host, select, here {} other { on the computer “{host}”}}',
  'project.readOnly.folder': 'Outspoken may not write into the folder “{name}”',
  'project.readOnly.full': 'the disk that holds the folder “{name}” is full',
  'project.readOnly.file': 'the file “{name}” is write-protected',
  'project.readOnly.lost': 'another Outspoken has taken it over while this one was not answering',

  'notice.journal-torn':
    'Outspoken was stopped in the middle of writing down a change. All {count, plural, one {# step} other {# steps}} before it were read; the unfinished one was left out.',
  'notice.journal-damaged':
    'The record of changes “{name}” is damaged at line {line}. {count, plural, =0 {Nothing could be read from it.} one {# step before it was read and kept.} other {# steps before it were read and kept.}} The damaged file was kept as “{kept}”.',
  'notice.journal-foreign':
    'The record of changes “{name}” does not belong to this version of the project, so undo starts afresh. It was kept as “{kept}”.',
  'notice.unsaved-restored':
    '{count, plural, one {# unsaved change was} other {# unsaved changes were}} brought back from the last time. Save to keep {count, plural, one {it} other {them}} in the project file.',
  'notice.project-restored':
    '“{name}” was damaged ({reason}). The last good state was restored from {source, select, backup {the previous save} other {the previous save and the record of changes}}; please check the newest changes, then save. The damaged file was kept as “{kept}”.',
} as const;
