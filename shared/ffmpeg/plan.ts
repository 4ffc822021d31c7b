/** A run of ffmpeg as data: what every video export is made of before fluent-ffmpeg turns it into an argument list. */

/** One `-i`. `input` names its protocol: `file:…`. */
export interface FfmpegInput {
  /** Options before `-i`. */
  readonly options: readonly string[];
  readonly input: string;
}

/** Inputs and one output, in the parts its argument list is built from. */
export interface FfmpegPlan {
  readonly inputs: readonly FfmpegInput[];
  /** `-filter_complex`; null where nothing is filtered. Holds no path of a person. */
  readonly graph: string | null;
  readonly outputOptions: readonly string[];
  /** What the graph reads besides, as text by name: written into the folder it is run in. */
  readonly files?: Readonly<Record<string, string>>;
  /** With its protocol: `file:…`, or `pipe:1`, or `-` for none. */
  readonly output: string;
}

/** `-xerror`: ffmpeg 5.1 otherwise ends with 0 on a full disk. */
export const GENERAL_OPTIONS: readonly string[] = [
  '-nostdin',
  '-hide_banner',
  '-nostats',
  '-v',
  'error',
  '-xerror',
  '-progress',
  'pipe:1',
  '-y',
];

/** Leaves out everything that says something of people, places, devices and programs (recipe: `facts.md`, "Privacy"). */
export const PRIVACY_OPTIONS: readonly string[] = [
  ...['-map_metadata', '-1', '-map_chapters', '-1'],
  ...['-fflags', '+bitexact', '-flags:v', '+bitexact', '-flags:a', '+bitexact'],
];

/**
 * Supplemental information: encoders write their version and settings there, cameras their serial numbers. H.264 NAL unit
 * type 6; HEVC 39 and 40.
 */
const SUPPLEMENTAL: Readonly<Record<string, string>> = { h264: '6', hevc: '39|40' };

/** Options that take supplemental information out of a picture stream of this codec, as ffprobe names it. */
export function withoutSupplemental(codec: string): string[] {
  const types = SUPPLEMENTAL[codec];
  return types === undefined ? [] : ['-bsf:v', `filter_units=remove_types=${types}`];
}
