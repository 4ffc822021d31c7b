/** ffprobe's packet listing, line by line, into the times at which pictures appear. */

export interface Packet {
  /** Raw presentation time in µs; null where the container gives none. */
  readonly ptsUs: number | null;
  readonly durationUs: number | null;
  readonly isKey: boolean;
  /** Decoded but never shown: it lies before the start of an edit. */
  readonly isDiscarded: boolean;
}

/** Arguments of ffprobe that list the packets of one stream for `parsePacket`. `input` comes from `safeInputArguments`. */
export function packetArguments(
  input: readonly string[],
  streamIndex: number,
  maxPackets?: number,
): string[] {
  return [
    ...['-v', 'error', '-select_streams', String(streamIndex)],
    ...(maxPackets === undefined ? [] : ['-read_intervals', `%+#${maxPackets}`]),
    ...['-show_entries', 'packet=pts_time,duration_time,flags', '-of', 'csv=p=0'],
    // Containers such as AVI hold decode times only.
    ...['-fflags', '+genpts', ...input],
  ];
}

/** Reads `pts,duration,flags[,…]`, e.g. `0.080000,0.040000,K_`; null for a line that is none. */
export function parsePacket(line: string): Packet | null {
  const [pts, duration, flags] = line.split(',');
  if (pts === undefined || duration === undefined || flags === undefined) return null;
  return {
    ptsUs: microseconds(pts),
    durationUs: microseconds(duration),
    isKey: flags.includes('K'),
    isDiscarded: flags.includes('D'),
  };
}

function microseconds(text: string): number | null {
  const value = Number.parseFloat(text);
  return Number.isFinite(value) ? Math.round(value * 1e6) : null;
}
