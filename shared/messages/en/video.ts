/** English: exports of video, what was done otherwise than expected, and platform presets. */
export const video = {
  'error.bad-output': 'This video cannot be made: {reason} Nothing was written.',
  'error.empty-clip':
    'The clip would be empty: its end lies before its start or outside the film. Nothing was written.',
  'error.too-long-for-size':
    '{minutes, plural, one {One minute} other {# minutes}} of video cannot be squeezed into {megabytes} MB and still be looked at. Nothing was written. Export a shorter clip, or allow a larger file.',

  'video.codec.h264': 'H.264',
  'video.codec.hevc': 'HEVC',
  'video.codec.vp9': 'VP9',
  'video.codec.prores': 'ProRes',
  'video.codec.copy': 'a copy of the picture',

  'video.problem.codec': '{container} files cannot hold {codec} that players would show.',
  'video.problem.overlay': 'only MOV (ProRes 4444) and WebM (VP9) can be transparent, not {container}.',
  'video.problem.mux': 'MOV files lose the names of subtitle tracks; choose MP4, MKV or WebM.',
  'video.problem.size': '{codec} cannot be kept under a size; choose H.264, HEVC or VP9.',
  'video.problem.copy': 'subtitles cannot be drawn into {codec}; choose a way to encode it.',

  'video.note.smaller':
    'The picture is {height} lines high instead of {wanted}, so that it stays sharp at this file size.',
  'video.note.toneMapped':
    'The footage is HDR. Its colours and lights were brought to what ordinary screens show (BT.709); look at bright places once.',
  'video.note.mixedDown':
    'The sound has {channels} channels and was mixed down to stereo, which every player can play.',
  'video.note.soundCopied': 'The sound is copied bit by bit.',
  'video.note.silent': 'The sound is silent, so its loudness was left as it is.',
  'video.note.loudness': 'The loudness was {found} LUFS and was brought to {goal} LUFS.',
  'video.note.afterEnd':
    '{count, plural, one {One subtitle begins} other {# subtitles begin}} when the film is already over and cannot be seen. Check that this is the right footage.',
  'video.check.size': 'The file has {size} MB, at most {most} MB were allowed.',
  'export.reason.tooLarge': 'it has {found} MB, more than the {most} MB allowed',
} as const;
