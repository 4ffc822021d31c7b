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
  'video.note.noBranding': 'Logo and end card were left out: a transparent picture is for an editor.',
  'video.note.notForced':
    'MP4 has no mark for forced subtitles: those tracks are ordinary ones. MKV and WebM have it.',
  'video.note.toneMapped':
    'The footage is HDR. Its colours and lights were brought to what ordinary screens show (BT.709); look at bright places once.',
  'video.note.fewerBits':
    'The footage has {from} bits a colour, the new picture {to}: fine for watching, but smooth skies may show steps if colours are graded again. HEVC and ProRes keep 10 bits.',
  'video.note.mixedDown':
    'The sound has {channels} channels and was mixed down to stereo, which every player can play.',
  'video.note.soundCopied': 'The sound is copied bit by bit.',
  'video.note.silent': 'The sound is silent, so its loudness was left as it is.',
  'video.note.loudness': 'The loudness was {found} LUFS and was to become {goal} LUFS.',
  'video.note.loudnessOff':
    'The loudness of the file is {found} LUFS instead of {goal}: loud and quiet places lie too far apart to even out.',
  'video.check.loudness': 'The loudness of the file is {found} LUFS (goal {goal}).',
  'video.note.rewrapped':
    '{count, plural, one {One subtitle has} other {# subtitles have}} new line breaks, to fit the width of the picture.',
  'video.note.afterEnd':
    '{count, plural, one {One subtitle begins} other {# subtitles begin}} when the film is already over and cannot be seen. Check that this is the right footage.',
  'video.note.longer':
    '{name} takes {seconds, plural, one {# second} other {# seconds}} at most; this video has {found}. Make a clip of it, or post it elsewhere.',
  'video.check.burned':
    '{seen} of {checked, plural, one {# subtitle} other {# subtitles}} looked at {seen, plural, one {is} other {are}} in the picture at the right time.',
  'video.check.gone': 'Next to its time the subtitle looked at is not in the picture.',
  'video.check.stays':
    'Next to its time something like the subtitle looked at is still in the picture: watch the video before you publish it.',
  'video.check.size': 'The file has {size} MB, at most {most} MB were allowed.',
  'video.note.smart':
    '{percent} % of the pictures were encoded anew, in {parts, plural, one {one place} other {# places}} with subtitles; all others are copied bit by bit.',
  'video.note.notSmart': 'The whole film was encoded, for {reason}.',
  'video.smart.output':
    'only a burned-in MP4 (H.264) of the footage’s own size, without clip, logo or card, can copy pictures',
  'video.smart.codec': 'the footage is not in a kind of H.264 that encoded parts would fit into',
  'video.smart.picture': 'the picture must be changed (size, rotation, colours, interlacing)',
  'video.smart.start': 'the footage begins before time 0 or is in another container',
  'video.smart.edit-list': 'the footage hides pictures behind an edit list',
  'video.smart.open-gop': 'pictures of the footage refer to ones before their key frame (open groups)',
  'video.smart.times': 'the times of the footage are uneven in a way that cannot be kept',
  'video.smart.share': 'there are subtitles nearly everywhere, so copying would save nothing',
  'video.smart.failed': 'the joined film did not equal the footage in a test',
  'video.check.samePictures':
    '{count, plural, one {The one picture is} other {All # pictures are}} there at their time, and the sound is the footage’s.',
  'video.check.softTracks':
    'Players will list {count, plural, one {one subtitle track} other {# subtitle tracks}}: {names}.',
  'video.check.attached':
    '{count, plural, one {The font they are drawn with is} other {The # fonts they are drawn with are}} inside the file.',
  'video.check.transparent': 'Everything but the subtitles is transparent.',
  'video.note.notLookedAt':
    'No subtitle is shown long enough inside the film to be looked at in the finished file: watch it once.',
  'video.note.constantRate':
    'The frame rate of the footage varies, which editors do not know: the overlay has 30 pictures a second.',
  'video.note.noHardware':
    'No graphics card here passed a trial of a second, so the processor encoded the video.',
  'video.note.hardware': 'The graphics card encoded the video ({name}).',
  'export.reason.softTracks': 'subtitle track {number} lacks its language, name or flags',
  'export.reason.attached': 'the font {font} is not inside it',
  'export.reason.notTransparent': 'it is not transparent',
  'export.reason.tooLarge': 'it has {found} MB, more than the {most} MB allowed',

  'clip.command.make': 'Make a clip of sentences…',
  'clip.title': 'Make a clip',
  'clip.lead':
    'Sentences of the transcript as a video of their own. Select some before, or choose them here.',
  'clip.text': 'What is said in the clip',
  'clip.span': '{start} to {end}, {seconds} seconds',
  'clip.steps': 'Sentences of the clip',
  'clip.beginEarlier': 'Begin a sentence earlier',
  'clip.beginLater': 'Begin a sentence later',
  'clip.endEarlier': 'End a sentence earlier',
  'clip.endLater': 'End a sentence later',
  'clip.nothing': 'Nothing has times yet. Align the transcript or make subtitles first.',
  'clip.preset': 'For',
  'clip.presetNone': 'MP4 as the footage is',
  'clip.fit': 'Footage of another shape',
  'clip.fit.crop': 'Cut off at the sides',
  'clip.fit.pad': 'Black bars',
  'clip.fit.blur': 'Blurred surround',
  'clip.start': 'Make the clip',
  'clip.startChoosing': 'Choose a folder and make the clip',
  'clip.name': 'File name',
  'clip.track': 'Subtitles',
  'clip.noSubtitles': 'No subtitles',
  'clip.fileName': 'clip',

  'cli.burn.help': 'Draws the subtitles of PROJECT into its video (or onto a transparent one).',
  'cli.mux.help': 'Puts all languages of PROJECT into its video as tracks a player can switch on.',
  'cli.clip.help': 'Makes a video of a stretch of PROJECT: of times, subtitles or words.',
  'cli.option.videoOutput': 'write the video here (.mp4, .mov, .mkv, .webm)',
  'cli.option.preset':
    'as a platform wants it: youtube, instagram-reel, instagram-feed, tiktok, x, facebook, whatsapp, festival-master',
  'cli.option.codec': 'h264, hevc, vp9, prores or copy (default: what the ending usually holds)',
  'cli.option.aspect': 'new shape of the picture: 16:9, 9:16, 1:1 or 4:5',
  'cli.option.fit': 'how footage of another shape fills it: crop, pad or blur (default: crop)',
  'cli.option.focus': 'what a crop keeps in its middle, as shares of width and height, e.g. 0.3,0.5',
  'cli.option.maxSize': 'largest file in megabytes (two passes)',
  'cli.option.loudness': 'keep, ebu-r128 (-23 LUFS) or streaming (-14 LUFS)',
  'cli.option.hardware': 'encode by the graphics card, where one passes a trial',
  'cli.option.smart': 'encode only around the subtitles and copy the rest, where the footage allows it',
  'cli.option.branding': 'with the campaign’s logo and end card, as set in the app',
  'cli.option.logo': 'picture to lay over a corner (.png, .jpg, .webp)',
  'cli.option.logoCorner': 'top-left, top-right (default), bottom-left or bottom-right',
  'cli.option.logoWidth': 'width of the logo in percent of the picture’s (default: 14)',
  'cli.option.logoMargin': 'its distance from the edges in percent of the shorter side (default: 4)',
  'cli.option.logoOpacity': 'how much of the picture it hides, in percent (default: 100)',
  'cli.option.endCard': 'picture or short video to show after the end (.png, .jpg, .webp, a video)',
  'cli.option.cardSeconds': 'how long the card stays (default: 4)',
  'cli.branding.oneWay': 'Give either --branding or pictures of your own (--logo, --end-card), not both.',
  'cli.option.overlay': 'only the subtitles on a transparent picture, for an editor (.mov, .webm)',
  'cli.option.plain': 'no subtitles',
  'cli.option.forced': 'languages shown even to those who want no subtitles, separated by commas (MKV, WebM)',
  'cli.option.styled': 'subtitles with their style (MKV only; others hold plain ones)',
  'cli.option.tracks': 'which languages, separated by commas; the first is shown by default (default: all)',
  'cli.option.from': 'where the clip begins, e.g. 83.5 or 1:23.5',
  'cli.option.clipTo': 'where the clip ends',
  'cli.option.cues': 'subtitles of the clip by number, e.g. 12-15',
  'cli.option.words': 'words of the clip as the transcript has them; … stands for those in between',
  'cli.noPreset': 'There is no preset “{name}”. Known: {known}.',
  'cli.wrongValue': '“{value}” is nothing --{option} knows. Known: {known}.',
  'cli.clip.oneWay': 'Say which stretch in one way: --from with --to, --cues or --words.',
  'cli.clip.times': 'From “{from}” to “{to}” is no stretch of time. Give both, e.g. --from 1:23.5 --to 1:40.',
  'cli.clip.cues':
    '“{value}” are no subtitles of this track: it has numbers 1 to {count}. Give one (12) or several (12-15).',
  'cli.clip.notSaid': 'Nobody says “{text}” in this transcript.',
  'cli.clip.untimed': '“{text}” has no times yet. Align the transcript first.',
} as const;
