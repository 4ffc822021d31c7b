/** ffmpeg arguments for the sample's picture and sound. All names are ours and safe; outputs are told apart by name only. */

/** The picture is a clip of this length played over and over: its seam is a shot change, as an edited interview has them. */
const CLIP_SECONDS = 24;
const FRAME_RATE = 25;
/** Small, then enlarged: a gradient has no detail to lose, and drawing it at full size takes ten times as long. */
const DRAWN_SIZE = '160x90';
const COLOURS = 'c0=0x14213d:c1=0x8d5b4c:x0=0:y0=0:x1=159:y1=89';

const QUIET = ['-hide_banner', '-nostdin', '-v', 'error', '-xerror', '-y'];
/** Two threads whatever the machine, and no clock or version in the file: the same sample everywhere. */
const REPEATABLE = [
  ...['-threads', '2', '-map_metadata', '-1'],
  ...['-fflags', '+bitexact', '-flags:v', '+bitexact', '-flags:a', '+bitexact'],
];

/** A calm two-colour picture that moves slowly, 1280×720, H.264. */
export function pictureArguments(output: string): string[] {
  const drawn = `gradients=size=${DRAWN_SIZE}:rate=${FRAME_RATE}:nb_colors=2:${COLOURS}:speed=0.004:seed=3`;
  return [
    ...QUIET,
    ...['-f', 'lavfi', '-i', drawn],
    ...['-vf', 'scale=1280:720:flags=bicubic,format=yuv420p', '-t', String(CLIP_SECONDS)],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '26', '-g', String(FRAME_RATE * 2), '-bf', '0'],
    ...REPEATABLE,
    ...['-f', 'mp4', output],
  ];
}

/** A mild room: early echoes, no rumble, no more treble than a lapel microphone gives. */
const ROOM = 'highpass=f=90,aecho=0.9:0.8:19|33|57:0.22|0.15|0.08,lowpass=f=7000';
/** Air and street, about 35 dB under the speech; seeded, so always the same. */
const NOISE = 'anoisesrc=color=pink:amplitude=0.008:seed=11:sample_rate=48000';

export interface FilmInputs {
  readonly picture: string;
  /** Raw 16-bit mono. */
  readonly speech: string;
  readonly speechRateHz: number;
  readonly durationMs: number;
}

/** The film: the picture looped, the speech in its room, AAC. */
export function filmArguments(
  { picture, speech, speechRateHz, durationMs }: FilmInputs,
  output: string,
): string[] {
  const mixed = `[1:a]${ROOM},aresample=48000[s];${NOISE}[n];[s][n]amix=inputs=2:duration=first:normalize=0[a]`;
  return [
    ...QUIET,
    ...['-stream_loop', '-1', '-i', picture],
    ...['-f', 's16le', '-ar', String(speechRateHz), '-ac', '1', '-i', speech],
    ...['-filter_complex', mixed, '-map', '0:v', '-map', '[a]'],
    ...['-c:v', 'copy', '-c:a', 'aac', '-b:a', '96k', '-t', (durationMs / 1000).toFixed(3)],
    ...REPEATABLE,
    ...['-movflags', '+faststart', '-f', 'mp4', output],
  ];
}
