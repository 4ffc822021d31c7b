/** English: what no export may show or let be heard. */
export const redaction = {
  'redaction.title': 'Redaction',
  'redaction.close': 'Hide the redaction panel',
  'redaction.resize': 'Size of the redaction panel',
  'redaction.lead':
    'What is redacted here is in no video that leaves Outspoken: not in exports, not in clips, not in review packets. The footage itself stays as it is.',
  'redaction.readOnly': 'This project cannot be changed here.',
  'redaction.command.show': 'Show or hide the redaction panel',
  'redaction.command.cover': 'Cover a place in the picture',
  'redaction.command.key': 'Key position of the cover here',
  'redaction.command.remove': 'Delete the selected redaction',

  'redaction.covers': 'Covered places',
  'redaction.add': 'Cover a place',
  'redaction.none':
    'Nothing is covered. Drag over the picture to cover a face, or press “Cover a place” and move it with the arrow keys.',
  'redaction.noPicture': 'There is no picture to cover.',
  'redaction.draw': 'Drag to cover a place',
  'redaction.added': 'Place covered',
  'redaction.removed': 'Redaction deleted',
  'redaction.cover': 'cover',
  'redaction.coverAt':
    'Cover: left {x} %, top {y} %, width {width} %, height {height} %. Arrow keys move it, with Alt they change its size, with Shift in larger steps.',
  'redaction.coverNumber': 'Cover {number}',
  'redaction.span': '{start} – {end}',
  'redaction.removeCover': 'Delete cover {number}',
  'redaction.start': 'From',
  'redaction.end': 'To',
  'redaction.here': 'Here',
  'redaction.startHere': 'Here: begin on the picture on screen',
  'redaction.endHere': 'Here: end before the picture on screen',
  'redaction.fill': 'Looks like',
  'redaction.fillName': '{fill, select, solid {Solid black} blur {Blur} other {Mosaic}}',
  'redaction.fillWarning':
    'Blur and mosaic can be undone in part: faces have been recognised through both. Solid black cannot. Use it wherever somebody could be in danger.',
  'redaction.box.x': 'Left (%)',
  'redaction.box.y': 'Top (%)',
  'redaction.box.width': 'Width (%)',
  'redaction.box.height': 'Height (%)',
  'redaction.keys': 'Key positions',
  'redaction.keyHere': 'Set one here',
  'redaction.keySet': 'Key position set',
  'redaction.keysHelp':
    'Moving the cover at another time sets one there. Between two of them it moves in a straight line; watch that it hides all it should on the way.',
  'redaction.goKey': 'Go to the key position at {time}',
  'redaction.removeKey': 'Delete the key position at {time}',
  'redaction.command.mute': 'Mute the selected subtitles, or a moment here',
  'redaction.command.beep': 'Beep over the selected subtitles, or a moment here',
  'redaction.command.disguise': 'Disguise the voice of the selected subtitles, or a moment here',
  'redaction.sound': 'Sound',
  'redaction.treat': '{treatment, select, mute {Mute} beep {Beep} other {Disguise}}',
  'redaction.treatment': '{treatment, select, mute {Muted} beep {A beep} other {Disguised by pitch}}',
  'redaction.soundHelp':
    'For the selected subtitles, or a moment at the playhead. Muted and beeped sound is taken out while you play, too; a disguised voice is heard as it is here, and disguised in exports.',
  'redaction.soundAdded': 'Sound redacted',
  'redaction.disguiseWarning':
    'A change of pitch can be reversed, and a voice is known by more than its pitch. Where somebody could be in danger, mute the voice or beep over it.',
  'redaction.stretchNumber': 'Stretch {number}',
  'redaction.removeStretch': 'Delete stretch {number}',
  'redaction.heardAs': 'Heard instead',
  'redaction.voiceOf': 'Voice of {name}',
  'redaction.heard': 'Heard as it is',
  'redaction.voiceSpans':
    '{count, plural, one {# stretch} other {# stretches}}, {time} in all, with a quarter of a second on either side',
  'redaction.voiceNowhere':
    'Nothing with times is said to be theirs: exports stop until the transcript is aligned or subtitles name the speaker.',

  'cli.inspect.redactions':
    'redacted: {solid, number} covered, {soft, number} blurred or as a mosaic, {gone, number} muted or beeped, {disguised, number} disguised',
  'error.voice-unplaced':
    'A voice is to be redacted, but no word and no subtitle with times is said to be that speaker’s, so nothing of it could be hidden. Align the transcript, say who speaks, or take the voice out of the redactions; then export again.',
  'export.reason.notCovered':
    'a place that is to be covered can be seen in it. Nothing was kept of it; please report this, and do not publish other videos of this project before looking at them',
  'export.reason.heard':
    'sound that is to be taken out can be heard in it. Nothing was kept of it; please report this, and do not publish other videos of this project before listening to them',
  'redaction.check.covered':
    'Covered places were looked at in {count, plural, one {# picture} other {# pictures}}: hidden in all of them',
  'redaction.check.coveredDark':
    'No covered place could be compared: the footage is as dark as the cover there, in every picture that was looked at',
  'redaction.check.unseen':
    'Covered places could not be looked at in {count, plural, one {# picture} other {# pictures}}: watch them before you publish this video',
  'redaction.check.unheard':
    'Redacted sound could not be listened to in {count, plural, one {# place} other {# places}}: hear it before you publish this video',
  'redaction.check.hushed':
    'Redacted sound was listened to in {count, plural, one {# place} other {# places}}: nothing of the original is left',
  'redaction.note.used':
    'Redacted: {covers, plural, =0 {no places in the picture} one {# place in the picture} other {# places in the picture}}{soft, plural, =0 {} other { (# blurred or as a mosaic, which can be undone in part)}}, {sounds, plural, =0 {no sound} one {# stretch of the sound} other {# stretches of the sound}}{disguised, plural, =0 {} other { (# disguised by pitch, which can be reversed)}}',
  'redaction.note.encoded': 'The picture is encoded anew, because places in it are covered.',
} as const;
