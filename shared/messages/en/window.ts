/** English: the window host's menu and the system dialogs' kinds of file. */
export const windowHost = {
  'menu.file': 'File',
  'menu.edit': 'Edit',
  'menu.help': 'Help',
  'menu.media.open': 'Open video…',
  'menu.project.open': 'Open project…',
  'menu.project.save': 'Save',
  'menu.project.saveAs': 'Save as…',
  'menu.transcript.import': 'Import transcript…',
  'menu.track.retime': 'Put Subtitles in Step…',
  'menu.export.open': 'Export…',
  'menu.edit.undo': 'Undo',
  'menu.edit.redo': 'Redo',
  'menu.palette.open': 'Commands…',
  'menu.help.keys': 'Keys',
  'menu.settings.open': 'Settings…',
  'dialog.media': 'Video and audio',
  'dialog.transcript': 'Transcripts and subtitles',
  'dialog.project': 'Outspoken projects',
  'dialog.subtitles': 'Subtitles',
  'dialog.all': 'All files',
  'dialog.program.ask':
    '{use, select, ffmpeg {Use this program to read and write video?} other {Use this program to draft translations?}}',
  'dialog.program.detail':
    '{use, select, ffmpeg {Outspoken will start it for every film.} other {Outspoken will start it, and hand it source subtitles, whenever you ask for drafts.}} It may do on this computer whatever you may. Say yes only if you have just named it yourself in Settings.',
  'dialog.program.use': 'Use it',
  'dialog.program.refuse': 'Do not use it',
} as const;
