/** English: markers, spectrogram and live numbers of the timeline. */
export const timelineMarks = {
  'timeline.moved': '{seconds} s',
  'timeline.speed': '{speed} characters a second',
  'timeline.caught':
    '{kind, select, shot {on a shot change} cue {on a subtitle} word {on a word} speech {on speech} marker {on a marker} other {on the playhead}}',
  'timeline.window': 'Part of the film shown',
  'timeline.windowText': '{start} to {end}',
  'timeline.windowHelp':
    'Arrow keys left and right scroll, up and down zoom, Home and End go to the ends of the film, Escape shows all of it.',
  'timeline.spectrogramLoading': 'Listening for pitches…',
  'timeline.spectrogramFailed': 'The pitches could not be drawn: {reason}',
  'timeline.command.spectrogram': 'Show or hide the spectrogram',

  'marker.title': 'Markers',
  'marker.lead': 'Places in the film to find again. They stay in the project and are never exported.',
  'marker.none': 'No markers yet. Set one at the place in the film, also while it plays.',
  'marker.name': 'Name of the marker at {time}',
  'marker.colour': 'Colour',
  'marker.go': 'Go to {time}',
  'marker.remove': 'Delete the marker at {time}',
  'marker.colourName': '{colour, select, red {Red} orange {Orange} green {Green} blue {Blue} other {Purple}}',
  'marker.set': 'Marker set',
  'marker.removed': 'Marker deleted',
  'marker.at': 'Marker {name} at {time}',
  'marker.command.set': 'Set or name a marker here',
  'marker.command.remove': 'Delete the marker here',
  'marker.command.next': 'Next marker',
  'marker.command.previous': 'Previous marker',
  'marker.command.list': 'List the markers…',
} as const;
