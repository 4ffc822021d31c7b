/** English: operations on many subtitles, and the fields of their dialogs. */
export const operations = {
  'operation.apply': 'Apply',
  'operation.changes':
    '{count, plural, =0 {Nothing would change.} one {# subtitle will change.} other {# subtitles will change.}}',
  'operation.held':
    'Nothing would move: this translation stands where its source stands. Free its times first (in its bar above the subtitles).',
  'operation.done': '{count, plural, one {# subtitle} other {# subtitles}} changed',
  'operation.deleted': '(deleted)',

  'operation.wrong.choice': 'Choose one of the list.',
  'operation.wrong.number': 'This takes a whole number, within what makes sense here.',
  'operation.wrong.time': 'This takes a time like 1:02.500 or 1.5; a minus goes back.',
  'operation.wrong.check': 'Choose yes or no.',
  'operation.wrong.text': 'This text is too long.',
  'operation.wrong.language': 'Choose a language.',

  'operation.scope': 'Which subtitles',
  'operation.scope.selected': 'The selected ones',
  'operation.scope.fromHere': 'From here on',
  'operation.scope.all': 'All of this language',
  'operation.scope.allTracks': 'All of every language',
  'operation.gap': 'Smallest gap (ms)',
  'operation.gapHelp': 'What stays between two subtitles; it starts with what the profile asks for.',

  'operation.shift': 'Shift times…',
  'operation.shiftLead': 'Moves subtitles together; their distances stay.',
  'operation.shiftBy': 'By (a minus moves earlier)',
  'operation.stretch': 'Stretch between two points…',
  'operation.stretchLead':
    'Say where two subtitles really belong; all others follow in proportion. For subtitles that drift away.',
  'operation.firstFrom': 'First point: is at',
  'operation.firstTo': 'First point: belongs at',
  'operation.lastFrom': 'Second point: is at',
  'operation.lastTo': 'Second point: belongs at',
  'operation.frameRate': 'Change frame rate…',
  'operation.frameRateLead': 'For subtitles that were made for the same film at another speed.',
  'operation.rateFrom': 'Made for (pictures a second)',
  'operation.rateTo': 'This film has (pictures a second)',
  'operation.snap': 'Snap to frames…',
  'operation.snapLead': 'Starts and ends go to the nearest true frame of the footage.',
  'operation.closeGaps': 'Close small gaps…',
  'operation.closeGapsLead':
    'Short gaps flicker. The subtitle before each stays up to the smallest gap instead.',
  'operation.below': 'Gaps under (ms)',
  'operation.removeOverlaps': 'Remove overlaps…',
  'operation.removeOverlapsLead':
    'A subtitle that runs into the next one ends before it. Where almost nothing would be left of it, it stays.',
  'operation.retime': 'Time by the words…',
  'operation.retimeLead':
    'Gives subtitles the times of their transcript words again, also those set by hand.',

  'operation.break': 'Break lines by the profile…',
  'operation.breakLead':
    'Lays texts on as few lines as the style guide allows, broken by sense. Dialogues stay.',
  'operation.onlyBroken': 'Only texts that break the limits',
  'operation.case': 'Repair capital letters…',
  'operation.caseLead': 'Names are known from the transcript and from the other subtitles.',
  'operation.caseStarts': 'Sentences begin with a capital',
  'operation.caseCapitals': 'Texts all in capitals become sentences',
  'operation.hearingImpaired': 'Remove text for hearing-impaired people…',
  'operation.hearingImpairedLead': 'Takes out what is not said. Subtitles without words then are deleted.',
  'operation.brackets': 'Sounds in brackets: [door slams]',
  'operation.parentheses': 'Sounds in parentheses: (laughs)',
  'operation.labels': 'Speaker labels in capitals: ZHANAR:',
  'operation.music': 'Lines of music: ♪',
  'operation.duplicateTrack': 'Duplicate language…',
  'operation.duplicateTrackLead':
    'Makes a copy of the subtitles shown: a second version, or the frame of a translation.',
  'operation.language': 'Language of the copy',
  'operation.name': 'Name',
  'operation.nameHelp': 'To tell it from others of the same language.',
  'operation.withTexts': 'Copy the texts too',
} as const;
