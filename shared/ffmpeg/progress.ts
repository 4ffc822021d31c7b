/** ffmpeg's `-progress pipe:1`: `key=value` lines in blocks that end with `progress=continue` or `progress=end`. */

export interface EncodeProgress {
  /** How much of the output is made, in ms; 0 or more. */
  readonly outTimeMs: number;
  /** 0..1 of the expected duration; 1 only when done. */
  readonly fraction: number;
  /** Times real time; null while ffmpeg does not say. */
  readonly speed: number | null;
  /** Time left in ms at that speed; null while it cannot be told. */
  readonly etaMs: number | null;
  readonly done: boolean;
}

/** Until ffmpeg says it is done, a bar that is full would lie: the ends are still written. */
const ALMOST = 0.999;

/**
 * A parser of such lines: give it each line; at the end of a block it answers with the progress, else with null.
 * Never goes back, whatever ffmpeg prints (`N/A`, negative times at the start). `durationMs` 0 means unknown.
 */
export function createProgressParser(durationMs: number): (line: string) => EncodeProgress | null {
  let outTimeMs = 0;
  let speed: number | null = null;
  return (line) => {
    const [key = '', value = ''] = splitOnce(line);
    // `out_time_ms` is in microseconds too, an old slip that ffmpeg keeps.
    if (key === 'out_time_us' || key === 'out_time_ms') outTimeMs = Math.max(outTimeMs, finite(value) / 1000);
    else if (key === 'speed') speed = finite(value.replace('x', '')) || null;
    if (key !== 'progress') return null;
    const done = value === 'end';
    const share = durationMs > 0 ? Math.min(ALMOST, outTimeMs / durationMs) : 0;
    const leftMs = Math.max(0, durationMs - outTimeMs);
    const etaMs = speed !== null && durationMs > 0 ? Math.round(leftMs / speed) : null;
    return { outTimeMs, fraction: done ? 1 : share, speed, etaMs: done ? 0 : etaMs, done };
  };
}

function splitOnce(line: string): string[] {
  const at = line.indexOf('=');
  return at < 0 ? [line.trim()] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
}

function finite(text: string): number {
  const value = Number.parseFloat(text);
  return Number.isFinite(value) ? Math.max(0, value) : 0;
}
