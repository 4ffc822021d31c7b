/** English: player. */
export const player = {
  'player.title': 'Player',
  'player.picture': 'Footage with subtitles',
  'player.play': 'Play',
  'player.pause': 'Pause',
  'player.frameBack': 'One picture back',
  'player.frameForward': 'One picture forward',
  'player.seek': 'Place in the film',
  'player.time': 'Time',
  'player.rate': 'Speed',
  'player.rateValue': '{rate}×',
  'player.showSubtitles': 'Show subtitles',
  'player.hideSubtitles': 'Hide subtitles',
  'player.mute': 'Sound off',
  'player.unmute': 'Sound on',
  'player.volume': 'Volume',
  'player.soundOnly': 'Sound only',
  'player.none': 'No footage yet',
  'player.noneHelp':
    'Subtitles can be written without it, but only footage can be aligned, heard and exported as video.',
  'player.missing':
    'The footage is not where this project last found it. Your transcript and subtitles are safe; show where the file is now to go on playing.',
  'player.changed':
    'There is another file in the place of this project’s footage. Nothing was changed; show where the right file is to go on playing.',
  'player.makingPreview':
    'This film’s picture cannot be shown as it is, so a preview is being made. You can already listen and edit. The footage itself is not touched, and exports use it at full quality.',
  'player.noPreview':
    'This film’s picture cannot be shown here, and making a preview did not work: {reason} Sound, editing and export still work.',
  'player.noPicture': 'This film’s picture cannot be shown here. Sound, editing and export still work.',
  'player.unplayable':
    'This file cannot be played here; it may be damaged or incomplete. Your transcript and subtitles are safe.',
  'player.subtitlesFailed':
    'Subtitles cannot be drawn over the picture on this computer. They are safe, and exports are not affected.',
  'player.command.toggle': 'Play or pause',
  'player.command.toggleInText': 'Play or pause while typing',
  'player.command.forward': 'Play, then faster',
  'player.command.stop': 'Stop',
  'player.command.back': 'Slower, then two seconds back',
  'player.command.frameBack': 'One picture back',
  'player.command.frameForward': 'One picture forward',
  'player.command.secondBack': 'One second back',
  'player.command.secondForward': 'One second forward',
  'player.command.start': 'Go to the start of the film',
  'player.command.end': 'Go to the end of the film',
  'player.command.mute': 'Sound on or off',
  'player.command.subtitles': 'Show or hide subtitles over the picture',
} as const;
