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
} as const;
