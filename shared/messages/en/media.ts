/** English: footage, waveform and the tools that read them. */
export const media = {
  'tools.missing.consequence':
    'Without it Outspoken cannot read, align or export video and sound. Transcripts and subtitles can still be edited.',
  'tools.missing.remedy': 'Install ffmpeg, or choose where it is in Settings, then try again.',
} as const;
