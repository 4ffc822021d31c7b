const TIMING =
  /^\s*(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})\s*,\s*(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})\s*$/;

/** Whether a line is one that SBV takes for times. */
export function isSbvTiming(line: string): boolean {
  return TIMING.test(line);
}

/** `0:00:01.500,0:00:03.000` in ms; null for any other line. Fractions are decimal: `.5` is 500 ms. */
export function readSbvTiming(line: string): { readonly startMs: number; readonly endMs: number } | null {
  const parts = TIMING.exec(line);
  if (!parts) return null;
  const time = (from: number) =>
    Number(parts[from] ?? 0) * 3_600_000 +
    Number(parts[from + 1]) * 60_000 +
    Number(parts[from + 2]) * 1000 +
    Number((parts[from + 3] ?? '').padEnd(3, '0'));
  return { startMs: time(1), endMs: time(5) };
}

/** `H:MM:SS.mmm`, as YouTube writes it. `ms` is an integer of 0 or more. */
export function sbvTime(ms: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const seconds = Math.floor(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  const fraction = String(ms % 1000).padStart(3, '0');
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}.${fraction}`;
}
