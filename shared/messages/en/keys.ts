/** English: changing shortcuts, and the history of changes. */
export const keys = {
  'keys.title': 'Change keyboard shortcuts',
  'keys.lead': 'Start from the keys you know, then change any of them. Everything takes effect at once.',
  'keys.preset': 'Keys of',
  'keys.preset.outspoken': 'Outspoken',
  'keys.preset.subtitle-edit': 'Subtitle Edit',
  'keys.preset.aegisub': 'Aegisub',
  'keys.search': 'Find a command or a key',
  'keys.conflicts':
    '{count, plural, one {# key is} other {# keys are}} on several commands; the first one listed that makes sense is run.',
  'keys.also': 'One of its keys is also on: {others}',
  'keys.change': 'Change',
  'keys.changeOf': 'Change the key of: {command}',
  'keys.press': 'Press the new key…',
  'keys.pressFor': 'Press the new key for: {command}',
  'keys.takeFrom': 'Take it from “{command}”',
  'keys.kept': 'This key is kept for the system.',
  'keys.remove': 'Remove',
  'keys.removeOf': 'Remove the keys of: {command}',
  'keys.reset': 'Reset',
  'keys.resetOf': 'Reset the keys of: {command}',
  'keys.resetAll': 'Reset all',

  'history.title': 'History of changes',
  'history.lead':
    'Choose a step to go back or forward to it. Nothing is lost until you change something else.',
  'history.start': 'Before the first change',
  'history.none': 'Nothing has been changed yet.',
  'history.steps': 'Steps, the newest last',
  'history.now': 'now',
  'history.step': 'A change made by another version',
} as const;
