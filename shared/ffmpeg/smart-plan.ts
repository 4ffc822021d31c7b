/** The runs of a smart burn-in: cut into pieces, encode some, join all. Pieces are MPEG-TS, which can be joined by their bytes. */
import type { CoverPlan } from './cover-filters';
import { encoderOptions, SOFTWARE } from './encoders';
import { safeInputArguments } from './input';
import { GENERAL_OPTIONS, PRIVACY_OPTIONS, type FfmpegPlan } from './plan';
import { BURN_IN_FONTS, BURN_IN_SUBTITLES } from './video-plan';

/** Names inside the private folder. ffmpeg counts the pieces from 0. */
export const JOINED_FILE = 'joined.ts';
export const pieceFile = (n: number) => `piece${n}.ts`;
export const ENCODED_FILE = 'encoded.ts';

/** Decoding times before 0 do not fit into MPEG-TS: all times of the pieces are this much later, in s. */
const LATER_S = 10;
/** Each piece counts its packets from 0; the mark tells the reader that nothing is missing between them. */
const TS_FLAGS = '+initial_discontinuity+resend_headers';
/** NAL units that are not pictures: supplemental information (see `PRIVACY_OPTIONS`), and the delimiters MPEG-TS adds. */
const NOT_PICTURES = '6|9';

/** The packets of the picture's stream, one line each: pts, dts, flags; and before them the stream itself. */
export function packetListArguments(path: string, stream: number): string[] {
  return [
    ...['-v', 'error', '-select_streams', String(stream)],
    ...['-show_entries', 'stream=time_base,field_order:packet=pts,dts,flags', '-of', 'compact=p=0'],
    ...safeInputArguments(path),
  ];
}

/** Cuts the picture's stream at these packets (each the first of a GOP), without decoding anything. */
export function planCut(path: string, stream: number, cuts: readonly number[]): FfmpegPlan {
  const input = safeInputArguments(path, { extra: ['-copyts', '-itsoffset', String(LATER_S)] });
  return {
    inputs: [{ options: input.slice(0, -2), input: input.at(-1) ?? '' }],
    graph: null,
    outputOptions: [
      ...GENERAL_OPTIONS,
      ...['-map', `0:${stream}`, '-c:v', 'copy', '-an', '-sn', '-dn', ...PRIVACY_OPTIONS],
      ...['-f', 'segment', '-segment_format', 'mpegts'],
      ...['-segment_format_options', `mpegts_copyts=1:mpegts_flags=${TS_FLAGS}`],
      // One that never comes: without any cut ffmpeg would cut at every 2 s.
      ...['-segment_frames', cuts.length > 0 ? cuts.join(',') : '2000000000'],
    ],
    output: 'file:piece%d.ts',
  };
}

/** Encodes a piece with its covers and subtitles. Its key frames stand alone, and its decoding times lead as the footage's do. */
export function planPiece(piece: string, profile: string, leadS: number, covers: CoverPlan): FfmpegPlan {
  const drawn = `ass=${BURN_IN_SUBTITLES}:fontsdir=${BURN_IN_FONTS}`;
  const covered = covers.filters === null ? '' : `${covers.filters},`;
  const lead = leadS.toFixed(9);
  return {
    inputs: [{ options: ['-copyts', '-f', 'mpegts'], input: `file:${piece}` }],
    graph: `[0:v]setpts=PTS-${LATER_S}/TB,format=yuv420p,${covered}${drawn},setpts=PTS+${LATER_S}/TB[v]`,
    files: covers.files,
    outputOptions: [
      ...GENERAL_OPTIONS,
      ...['-map', '[v]', '-an', '-sn', '-dn', ...encoderOptions(SOFTWARE.h264, { kind: 'quality' })],
      // Without pictures that look ahead, pieces fit between copied ones whatever order those are decoded in.
      ...['-profile:v', profile, '-bf', '0', '-fps_mode', 'passthrough', '-enc_time_base', '1:90000'],
      ...[...PRIVACY_OPTIONS, '-bsf:v', `setts=dts=PTS-${lead}/TB`],
      ...['-f', 'mpegts', '-mpegts_copyts', '1', '-mpegts_flags', TS_FLAGS],
    ],
    output: `file:${ENCODED_FILE}`,
  };
}

/** Joins the pieces with the footage's sound. `sound`: as `planSound` wants it; `tickHz`: ticks a second of the footage. */
export function planJoin(settings: {
  readonly mediaPath: string;
  readonly audioStream: number | null;
  readonly sound: readonly string[];
  /** What its filters read. */
  readonly files: Readonly<Record<string, string>>;
  readonly tickHz: number;
  readonly outputPath: string;
}): FfmpegPlan {
  const { mediaPath, audioStream, sound, files, tickHz, outputPath } = settings;
  const source = safeInputArguments(mediaPath);
  return {
    inputs: [
      { options: ['-copyts', '-itsoffset', String(-LATER_S), '-f', 'mpegts'], input: `file:${JOINED_FILE}` },
      { options: source.slice(0, -2), input: source.at(-1) ?? '' },
    ],
    graph: null,
    files,
    outputOptions: [
      ...GENERAL_OPTIONS,
      ...['-map', '0:v:0', '-c:v', 'copy', '-bsf:v', `filter_units=remove_types=${NOT_PICTURES}`],
      ...(audioStream === null ? [] : ['-map', `1:${audioStream}`]),
      ...[...sound, '-sn', '-dn', ...PRIVACY_OPTIONS, '-write_tmcd', '0'],
      ...['-video_track_timescale', String(tickHz), '-max_muxing_queue_size', '4096'],
      ...['-movflags', '+faststart', '-f', 'mp4'],
    ],
    output: `file:${outputPath}`,
  };
}
