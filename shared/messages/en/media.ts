/** English: footage, waveform and the tools that read them. */
export const media = {
  'tools.missing.consequence':
    'Without it Outspoken cannot read, align or export video and sound. Transcripts and subtitles can still be edited.',
  'tools.missing.remedy': 'Install ffmpeg, or choose where it is in Settings, then try again.',
  'tools.missing.remedy.setting':
    'Settings names {path}, where there is no such program: choose another place or empty that setting, then try again.',
  'tools.weak.consequence.burn':
    'Videos with burned-in subtitles cannot be made. Everything else works: playing, aligning, editing, and exporting SRT and VTT.',
  'tools.weak.consequence.encode':
    'Videos with burned-in subtitles and previews of unusual footage cannot be made. Aligning, editing, and exporting SRT and VTT work.',
  'tools.weak.consequence.read':
    'The waveform and alignment cannot be made. Editing and exporting SRT and VTT work.',
  'tools.weak.consequence.hevc':
    'HEVC video cannot be made. Everything else works: MP4 with H.264 plays on more devices anyway.',
  'tools.weak.consequence.webm':
    'WebM video cannot be made. Everything else works; MP4 plays in every browser too.',
  'tools.weak.consequence.prores':
    'ProRes video for editors cannot be made. Everything else works; MP4 with H.264 can be edited too.',
  'tools.weak.consequence.hdr':
    'This footage is HDR, and its colours cannot be brought to ordinary screens. Footage that is not HDR can be exported, and subtitle files of this one.',
  'tools.weak.consequence.redact': 'Videos cannot be redacted. Projects without redactions can be exported.',
  'tools.weak.consequence.loudness':
    'The loudness cannot be evened out. Videos with the sound as recorded can be made.',
  'tools.weak.remedy':
    'Install a complete ffmpeg (with libass and libx264), or choose another one in Settings.',
  'media.damaged.noIndex': 'its table of contents is missing, as when a recording or a copy was cut off',
  'media.damaged.cutOff': 'its end is missing; {found} of {expected} bytes are there',
  'media.damaged.unreadable': 'its content makes no sense to ffmpeg',
  'media.tooLarge.picture': '{width}×{height} pixels',
  'media.tooLarge.limit': '36 megapixels',
} as const;
