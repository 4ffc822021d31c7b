/** English: translating beside the source. */
export const translation = {
  'edit.translation.add': 'Add language',
  'edit.translation.addMissing': 'Add missing subtitles of a translation',
  'edit.translation.link': 'Change what a translation belongs to',
  'edit.track.setTiming': 'Change whose times a translation has',
  'edit.cue.mend': 'Bring subtitle up to date',
} as const;
